package hanji.digest;

import hanji.digest.ParseFinding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/// Reads the blocks between two headings into an entry.
final class EntryText {

    private static final Pattern TABLE_RULE =
            Pattern.compile("\\|?[ \\t]*:?-+:?[ \\t]*(?:\\|[ \\t]*:?-+:?[ \\t]*)*\\|?");

    private final SourceLines source;
    private final List<ParseFinding> findings;
    private final ItemText items;

    EntryText(SourceLines source, List<ParseFinding> findings) {
        this.source = source;
        this.findings = findings;
        items = new ItemText(source, findings);
    }

    void read(EntryDraft entry, Node block) {
        switch (block) {
            case Paragraph paragraph -> paragraph(entry, paragraph.getSourceSpans());
            case HtmlBlock html -> html(entry, html);
            default -> items.read(entry, block);
        }
    }

    // Media, votes, authors and text may share one paragraph: the lines decide.
    private void paragraph(EntryDraft entry, List<SourceSpan> lines) {
        var text = new ArrayList<SourceSpan>();
        for (var line : lines) {
            if (meta(entry, line, source.line(line))) {
                flush(entry, text);
            } else {
                text.add(line);
            }
        }
        flush(entry, text);
    }

    private void flush(EntryDraft entry, List<SourceSpan> lines) {
        if (!lines.isEmpty()) {
            items.paragraph(entry, Bullet.Kind.PARAGRAPH, 0, lines);
            lines.clear();
        }
    }

    private boolean meta(EntryDraft entry, SourceSpan span, String line) {
        var meta = MetaLine.of(line);
        if (meta.isEmpty()) {
            return false;
        }
        switch (meta.get()) {
            case MetaLine.Shown shown -> entry.show(shown.media());
            case MetaLine.Authors authors -> entry.authors(authors.names());
            case MetaLine.Votes votes -> {
                if (!entry.vote(votes.count())) {
                    find(
                            span,
                            Kind.ODD_VOTES,
                            "This entry has votes already; the first count holds.");
                }
            }
            case MetaLine.OddVotes odd ->
                    find(span, Kind.ODD_VOTES, "The votes are neither a whole number nor \"-\".");
        }
        return true;
    }

    // Without an empty line below it, an HTML block swallows the votes and authors.
    private void html(EntryDraft entry, HtmlBlock block) {
        var known = false;
        for (var span : block.getSourceSpans()) {
            var line = source.line(span);
            known |= !line.startsWith("!") && !line.startsWith("[") && meta(entry, span, line);
        }
        var media = MetaLine.embedded(block.getLiteral());
        entry.show(media);
        if (!known && media.isEmpty() && !block.getLiteral().startsWith("<!--")) {
            items.leave(block, "HTML");
        }
    }

    private void find(SourceSpan span, Kind kind, String message) {
        findings.add(new ParseFinding(SourceLines.number(span), kind, message));
    }

    /// Whether the lines are a table of GitHub's Markdown, which commonmark takes for a paragraph.
    static boolean isTable(SourceLines source, List<SourceSpan> lines) {
        return lines.size() > 1
                && source.line(lines.getFirst()).indexOf('|') >= 0
                && isTableRule(source.line(lines.get(1)));
    }

    static boolean isTableRule(String line) {
        return line.indexOf('-') >= 0 && TABLE_RULE.matcher(line).matches();
    }
}
