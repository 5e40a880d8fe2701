package hanji.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.ibm.icu.text.BreakIterator;
import hanji.segment.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What changed between two texts, word by word, also in scripts that set no blanks between words;
/// long texts line by line.
final class WordDiff {

    private static final Pattern LINE = Pattern.compile(".+\\R?|\\R");

    /// Longer texts go line by line: the difference by words would cost seconds.
    private static final int LONGEST = 4_000;

    /// Texts with more lines are shown whole, as removed and added.
    private static final int MOST_LINES = 2_000;

    /// What stayed, and what was changed behind it.
    private record Step(String same, String removed, String added) {

        /// One change over what stayed between two.
        Step through(Step next) {
            return new Step(
                    same, removed + next.same + next.removed, added + next.same + next.added);
        }
    }

    private WordDiff() {}

    /// Of texts in whatever language.
    static List<Piece> of(String before, String after) {
        return of(before, after, Locale.ROOT);
    }

    static List<Piece> of(String before, String after, Language language) {
        return of(before, after, language.locale());
    }

    private static List<Piece> of(String before, String after, Locale locale) {
        if (before.equals(after)) {
            return List.of(Piece.plain(after));
        }
        boolean words = before.length() <= LONGEST && after.length() <= LONGEST;
        List<String> old = words ? words(before, locale) : lines(before);
        List<String> now = words ? words(after, locale) : lines(after);
        if (!words && Math.max(old.size(), now.size()) > MOST_LINES) {
            return List.of(removed(before), Piece.plain("\n"), added(after));
        }
        List<Step> steps = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            Step step =
                    new Step(
                            String.join("", old.subList(at, delta.getSource().getPosition())),
                            String.join("", delta.getSource().getLines()),
                            String.join("", delta.getTarget().getLines()));
            at = delta.getSource().getPosition() + delta.getSource().size();
            if (words && !steps.isEmpty() && island(step.same(), steps.getLast(), step)) {
                steps.add(steps.removeLast().through(step));
            } else {
                steps.add(step);
            }
        }
        return pieces(steps, String.join("", old.subList(at, old.size())));
    }

    /// Whether what stayed between two changes only breaks them up for the eye: no word at all, or
    /// one that is no longer than what changed on either side of it. The second rule is that of
    /// diff-match-patch's semantic cleanup (Fraser, "Diff Strategies", 2006), for single words.
    private static boolean island(String same, Step before, Step after) {
        if (same.indexOf('\n') >= 0) {
            return false;
        }
        String word = same.strip();
        boolean none = word.codePoints().noneMatch(Character::isLetterOrDigit);
        boolean single = word.indexOf(' ') < 0;
        return none
                || (single
                        && word.length() <= longer(before.removed(), before.added())
                        && word.length() <= longer(after.removed(), after.added()));
    }

    private static int longer(String one, String other) {
        return Math.max(one.strip().length(), other.strip().length());
    }

    private static List<Piece> pieces(List<Step> steps, String rest) {
        List<Piece> pieces = new ArrayList<>();
        for (Step step : steps) {
            if (!step.same().isEmpty()) {
                pieces.add(Piece.plain(step.same()));
            }
            if (!step.removed().isEmpty()) {
                pieces.add(removed(step.removed()));
            }
            if (!step.added().isEmpty()) {
                pieces.add(added(step.added()));
            }
        }
        if (!rest.isEmpty()) {
            pieces.add(Piece.plain(rest));
        }
        return pieces;
    }

    private static Piece removed(String text) {
        return new Piece(text, "del", "", null);
    }

    private static Piece added(String text) {
        return new Piece(text, "ins", "", null);
    }

    private static List<String> words(String text, Locale locale) {
        BreakIterator breaks = BreakIterator.getWordInstance(locale);
        breaks.setText(text);
        List<String> words = new ArrayList<>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            words.add(text.substring(from, to));
            from = to;
        }
        return words;
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>();
        for (Matcher found = LINE.matcher(text); found.find(); ) {
            lines.add(found.group());
        }
        return lines;
    }
}
