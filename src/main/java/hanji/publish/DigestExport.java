package hanji.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hanji.digest.DigestEntry;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A digest as a file to take away.
public final class DigestExport {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private final Publisher publisher;
    private final DigestPage page = new DigestPage();

    public DigestExport(Publisher publisher) {
        this.publisher = publisher;
    }

    /// A file to take away; its bytes are the content in UTF-8.
    public record File(String name, String mediaType, String content) {}

    /// Writes the file.
    ///
    /// @param format `md`, `json` or `html`; those of other tools are written by `exchange`
    /// @throws Problem (bad input) for another format
    public File file(String digestKey, Language language, String format, Which which) {
        String name = digestKey + "." + language.tag() + "." + format.toLowerCase(Locale.ROOT);
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "md" ->
                    file(
                            name,
                            "text/markdown;charset=utf-8",
                            publisher.markdown(digestKey, language, which));
            case "json" ->
                    file(
                            name,
                            "application/json",
                            json(publisher.bilingual(digestKey, language, which)));
            case "html" ->
                    file(
                            name,
                            "text/html;charset=utf-8",
                            page.render(publisher.bilingual(digestKey, language, which)));
            default ->
                    throw Problem.badInput(
                            "Unknown format \"%s\" of an export: use md, json, html, xliff, xliff12 or tmx."
                                    .formatted(format));
        };
    }

    private static File file(String name, String mediaType, String content) {
        return new File(name, mediaType, content);
    }

    /// The JSON form of a digest in one language.
    record Whole(String key, int revision, Language source, Language target, List<Entry> entries) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            int number,
            String title,
            @Nullable String link,
            @Nullable String arxivId,
            @Nullable Integer votes,
            List<String> authors,
            @Nullable Text headline,
            @Nullable Text tldr,
            @Nullable Text bullets,
            List<Segment> segments) {}

    /// @param target null where the source stands
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Segment(int number, String source, @Nullable Text target) {}

    record Text(String text, TargetState state, Provenance provenance) {

        static @Nullable Text of(@Nullable ReviewItem item) {
            return item == null || item.target() == null
                    ? null
                    : new Text(item.target().text(), item.state(), item.target().provenance());
        }
    }

    private static String json(BilingualDigest digest) {
        try {
            return JSON.writeValueAsString(
                            new Whole(
                                    digest.digest().key(),
                                    digest.digest().revision(),
                                    Language.SOURCE,
                                    digest.language(),
                                    digest.entries().stream().map(DigestExport::entry).toList()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    private static Entry entry(BilingualDigest.Entry entry) {
        DigestEntry paper = entry.entry().entry();
        return new Entry(
                paper.number(),
                paper.title(),
                paper.link(),
                paper.arxivId(),
                paper.votes(),
                paper.authors(),
                Text.of(entry.headline()),
                Text.of(entry.tldr()),
                Text.of(entry.bullets()),
                entry.pairs().stream()
                        .map(pair ->
                                new Segment(
                                        pair.segment().bullet().number(),
                                        pair.segment().bullet().text(),
                                        pair.shown() ? Text.of(pair.item()) : null))
                        .toList());
    }
}
