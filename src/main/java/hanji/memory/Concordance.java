package hanji.memory;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How something was said before: pairs by what stands in either side.
///
/// @param words each of which has to stand in the source, or each in one text, as a word or a part
///   of one; "in quotation marks" as they are. Case does not count. Nothing at all finds what was
///   approved last.
/// @param language whose texts are looked at beside the sources; null for all
/// @param offset of the first to be given, at most [#DEEPEST]
/// @param limit of pairs, at most [#MOST]
public record Concordance(String words, @Nullable Language language, int offset, int limit) {

    /// In UTF-16 code units.
    public static final int LONGEST = 300;

    public static final int DEEPEST = 1_000;
    public static final int MOST = 100;

    private static final int MOST_WORDS = 16;

    /// A quotation mark that is not closed takes the rest.
    private static final Pattern WORD =
            Pattern.compile("[\"“”„«»「」](?<quoted>[^\"“”„«»「」]*)|(?<word>[^\\s\"“”„«»「」]+)");

    /// One source that was found.
    ///
    /// @param pairs one for each language that was asked for and is there
    public record Hit(List<MemoryPair> pairs) {

        public MemoryPair first() {
            return pairs.getFirst();
        }
    }

    /// @param hits the last approved first
    /// @param more whether there are others behind them
    public record Found(List<Hit> hits, boolean more) {}

    /// @throws Problem (bad input) for more than anybody reads
    public Concordance {
        if (words.length() > LONGEST) {
            throw Problem.badInput(
                    "q has %,d characters: use at most %d.", words.length(), LONGEST);
        }
        if (offset < 0 || offset > DEEPEST || limit < 1 || limit > MOST) {
            throw Problem.badInput(
                    "Use an offset of 0 to %,d and a limit of 1 to %d; narrow the search to see more.",
                    DEEPEST, MOST);
        }
    }

    /// What is looked for, folded as texts are.
    List<String> needles() {
        List<String> needles = new ArrayList<>();
        for (MatchResult found : WORD.matcher(words).results().toList()) {
            String quoted = found.group("quoted");
            String needle = Plain.folded(quoted == null ? found.group("word") : quoted);
            if (!needle.isEmpty() && needles.size() < MOST_WORDS) {
                needles.add(needle);
            }
        }
        return needles;
    }

    /// Where the words stand in a text, as far as it is written as they are.
    public List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        for (String needle : needles()) {
            Pattern.compile(
                            Pattern.quote(needle).replace(" ", "\\E\\s+\\Q"),
                            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                    .matcher(text)
                    .results()
                    .forEach(found -> spans.add(new Span(found.start(), found.end())));
        }
        return spans;
    }
}
