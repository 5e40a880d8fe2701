package hanji.publish;

import hanji.review.ReviewItem;
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

    String render(BilingualDigest digest) {
        Language language = digest.language();
        String key = digest.digest().key();
        List<Paper> papers =
                digest.entries().stream().map(entry -> paper(entry, language)).toList();
        return template.data("page", new View(key, seen(key), language.tag(), papers)).render();
    }

    private static Paper paper(BilingualDigest.Entry entry, Language language) {
        WebAddress link = WebAddress.of(entry.entry().entry().link());
        return new Paper(
                seen(entry.entry().entry().title()),
                link == null ? null : link.url(),
                link == null || !link.lookalike()
                        ? null
                        : new RawString(SeenText.lookalike(link, "")),
                texts(entry.headline()).stream().findFirst().orElse(null),
                texts(entry.tldr()).stream().findFirst().orElse(null),
                texts(entry.bullets()),
                entry.pairs().stream().map(pair -> line(pair, language)).toList());
    }

    private static Line line(BilingualDigest.Pair pair, Language language) {
        return new Line(
                pair.shown() ? language.tag() : Language.SOURCE.tag(),
                new RawString(MARKDOWN.html(pair.text())));
    }

    /// The lines of a condensation; none when it is not shown.
    private static List<RawString> texts(@Nullable ReviewItem item) {
        return item == null || item.target() == null
                ? List.of()
                : item.target().text().lines().map(DigestPage::seen).toList();
    }

    private static RawString seen(String text) {
        return new RawString(SeenText.published(text));
    }
}
