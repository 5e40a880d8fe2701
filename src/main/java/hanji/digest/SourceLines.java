package hanji.digest;

import hanji.segment.Span;
import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;

/// The digest's text behind commonmark's source spans, which hold one stretch for each line of a
/// block, without the marks of the lists and quotes around it.
///
/// @param offset what the text has in front of what commonmark read (a byte order mark)
record SourceLines(String text, int offset) {

    /// @param lines the lines of one paragraph, or some of them in a row
    Span span(List<SourceSpan> lines) {
        var first = lines.getFirst();
        var start = start(first);
        var end = end(lines.getLast());
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return new Span(start, end);
    }

    /// The lines without their indentation, joined by line feeds.
    String joined(List<SourceSpan> lines, Span span) {
        if (lines.size() == 1) {
            return span.of(text);
        }
        var out = new StringBuilder(span.length());
        for (var line : lines) {
            out.append(text, start(line), Math.min(end(line), span.end())).append('\n');
        }
        out.setLength(out.length() - 1);
        return out.toString();
    }

    String line(SourceSpan line) {
        return text.substring(offset + line.getInputIndex(), end(line)).strip();
    }

    static int number(SourceSpan line) {
        return line.getLineIndex() + 1;
    }

    /// The line a block begins in, from 1.
    static int number(Node block) {
        return block.getSourceSpans().isEmpty() ? 1 : number(block.getSourceSpans().getFirst());
    }

    private int start(SourceSpan line) {
        var start = offset + line.getInputIndex();
        var end = end(line);
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        return start;
    }

    private int end(SourceSpan line) {
        return offset + line.getInputIndex() + line.getLength();
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
