package hanji.publish;

import hanji.segment.Language;
import hanji.segment.WebAddress;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An edition as the plain HTML that feed readers show: titles and texts, each with its language.
final class FeedHtml {

    private static final InlineMarkdown MARKDOWN = new InlineMarkdown("");

    private FeedHtml() {}

    static String of(Edition edition) {
        return edition.entries().stream()
                .map(paper -> paper(paper, edition.target().tag()))
                .collect(Collectors.joining("\n"));
    }

    private static String paper(Edition.Paper paper, String lang) {
        WebAddress link = WebAddress.of(paper.link());
        String title = SeenText.published(paper.title());
        return "<h2>"
                + (link == null
                        ? title
                        : "<a href=\"%s\">%s</a>".formatted(SeenText.escaped(link.url()), title))
                + "</h2>\n"
                + paragraph(paper.tldr(), lang)
                + paper.segments().stream()
                        .map(line -> line(line, lang))
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String paragraph(Edition.@Nullable Text text, String lang) {
        return text == null
                ? ""
                : "<p lang=\"%s\">%s</p>\n".formatted(lang, MARKDOWN.html(text.text()));
    }

    private static String line(Edition.Line line, String lang) {
        Edition.Text target = line.target();
        return target == null
                ? "<li lang=\"%s\">%s</li>"
                        .formatted(Language.SOURCE.tag(), MARKDOWN.html(line.source()))
                : "<li lang=\"%s\">%s</li>".formatted(lang, MARKDOWN.html(target.text()));
    }
}
