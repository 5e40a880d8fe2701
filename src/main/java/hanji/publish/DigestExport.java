package hanji.publish;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.Locale;
import java.util.function.Supplier;

/// A digest as a file to take away.
public final class DigestExport {

    private final Publisher publisher;
    private final DigestPage page = new DigestPage();

    public DigestExport(Publisher publisher) {
        this.publisher = publisher;
    }

    /// A file to take away; its bytes are the content in UTF-8.
    public record File(String name, String mediaType, String content) {}

    /// A digest as it is now.
    ///
    /// @param format `md`, `json` or `html`; those of other tools are written by `exchange`
    /// @throws Problem (bad input) for another format
    public File file(String digestKey, Language language, String format, Which which) {
        return file(
                digestKey + "." + language.tag(),
                format,
                () -> publisher.markdown(digestKey, language, which),
                () -> publisher.edition(digestKey, language, which));
    }

    /// A publication as it was.
    ///
    /// @param format as above
    public File file(Published published, String format) {
        Publication publication = published.publication();
        return file(
                publication.digest() + "." + publication.language().tag(),
                format,
                published::markdown,
                published::edition);
    }

    private File file(
            String name, String format, Supplier<String> markdown, Supplier<Edition> edition) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "md" -> new File(name + ".md", "text/markdown;charset=utf-8", markdown.get());
            case "json" ->
                    new File(name + ".json", "application/json", EditionJson.write(edition.get()));
            case "html" ->
                    new File(name + ".html", "text/html;charset=utf-8", page.render(edition.get()));
            default ->
                    throw Problem.badInput(
                            "Unknown format \"%s\" of an export: use md, json, html, xliff, xliff12 or tmx.",
                            format);
        };
    }
}
