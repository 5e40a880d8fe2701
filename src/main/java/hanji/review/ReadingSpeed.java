package hanji.review;

import hanji.segment.Language;

/// How fast a text can be read at most. It is a bound for telling a text that was read from one
/// that cannot have been, and no measure of anybody: twice what the fastest reach.
///
/// Characters per minute, without blanks, aloud, by Trauzettel-Klosinski and Dietz 2012
/// ("Standardized Assessment of Reading Performance: The New International Reading Speed Texts
/// IReST", table 2; mean and standard deviation of native readers of 18 to 35 years): English 987 ±
/// 118, German 920 ± 86, Japanese 357 ± 56, Chinese 255 ± 29. Silent reading is 238/183 as fast
/// (Brysbaert 2019, "How many words do we read per minute?", Journal of Memory and Language 109,
/// 104047). Korean is measured silently by Song, Kim and Hyung 2016 (Journal of the Korean
/// Ophthalmological Society 57(4), 642): 202.3 ± 88.4 words of 2.9 letters.
///
/// The fastest are the mean and two deviations (for Korean, whose spread is wide, one). Doubled, it
/// is about 730 English words a minute; Brysbaert finds most adults between 175 and 300. Only the
/// target counts, not the original beside it: she may know that from another language.
final class ReadingSpeed {

    private static final double SILENT = 238.0 / 183;
    private static final int BOUND = 2;

    private ReadingSpeed() {}

    /// The least time in which so many characters of a language can have been read, in
    /// milliseconds.
    static long least(Language language, int characters) {
        return Math.round(characters * 60_000 / (BOUND * fastest(language)));
    }

    /// Characters a minute.
    private static double fastest(Language language) {
        return switch (language) {
            case EN -> aloud(987, 118);
            case DE -> aloud(920, 86);
            case JA -> aloud(357, 56);
            case ZH_CN -> aloud(255, 29);
            case KO -> (202.3 + 88.4) * 18.9 / 6.5;
        };
    }

    private static double aloud(int mean, int deviation) {
        return SILENT * (mean + 2 * deviation);
    }

    /// What is read of a text: its characters without blanks.
    static int characters(String text) {
        return (int) text.codePoints().filter(one -> !Character.isWhitespace(one)).count();
    }
}
