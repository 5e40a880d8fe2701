package hanji.review;

import hanji.qa.QaReport;
import hanji.segment.SourceHash;
import java.time.Instant;

/// What a model said of a text, compared with exactly this source. It holds for no other pair: an
/// edit, or another source, leaves a text that nobody has judged.
///
/// @param model the configured id
/// @param report errors by MQM, with their places
/// @param words of the source, as blanks divide them
public record Judgement(String model, QaReport report, int words, Instant at) {

    /// Penalty points per hundred words of the source: 0 is a text without errors, and there is no
    /// worst. It is MQM's linear scoring model (Lommel et al. 2024, "The Multi-Range Theory of
    /// Translation Quality Measurement", arXiv 2405.16969): severities count 1, 5 and 25, their sum
    /// is divided by the words of the source and normed to a reference count, which is 100 here.
    /// The paper warns of samples as small as one segment: the score puts texts in an order, and
    /// grades none.
    public double score() {
        return 100.0 * report.weight() / Math.max(1, words);
    }

    /// Whether there is a major or critical error.
    public boolean serious() {
        return report.serious();
    }

    /// The name of a pair of texts: SHA-256 of the hash of the source and the target.
    static String pair(String source, String target) {
        return SourceHash.of(SourceHash.of(source).hex() + target).hex();
    }

    static int words(String source) {
        return source.isBlank() ? 0 : source.strip().split("\\s+").length;
    }
}
