package hanji.web;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What changed between two texts, word by word; scripts without spaces go sign by sign.
final class WordDiff {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[^\\s\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]+|\\s+");

    /// Longer texts are shown whole, as removed and added: the difference would cost seconds.
    private static final int LONGEST = 4_000;

    private WordDiff() {}

    static List<Piece> of(String before, String after) {
        if (before.equals(after)) {
            return List.of(Piece.plain(after));
        }
        if (before.length() > LONGEST || after.length() > LONGEST) {
            return List.of(removed(before), Piece.plain("\n"), added(after));
        }
        List<String> old = tokens(before);
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (AbstractDelta<String> delta : DiffUtils.diff(old, tokens(after)).getDeltas()) {
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

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher found = TOKEN.matcher(text); found.find(); ) {
            tokens.add(found.group());
        }
        return tokens;
    }
}
