package hanji.publish;

import hanji.review.ReviewItem;
import hanji.segment.Language;
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
    public record View(String key, String lang, List<Paper> papers) {}

    public record Paper(
            String title,
            @Nullable String link,
            @Nullable String headline,
            @Nullable String tldr,
            List<String> points,
            List<Line> lines) {}

    public record Line(String lang, RawString html) {}

    String render(BilingualDigest digest) {
        Language language = digest.language();
        List<Paper> papers =
                digest.entries().stream()
                        .map(entry ->
                                new Paper(
                                        entry.entry().entry().title(),
                                        webAddress(entry.entry().entry().link()),
                                        text(entry.headline()),
                                        text(entry.tldr()),
                                        text(entry.bullets()) == null
                                                ? List.of()
                                                : Objects.requireNonNull(text(entry.bullets()))
                                                        .lines()
                                                        .toList(),
                                        entry.pairs().stream()
                                                .map(pair ->
                                                        new Line(
                                                                pair.shown()
                                                                        ? language.tag()
                                                                        : Language.SOURCE.tag(),
                                                                new RawString(
                                                                        InlineMarkdown.html(
                                                                                pair.text()))))
                                                .toList()))
                        .toList();
        return template.data("page", new View(digest.digest().key(), language.tag(), papers))
                .render();
    }

    private static @Nullable String text(@Nullable ReviewItem item) {
        return item == null || item.target() == null ? null : item.target().text();
    }

    private static @Nullable String webAddress(@Nullable String link) {
        return link == null || new WebAddresses().sanitizeLinkUrl(link).isEmpty() ? null : link;
    }
}
