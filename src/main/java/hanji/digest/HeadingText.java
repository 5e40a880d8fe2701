package hanji.digest;

import org.jspecify.annotations.Nullable;

/// What a heading says: `[Title](link)`, or text alone.
///
/// @param title without the link around it, `\[` and `\]` unescaped
/// @param link null where there is none
record HeadingText(String title, @Nullable String link) {

    /// @param content the heading without its marks
    static HeadingText of(String content) {
        var close = content.lastIndexOf("](");
        var end = close < 0 ? -1 : Links.end(content, close + 1);
        var open = end < 0 ? -1 : open(content, close, end);
        if (open < 0) {
            return new HeadingText(unescaped(content), null);
        }
        var title =
                content.substring(0, open)
                        + content.substring(open + 1, close)
                        + content.substring(end);
        var link = Links.target(content.substring(close + 2, end - 1));
        return new HeadingText(unescaped(title.strip()), link.isEmpty() ? null : link);
    }

    /// Takes `#` marks and the spaces around off one ATX heading line.
    static String content(String line) {
        var text = line.strip();
        var start = 0;
        while (start < text.length() && text.charAt(start) == '#') {
            start++;
        }
        var end = text.length();
        while (end > start && text.charAt(end - 1) == '#') {
            end--;
        }
        var closed = end == start || text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t';
        return text.substring(start, closed ? end : text.length()).strip();
    }

    /// The opposite of reading: brackets without a partner would end the link too early or too
    /// late.
    static String escaped(String title) {
        var plain =
                Links.balanced(title, '[', ']') && !title.contains("](") && !title.endsWith("\\");
        return plain ? title : rewritten(title, true);
    }

    /// The same for a heading without link.
    static String escapedAll(String title) {
        return title.contains("](") || !Links.balanced(title, '[', ']')
                ? rewritten(title, true)
                : title;
    }

    // Where the heading is nothing but a link, its title may hold any bracket: PaLM-E [v2, or [0,
    // 1).
    private static int open(String content, int close, int end) {
        if (content.startsWith("[") && end == content.length()) {
            return 0;
        }
        var depth = 0;
        for (var i = close - 1; i >= 0; i--) {
            var c = content.charAt(i);
            if (c == ']') {
                depth++;
            } else if (c == '[' && depth-- == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String title) {
        return title.indexOf('\\') < 0 ? title : rewritten(title, false);
    }

    // Backslashes count as escapes only in front of a bracket or the end; LaTeX keeps its own.
    private static String rewritten(String title, boolean escape) {
        var out = new StringBuilder(title.length() + 8);
        var slashes = 0;
        for (var i = 0; i <= title.length(); i++) {
            var c = i < title.length() ? title.charAt(i) : '\0';
            if (c == '\\') {
                slashes++;
                continue;
            }
            var bracket = c == '[' || c == ']';
            var special = bracket || i == title.length();
            var kept =
                    !special
                            ? slashes
                            : escape
                                    ? 2 * slashes + (bracket ? 1 : 0)
                                    : bracket ? slashes / 2 : (slashes + 1) / 2;
            out.repeat('\\', kept);
            slashes = 0;
            if (i < title.length()) {
                out.append(c);
            }
        }
        return out.toString();
    }
}
