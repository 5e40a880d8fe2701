package hanji.draft;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds one text in a JSON answer that is still being written: the string behind a key, or the
/// strings of the list behind it, a line each. It judges nothing: what is around the JSON or wrong
/// in it is passed over, for the whole answer is read strictly afterwards.
final class GrowingText {

    private final String wanted;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder word = new StringBuilder();
    private final StringBuilder escape = new StringBuilder();
    private final Deque<Character> nesting = new ArrayDeque<>();
    private boolean inString;
    private boolean isWanted;
    private String key = "";

    /// @param wanted the key
    GrowingText(String wanted) {
        this.wanted = wanted;
    }

    /// The text as far as it is known with another piece of the answer; the first half of a
    /// character is kept back.
    String add(String piece) {
        piece.chars().forEach(c -> next((char) c));
        int end = text.length();
        boolean half = end > 0 && Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, half ? end - 1 : end);
    }

    private void next(char c) {
        if (!inString) {
            outside(c);
        } else if (!escape.isEmpty()) {
            escape.append(c);
            unescape();
        } else if (c == '\\') {
            escape.append(c);
        } else if (c == '"') {
            inString = false;
        } else {
            write(c);
        }
    }

    private void outside(char c) {
        switch (c) {
            case '"' -> open();
            case ':' -> key = word.toString();
            case ',' -> key = inList() ? key : "";
            case '[' -> nesting.push(c);
            case '{' -> {
                nesting.push(c);
                key = "";
            }
            case ']', '}' -> {
                nesting.poll();
                key = "";
            }
            default -> {}
        }
    }

    private boolean inList() {
        Character inner = nesting.peek();
        return inner != null && inner == '[';
    }

    private void open() {
        inString = true;
        isWanted = key.equals(wanted);
        word.setLength(0);
        if (isWanted && !text.isEmpty()) {
            text.append('\n');
        }
    }

    private void write(char c) {
        (isWanted ? text : word).append(c);
    }

    private void unescape() {
        char kind = escape.charAt(1);
        if (kind == 'u' && escape.length() < 6) {
            return;
        }
        switch (kind) {
            case 'n' -> write('\n');
            case 't' -> write('\t');
            case 'r' -> write('\r');
            case 'b' -> write('\b');
            case 'f' -> write('\f');
            case 'u' -> unicode(escape.substring(2));
            default -> write(kind);
        }
        escape.setLength(0);
    }

    private void unicode(String hex) {
        if (hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            write((char) Integer.parseInt(hex, 16));
        }
    }
}
