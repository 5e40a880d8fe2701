package hanji.search;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import org.jspecify.annotations.Nullable;

/// What somebody looks for. Every part may be missing; those that are there all have to hold.
///
/// @param words all of which have to stand in a bullet, "as phrases" in quotation marks; the last
///   one may be unfinished
/// @param language whose texts are looked at; null for all
/// @param state a mark or a state, as `stale` or `translated`
/// @param finding a check or a severity, as `numbers` or `critical`
/// @param model id of the model that wrote the text
/// @param editor who did the last thing
/// @param days how long ago that may be
/// @param digest a key
/// @param offset of the first hit, at most [#DEEPEST]
/// @param limit of hits, at most [#MOST]
public record SearchQuery(
        String words,
        @Nullable Language language,
        @Nullable String state,
        @Nullable String finding,
        @Nullable String model,
        @Nullable String editor,
        @Nullable Integer days,
        @Nullable String digest,
        int offset,
        int limit) {

    /// In characters, of each part.
    public static final int LONGEST = 200;

    public static final int DEEPEST = 2_000;
    public static final int MOST = 100;
    public static final int MOST_DAYS = 36_500;

    /// @throws Problem (bad input) for more than anybody reads
    public SearchQuery {
        words = bounded(Sentence.of("q"), words);
        state = filter(Sentence.of("state"), state);
        finding = filter(Sentence.of("finding"), finding);
        model = filter(Sentence.of("model"), model);
        editor = filter(Sentence.of("editor"), editor);
        digest = filter(Sentence.of("digest"), digest);
        if (offset < 0 || offset > DEEPEST || limit < 1 || limit > MOST) {
            throw Problem.badInput(
                    "Use an offset of 0 to %,d and a limit of 1 to %d; narrow the search to see more.",
                    DEEPEST, MOST);
        }
        if (days != null && (days < 1 || days > MOST_DAYS)) {
            throw Problem.badInput("days: use 1 to %,d.", MOST_DAYS);
        }
    }

    public static SearchQuery of(String words) {
        return new SearchQuery(words, null, null, null, null, null, null, null, 0, 20);
    }

    private static @Nullable String filter(Sentence name, @Nullable String value) {
        return value == null || value.isBlank() ? null : bounded(name, value.strip());
    }

    private static String bounded(Sentence name, String value) {
        if (value.length() > LONGEST) {
            throw Problem.badInput(
                    "%s has %,d characters: use at most %d.", name, value.length(), LONGEST);
        }
        return value;
    }

    /// Whether nothing is asked for.
    public boolean blank() {
        return words.isBlank() && !filtered();
    }

    /// Whether it says something of a unit, its text aside.
    boolean ofUnits() {
        return state != null || finding != null || model != null || editor != null || days != null;
    }

    private boolean filtered() {
        return ofUnits() || digest != null;
    }
}
