package hanji.publish;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// The Markdown of one segment as HTML that is safe to show: raw HTML is escaped, pictures are left
/// as their text, and links lead to http and https only.
public final class InlineMarkdown {

    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of()).build();

    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .sanitizeUrls(true)
                    .omitSingleParagraphP(true)
                    .urlSanitizer(new WebAddresses())
                    .attributeProviderFactory(_ -> InlineMarkdown::quietLinks)
                    .nodeRendererFactory(PictureText::new)
                    .build();

    private InlineMarkdown() {}

    public static String html(String markdown) {
        return RENDERER.render(PARSER.parse(markdown)).strip();
    }

    private static void quietLinks(Node node, String tag, Map<String, String> attributes) {
        if (node instanceof Link) {
            attributes.put("rel", "noreferrer nofollow");
        }
    }
}
