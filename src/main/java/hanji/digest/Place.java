package hanji.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Where a bullet stands, and how another text is fitted into it.
///
/// @param bullet what stands there now
/// @param breaks what is between its lines: line end, indentation, quote marks; empty for one line
/// @param openAbove whether a non-empty line of the same block may stand above
record Place(Bullet bullet, List<String> breaks, boolean openAbove) {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\n]");

    // Some renderers break lines at more characters than CommonMark does.
    private static final Pattern ANY_BREAK =
            Pattern.compile("[\\r\\n\\u000B\\f\\u0085\\u2028\\u2029]+");

    static Place of(String text, Bullet bullet) {
        return new Place(bullet, breaks(text, bullet), openAbove(text, bullet.span().start()));
    }

    private static List<String> breaks(String text, Bullet bullet) {
        var raw = bullet.span().of(text);
        var lines = bullet.text().split("\n", -1);
        var breaks = new ArrayList<String>();
        var ends = LINE_END.matcher(raw);
        for (var i = 1; i < lines.length && ends.find(); i++) {
            // a line is its prefix and its content, nothing else
            var next = LINE_END.matcher(raw);
            var lineEnd = next.find(ends.end()) ? next.start() : raw.length();
            breaks.add(raw.substring(ends.start(), lineEnd - lines[i].length()));
        }
        return breaks;
    }

    private static boolean openAbove(String text, int start) {
        var lineStart = start;
        while (lineStart > 0 && " \t>".indexOf(text.charAt(lineStart - 1)) >= 0) {
            lineStart--;
        }
        if (lineStart == 0 || "\r\n".indexOf(text.charAt(lineStart - 1)) < 0) {
            return false; // a list marker stands before it
        }
        var above = text.substring(Math.max(0, lineStart - 2), lineStart);
        var end = lineStart - (above.equals("\r\n") ? 2 : 1);
        return end > 0 && "\r\n".indexOf(text.charAt(end - 1)) < 0;
    }

    /// @param target not blank
    String fit(String target) {
        var lines =
                Arrays.stream(ANY_BREAK.split(target))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
        if (breaks.isEmpty()) {
            return escaped(String.join(" ", lines), true);
        }
        var out = new StringBuilder(escaped(lines.getFirst(), true));
        for (var i = 1; i < lines.size(); i++) {
            out.append(breaks.get(Math.min(i, breaks.size()) - 1))
                    .append(escaped(lines.get(i), false));
        }
        return out.toString();
    }

    private String escaped(String line, boolean first) {
        if (bullet.kind() == Bullet.Kind.PARAGRAPH && MetaLine.of(line).isPresent()) {
            return Character.isLetter(line.charAt(0))
                    ? line.replaceFirst(":", "\\\\:")
                    : "\\" + line;
        }
        var title = first && openAbove && "\"'(".indexOf(line.charAt(0)) >= 0 && !sameStart(line);
        var cell = line.charAt(0) == '|' && !(first && sameStart(line));
        return title || cell ? "\\" + line : BlockStart.escaped(line);
    }

    private boolean sameStart(String line) {
        return bullet.text().charAt(0) == line.charAt(0);
    }
}
