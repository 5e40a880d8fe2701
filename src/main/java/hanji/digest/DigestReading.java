package hanji.digest;

import hanji.digest.ParseFinding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jspecify.annotations.Nullable;

/// One reading of one file, block by block, from the top: headings open and close entries, what
/// stands between belongs to the open one.
final class DigestReading {

    /// The level of `### [Title](link)`, until a date heading of another level moves it.
    private static final int USUAL_ENTRY_LEVEL = 3;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final SourceLines source;
    private final List<DigestEntry> entries = new ArrayList<>();
    private final List<ParseFinding> findings = new ArrayList<>();
    private final Set<String> links = new HashSet<>();
    private final EntryText entryText;
    private int entryLevel = USUAL_ENTRY_LEVEL;
    private boolean titled;
    private @Nullable String date;
    private @Nullable EntryDraft entry;

    private DigestReading(String text, int offset) {
        source = new SourceLines(text, offset);
        entryText = new EntryText(source, findings);
    }

    /// U+FFFD takes the place of NUL, as CommonMark has it; the digest's own text keeps it.
    static DigestReading of(String digest) {
        var text = digest.replace('\0', '\uFFFD');
        var offset = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
        var reading = new DigestReading(text, offset);
        reading.read(Blocks.of(text.substring(offset)));
        return reading;
    }

    private void read(Node document) {
        for (var block = document.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading) {
                heading(heading);
            } else if (entry != null) {
                entryText.read(entry, block);
            } else {
                outside(block);
            }
        }
        close();
        findings.sort(Comparator.comparingInt(ParseFinding::line));
    }

    /// The first date in a heading, or null.
    @Nullable String date() {
        return date;
    }

    List<DigestEntry> entries() {
        return entries;
    }

    List<ParseFinding> findings() {
        return findings;
    }

    private void heading(Heading block) {
        var line = SourceLines.number(block);
        var content = content(block);
        var heading = HeadingText.of(content);
        var inside = entry != null && block.getLevel() > entryLevel;
        var headingDate = inside || heading.link() != null ? null : DigestKey.dateIn(content);
        if (heading.link() != null) {
            open(heading, line);
        } else if (headingDate != null) {
            dated(headingDate, block.getLevel());
        } else if (block.getLevel() == entryLevel && !heading.title().isEmpty()) {
            open(heading, line);
            find(line, Kind.ENTRY_WITHOUT_LINK, "This entry's heading has no link.");
        } else if (inside) {
            find(line, Kind.LEFT_AS_IS, "A heading inside an entry is exported as it is.");
        } else if (titled || !entries.isEmpty() || entry != null) {
            close();
            find(line, Kind.UNKNOWN_LINE, "This heading has neither a date nor a link.");
        } else {
            titled = true; // the file's title, above everything
        }
    }

    private String content(Heading heading) {
        var lines = heading.getSourceSpans();
        if (lines.size() == 1) {
            return HeadingText.content(source.line(lines.getFirst()));
        }
        // underlined by === or ---
        return lines.subList(0, lines.size() - 1).stream()
                .map(source::line)
                .collect(Collectors.joining(" "));
    }

    private void dated(String headingDate, int level) {
        close();
        titled = true;
        entryLevel = level + 1;
        if (date == null) {
            date = headingDate;
        }
    }

    private void open(HeadingText heading, int line) {
        close();
        if (heading.link() != null && !links.add(heading.link())) {
            find(line, Kind.DUPLICATE_ENTRY, "An entry above has the same link.");
        }
        entry = new EntryDraft(entries.size() + 1, heading, line);
    }

    private void close() {
        if (entry == null) {
            return;
        }
        if (!entry.hasBullets()) {
            find(entry.line(), Kind.ENTRY_WITHOUT_BULLETS, "This entry has no text to translate.");
        }
        entries.add(entry.entry());
        entry = null;
    }

    private void outside(Node block) {
        var silent = block instanceof ThematicBreak || block instanceof LinkReferenceDefinition;
        var comment = block instanceof HtmlBlock html && html.getLiteral().startsWith("<!--");
        var what = block instanceof Paragraph ? "This text" : "This block";
        if (!silent && !comment) {
            find(
                    SourceLines.number(block),
                    Kind.UNKNOWN_LINE,
                    what + " belongs to no entry: it is exported as it is.");
        }
    }

    private void find(int line, Kind kind, String message) {
        findings.add(new ParseFinding(line, kind, message));
    }
}
