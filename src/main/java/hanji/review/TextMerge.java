package hanji.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import hanji.segment.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Two people's versions of one text, put together word by word: a three-way merge as diff3 does it
/// by lines (S. Khanna, K. Kunal, B. Pierce, "A Formal Investigation of Diff3", FSTTCS 2007).
///
/// Changes with an unchanged word between them are both taken. Others touch each other, and are
/// left to a person: of "two billion" nobody makes "three trillion" because one wrote "three" and
/// the other "trillion". Every sign of both versions stands in some part.
///
/// @param parts the text from its beginning to its end
public record TextMerge(List<Part> parts) {

    /// Longer texts go sentence by sentence: the difference by words would cost seconds.
    private static final int LONGEST = 4_000;

    /// More sentences than this are left to a person, as one conflict.
    private static final int MOST = 2_000;

    public TextMerge {
        parts = List.copyOf(parts);
    }

    /// A stretch of the text.
    public sealed interface Part {

        /// Nobody changed it.
        record Kept(String text) implements Part {}

        /// One of them changed it, or both did in the same way.
        ///
        /// @param before what stood there; empty for an insertion
        /// @param now what she wrote instead; empty where she removed it
        record Changed(By by, String before, String now) implements Part {}

        /// Both changed it, each in her way.
        record Conflict(String before, String mine, String theirs) implements Part {}
    }

    /// Whose change it is.
    public enum By {
        ME,
        THEM,
        BOTH
    }

    /// @param base what both began with
    /// @param language whose words are to be kept whole
    public static TextMerge of(String base, String mine, String theirs, Language language) {
        int longest = Math.max(base.length(), Math.max(mine.length(), theirs.length()));
        Tokens tokens = new Tokens(language, longest > LONGEST);
        List<String> old = tokens.of(base);
        List<String> one = tokens.of(mine);
        List<String> other = tokens.of(theirs);
        if (longest > LONGEST && Math.max(old.size(), Math.max(one.size(), other.size())) > MOST) {
            return new TextMerge(List.of(decided(base, mine, theirs)));
        }
        return new TextMerge(parts(old, one, other));
    }

    /// Whether a person has to choose somewhere.
    public boolean conflicting() {
        return parts.stream().anyMatch(Part.Conflict.class::isInstance);
    }

    /// The text with the changes of both.
    ///
    /// @throws IllegalStateException while a person has to choose somewhere
    public String text() {
        return parts.stream()
                .map(part ->
                        switch (part) {
                            case Part.Kept kept -> kept.text();
                            case Part.Changed changed -> changed.now();
                            case Part.Conflict conflict ->
                                    throw new IllegalStateException("not decided: " + conflict);
                        })
                .collect(Collectors.joining());
    }

    /// What one side made of a stretch of the base: `[from, to)`, in its own tokens `[start, end)`.
    private record Hunk(boolean mine, int from, int to, int start, int end) {}

    private static List<Part> parts(List<String> base, List<String> mine, List<String> theirs) {
        List<Hunk> hunks =
                Stream.concat(hunks(true, base, mine), hunks(false, base, theirs))
                        .sorted(Comparator.comparingInt(Hunk::from).thenComparingInt(Hunk::to))
                        .toList();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < hunks.size(); ) {
            int from = hunks.get(i).from();
            int to = hunks.get(i).to();
            List<Hunk> group = new ArrayList<>();
            while (i < hunks.size() && (group.isEmpty() || touching(base, to, hunks.get(i)))) {
                group.add(hunks.get(i));
                to = Math.max(to, hunks.get(i).to());
                i++;
            }
            keep(parts, base.subList(at, from));
            parts.add(
                    decided(
                            String.join("", base.subList(from, to)),
                            side(true, group, base, mine, from, to),
                            side(false, group, base, theirs, from, to)));
            at = to;
        }
        keep(parts, base.subList(at, base.size()));
        return parts;
    }

    /// Whether no word stands between a change that ends at `to` and the next one.
    private static boolean touching(List<String> base, int to, Hunk next) {
        return next.from() <= to
                || base.subList(to, next.from()).stream().noneMatch(TextMerge::word);
    }

    private static boolean word(String token) {
        return token.codePoints().anyMatch(Character::isLetterOrDigit);
    }

    private static Stream<Hunk> hunks(boolean mine, List<String> base, List<String> side) {
        return DiffUtils.diff(base, side).getDeltas().stream()
                .map((AbstractDelta<String> delta) -> {
                    int from = delta.getSource().getPosition();
                    int start = delta.getTarget().getPosition();
                    return new Hunk(
                            mine,
                            from,
                            from + delta.getSource().size(),
                            start,
                            start + delta.getTarget().size());
                });
    }

    /// What one side made of `[from, to)` of the base.
    private static String side(
            boolean mine,
            List<Hunk> group,
            List<String> base,
            List<String> side,
            int from,
            int to) {
        StringBuilder text = new StringBuilder();
        int at = from;
        for (Hunk hunk : group) {
            if (hunk.mine() == mine) {
                base.subList(at, hunk.from()).forEach(text::append);
                side.subList(hunk.start(), hunk.end()).forEach(text::append);
                at = hunk.to();
            }
        }
        base.subList(at, to).forEach(text::append);
        return text.toString();
    }

    private static Part decided(String before, String mine, String theirs) {
        if (mine.equals(theirs)) {
            return mine.equals(before)
                    ? new Part.Kept(before)
                    : new Part.Changed(By.BOTH, before, mine);
        }
        if (theirs.equals(before)) {
            return new Part.Changed(By.ME, before, mine);
        }
        return mine.equals(before)
                ? new Part.Changed(By.THEM, before, theirs)
                : new Part.Conflict(before, mine, theirs);
    }

    private static void keep(List<Part> parts, List<String> tokens) {
        if (!tokens.isEmpty()) {
            parts.add(new Part.Kept(String.join("", tokens)));
        }
    }

    /// Cuts texts into words, blanks and signs, so that the pieces make the text again.
    private record Tokens(Language language, boolean sentences) {

        List<String> of(String text) {
            ULocale locale = ULocale.forLanguageTag(language.tag());
            BreakIterator breaks =
                    sentences
                            ? BreakIterator.getSentenceInstance(locale)
                            : BreakIterator.getWordInstance(locale);
            breaks.setText(text);
            List<String> tokens = new ArrayList<>();
            int start = breaks.first();
            for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                tokens.add(text.substring(start, end));
                start = end;
            }
            return tokens;
        }
    }
}
