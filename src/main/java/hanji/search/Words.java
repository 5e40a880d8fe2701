package hanji.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/// Reads what somebody types. There is no syntax to get wrong: quotation marks make phrases, a
/// missing one closes itself, and everything else is words.
final class Words {

    /// @param exact whether it stood in quotation marks
    /// @param open whether it may still be typed
    record Word(String text, boolean exact, boolean open) {}

    /// More than anybody types; the rest is left out.
    private static final int MOST = 16;

    private static final String MARKS = "\"“”„«»「」『』";

    private Words() {}

    static List<Word> of(String typed) {
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        List<Word> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean mark = MARKS.indexOf(c) >= 0;
            if (mark || (!quoted && (Character.isWhitespace(c) || Character.isISOControl(c)))) {
                add(words, word, quoted, false);
                quoted = mark != quoted;
            } else {
                word.append(c);
            }
        }
        add(words, word, quoted, !quoted);
        return words.size() <= MOST ? words : List.copyOf(words.subList(0, MOST));
    }

    private static void add(List<Word> words, StringBuilder word, boolean quoted, boolean open) {
        String text = word.toString().strip();
        if (!text.isEmpty()) {
            words.add(new Word(text, quoted, open));
        }
        word.setLength(0);
    }
}
