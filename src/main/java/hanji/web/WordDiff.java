package hanji.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What changed between two texts, word by word; scripts without spaces go sign by sign, and long
/// texts line by line.
final class WordDiff {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[^\\s\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+|\\s+");

    private static final Pattern LINE = Pattern.compile(".+\\R?|\\R");

    /// Longer texts go line by line: the difference by words would cost seconds.
    private static final int LONGEST = 4_000;

    /// Texts with more lines are shown whole, as removed and added.
    private static final int MOST_LINES = 2_000;

    private WordDiff() {}

    static List<Piece> of(String before, String after) {
        if (before.equals(after)) {
            return List.of(Piece.plain(after));
        }
        boolean words = before.length() <= LONGEST && after.length() <= LONGEST;
        List<String> old = tokens(words ? TOKEN : LINE, before);
        List<String> now = tokens(words ? TOKEN : LINE, after);
        if (!words && Math.max(old.size(), now.size()) > MOST_LINES) {
            return List.of(removed(before), Piece.plain("\n"), added(after));
        }
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, now).getDeltas()) {
            addPlain(pieces, old.subList(at, delta.getSource().getPosition()));
            at = delta.getSource().getPosition() + delta.getSource().size();
            if (delta.getType() != DeltaType.INSERT) {
                pieces.add(removed(String.join("", delta.getSource().getLines())));
            }
            if (delta.getType() != DeltaType.DELETE) {
                pieces.add(added(String.join("", delta.getTarget().getLines())));
            }
        }
        addPlain(pieces, old.subList(at, old.size()));
        return pieces;
    }

    private static void addPlain(List<Piece> pieces, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(Piece.plain(String.join("", words)));
        }
    }

    private static Piece removed(String text) {
        return new Piece(text, "del", "", null);
    }

    private static Piece added(String text) {
        return new Piece(text, "ins", "", null);
    }

    private static List<String> tokens(Pattern token, String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher found = token.matcher(text); found.find(); ) {
            tokens.add(found.group());
        }
        return tokens;
    }
}
