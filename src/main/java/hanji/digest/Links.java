package hanji.digest;

/// The little of Markdown's links that headings and media lines need.
final class Links {

    private Links() {}

    /// Where the bracketed target that opens at `open` (a round bracket) ends, exclusive; -1 if
    /// nowhere.
    static int end(String text, int open) {
        var depth = 0;
        for (var i = open; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == ')' && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /// The address of `<address> "title"`, as written.
    static String target(String inBrackets) {
        var text = inBrackets.strip();
        if (text.startsWith("<") && text.indexOf('>') > 0) {
            return text.substring(1, text.indexOf('>'));
        }
        var end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    static boolean balanced(String text, char open, char close) {
        var depth = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\'
                    && i + 1 < text.length()
                    && (text.charAt(i + 1) == open || text.charAt(i + 1) == close)) {
                return false;
            }
            if (c == open) {
                depth++;
            } else if (c == close && --depth < 0) {
                return false;
            }
        }
        return depth == 0;
    }
}
