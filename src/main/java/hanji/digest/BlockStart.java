package hanji.digest;

import java.util.regex.Pattern;
import org.commonmark.node.Paragraph;

/// Keeps a line of text from being read as the beginning of something else than a paragraph.
final class BlockStart {

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,9})([.)])(?=[ \\t]|$)");

    // A rule, the underline of a heading; or one of them together with the list marker before it.
    private static final Pattern RULE = Pattern.compile("[-_*=+][-_*=+ \\t]*");

    private BlockStart() {}

    /// @param line neither empty nor with white space around
    static String escaped(String line) {
        var first = line.charAt(0);
        if (first >= '0' && first <= '9') {
            var number = NUMBER.matcher(line);
            return number.lookingAt()
                    ? number.group(1) + "\\" + line.substring(number.end(1))
                    : line;
        }
        return isPunctuation(first) && isRead(line) ? "\\" + line : line;
    }

    private static boolean isRead(String line) {
        var definition = line.charAt(0) == '[' && (line.contains("]:") || line.indexOf(']') < 0);
        return definition
                || RULE.matcher(line).matches()
                || EntryText.isTableRule(line)
                || !isParagraph(line, 1)
                || !isParagraph("x\n" + line, 2);
    }

    private static boolean isParagraph(String text, int lines) {
        var block = Blocks.of(text).getFirstChild();
        return block instanceof Paragraph
                && block.getNext() == null
                && block.getSourceSpans().size() == lines;
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7F && !Character.isLetterOrDigit(c);
    }
}
