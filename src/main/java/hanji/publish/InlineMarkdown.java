package hanji.publish;

import hanji.segment.WebAddress;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/// The Markdown of one segment as HTML that is safe to show: raw HTML is escaped, pictures are left
/// as their text, links lead to http and https only, and what would turn the text round is named.
public final class InlineMarkdown {

    private static final Parser PARSER = Parser.builder().enabledBlockTypes(Set.of()).build();

    private final String warning;
    private final HtmlRenderer renderer =
            HtmlRenderer.builder()
                    .escapeHtml(true)
                    .omitSingleParagraphP(true)
                    .nodeRendererFactory(Careful::new)
                    .build();

    /// @param warning stands beside links whose host can be taken for another, behind the host;
    ///   empty for the host alone
    public InlineMarkdown(String warning) {
        this.warning = warning;
    }

    public String html(String markdown) {
        return renderer.render(PARSER.parse(markdown)).strip();
    }

    /// What of Markdown's HTML is ours. Pictures of other hosts load on a click only, and so not in
    /// a text.
    private final class Careful implements NodeRenderer {

        private final HtmlNodeRendererContext context;

        Careful(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Image.class, Link.class, Text.class, Code.class, HtmlInline.class);
        }

        @Override
        public void render(Node node) {
            switch (node) {
                case Text text -> raw(SeenText.published(text.getLiteral()));
                case HtmlInline html -> raw(SeenText.published(html.getLiteral()));
                case Code code -> raw("<code>" + SeenText.published(code.getLiteral()) + "</code>");
                case Link link -> link(link, WebAddress.of(link.getDestination()));
                default -> children(node);
            }
        }

        private void link(Link link, @Nullable WebAddress address) {
            if (address == null) {
                children(link);
                return;
            }
            raw(
                    "<a href=\"%s\" rel=\"noopener noreferrer nofollow\">"
                            .formatted(SeenText.escaped(address.url())));
            children(link);
            raw("</a>");
            if (address.lookalike()) {
                raw(" " + SeenText.lookalike(address, warning));
            }
        }

        private void raw(String html) {
            context.getWriter().raw(html);
        }

        private void children(Node node) {
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
        }
    }
}
