package hanji.digest;

import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// The block structure of a Markdown text. Inlines are left unread: a segment keeps its Markdown as
/// written, and the parser of inlines is the larger part of the cost.
final class Blocks {

    /// Twice [DigestParser#MAX_NESTING], so that only what is cut off there can be misread here:
    /// the line after such nesting may be taken for plain text.
    private static final int MAX_OPEN = 2 * DigestParser.MAX_NESTING;

    private static final Parser PARSER =
            Parser.builder()
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                    .inlineParserFactory(context -> (lines, block) -> {})
                    .maxOpenBlockParsers(MAX_OPEN)
                    .build();

    private Blocks() {}

    static Node of(String text) {
        return PARSER.parse(text);
    }
}
