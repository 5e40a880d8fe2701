package hanji.digest;

import hanji.digest.ParseFinding.Kind;
import java.util.List;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/// Finds the texts in lists and quotes, however they stand in one another.
final class ItemText {

    private final SourceLines source;
    private final List<ParseFinding> findings;

    ItemText(SourceLines source, List<ParseFinding> findings) {
        this.source = source;
        this.findings = findings;
    }

    /// One list item while its blocks are read: its first text is the bullet, the others continue
    /// it.
    private static final class Item {

        private final Bullet.Kind kind;
        private final int depth;
        private final int line;
        private boolean begun;

        Item(Bullet.Kind kind, int depth, int line) {
            this.kind = kind;
            this.depth = depth;
            this.line = line;
        }

        Bullet.Kind next() {
            var next = begun ? Bullet.Kind.CONTINUATION : kind;
            begun = true;
            return next;
        }
    }

    void read(EntryDraft entry, Node block) {
        read(entry, block, null, 1);
    }

    private void read(EntryDraft entry, Node block, @Nullable Item item, int nesting) {
        if (nesting > DigestParser.MAX_NESTING) {
            find(block, Kind.TOO_DEEP, "Nested too deep: exported as it is.");
            return;
        }
        switch (block) {
            case Paragraph paragraph -> text(entry, paragraph, item);
            case ListBlock list -> items(entry, list, item, nesting);
            case BlockQuote quote -> children(entry, quote, item, nesting);
            case Heading heading -> leave(heading, "A heading");
            case FencedCodeBlock code -> leave(code, "Code");
            case IndentedCodeBlock code -> leave(code, "Code");
            case HtmlBlock html -> leave(html, "HTML");
            default -> {} // rules and link definitions hold no text
        }
    }

    private void children(EntryDraft entry, Node parent, @Nullable Item item, int nesting) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            read(entry, child, item, nesting + 1);
        }
    }

    private void items(EntryDraft entry, ListBlock list, @Nullable Item outer, int nesting) {
        var kind = list instanceof OrderedList ? Bullet.Kind.ORDERED : Bullet.Kind.BULLET;
        for (var child = list.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof ListItem) {
                children(entry, child, item(kind, SourceLines.number(child), outer), nesting + 1);
            }
        }
    }

    // `- 1) text` reads as one bullet, though Markdown sees an ordered list in it.
    private static Item item(Bullet.Kind kind, int line, @Nullable Item outer) {
        if (outer == null) {
            return new Item(kind, 0, line);
        }
        var sameLine = !outer.begun && outer.line == line;
        outer.begun = true;
        return sameLine
                ? new Item(outer.kind, outer.depth, line)
                : new Item(kind, outer.depth + 1, line);
    }

    private void text(EntryDraft entry, Paragraph paragraph, @Nullable Item item) {
        var kind = item == null ? Bullet.Kind.PARAGRAPH : item.next();
        paragraph(entry, kind, item == null ? 0 : item.depth, paragraph.getSourceSpans());
    }

    void paragraph(EntryDraft entry, Bullet.Kind kind, int depth, List<SourceSpan> lines) {
        var span = source.span(lines);
        var text = source.joined(lines, span);
        if (text.isBlank() || EntryText.isTable(source, lines)) {
            leave(SourceLines.number(lines.getFirst()), text.isBlank() ? "White space" : "A table");
        } else {
            entry.bullet(kind, depth, text, span, SourceLines.number(lines.getFirst()));
        }
    }

    void leave(Node block, String what) {
        leave(SourceLines.number(block), what);
    }

    private void leave(int line, String what) {
        findings.add(
                new ParseFinding(
                        line, Kind.LEFT_AS_IS, what + " is not translated: exported as it is."));
    }

    private void find(Node block, Kind kind, String message) {
        findings.add(new ParseFinding(SourceLines.number(block), kind, message));
    }
}
