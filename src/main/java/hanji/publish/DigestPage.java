package hanji.publish;

import hanji.segment.Language;
import hanji.segment.WebAddress;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One self-contained HTML file: every text with its language, nothing from another host, no
/// script.
final class DigestPage {

    private static final InlineMarkdown MARKDOWN = new InlineMarkdown("");

    private final Template template;

    DigestPage() {
        Engine engine =
                Engine.builder()
                        .addDefaults()
                        .addValueResolver(new ReflectionValueResolver())
                        .addResultMapper(new HtmlEscaper(List.of("text/html")))
                        .build();
        template = engine.parse(source(), Variant.forContentType("text/html"));
    }

    private static String source() {
        try (InputStream in =
                Objects.requireNonNull(
                        DigestPage.class.getResourceAsStream("/publish/digest.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What the template shows.
    public record View(String key, RawString heading, String lang, List<Paper> papers) {}

    /// @param warning beside the link, where its host can be taken for another
    public record Paper(
            RawString title,
            @Nullable String link,
            @Nullable RawString warning,
            @Nullable RawString headline,
            @Nullable RawString tldr,
            List<RawString> points,
            List<Line> lines) {}

    public record Line(String lang, RawString html) {}

    String render(Edition edition) {
        Language language = edition.target();
        List<Paper> papers =
                edition.entries().stream().map(paper -> paper(paper, language)).toList();
        return template.data(
                        "page",
                        new View(edition.key(), seen(edition.key()), language.tag(), papers))
                .render();
    }

    private static Paper paper(Edition.Paper paper, Language language) {
        WebAddress link = WebAddress.of(paper.link());
        return new Paper(
                seen(paper.title()),
                link == null ? null : link.url(),
                link == null || !link.lookalike()
                        ? null
                        : new RawString(SeenText.lookalike(link, "")),
                texts(paper.headline()).stream().findFirst().orElse(null),
                texts(paper.tldr()).stream().findFirst().orElse(null),
                texts(paper.bullets()),
                paper.segments().stream().map(line -> line(line, language)).toList());
    }

    private static Line line(Edition.Line line, Language language) {
        Edition.Text target = line.target();
        return target == null
                ? new Line(Language.SOURCE.tag(), new RawString(MARKDOWN.html(line.source())))
                : new Line(language.tag(), new RawString(MARKDOWN.html(target.text())));
    }

    /// The lines of a condensation; none when it is not shown.
    private static List<RawString> texts(Edition.@Nullable Text text) {
        return text == null ? List.of() : text.text().lines().map(DigestPage::seen).toList();
    }

    private static RawString seen(String text) {
        return new RawString(SeenText.published(text));
    }
}
