package hanji.digest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The JSON form of a digest, turned into the Markdown form that everything else works on: `{"key",
/// "title", "entries": [{"title", "link", "votes", "authors", "media": [{"kind", "url"}],
/// "bullets"}]}`. Needed are the key and of each entry the title; bullets are Markdown.
public final class DigestJson {

    /// A digest as if it had been uploaded as a file.
    ///
    /// @param fileName the key with `.md`
    public record MarkdownFile(String fileName, String key, String markdown) {

        public byte[] bytes() {
            return markdown.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static final Set<String> DIGEST = Set.of("key", "title", "entries");
    private static final Set<String> ENTRY =
            Set.of("title", "link", "votes", "authors", "media", "bullets");
    private static final Set<String> MEDIA = Set.of("kind", "url");
    private static final Map<String, Media.Kind> KINDS =
            Stream.of(Media.Kind.values())
                    .collect(Collectors.toMap(Media.Kind::wire, Function.identity()));

    private final ObjectMapper mapper =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// Reads JSON text and turns it into Markdown.
    ///
    /// @throws Problem (bad input, too large) that names the place of what is wrong
    public MarkdownFile toMarkdown(byte[] json) {
        if (json.length > DigestParser.MAX_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The JSON has more than %,d bytes, and a digest may not: split it into one digest for each day.",
                    DigestParser.MAX_BYTES);
        }
        try {
            return toMarkdown(mapper.readTree(json));
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The digest is not valid JSON at line %d, column %d: %s.",
                            at == null ? 1 : at.getLineNr(),
                            at == null ? 1 : at.getColumnNr(),
                            e.getOriginalMessage().replaceFirst("(?s) \\(start marker.*|\\n.*", ""))
                    .causedBy(e);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The digest's JSON cannot be read: check its encoding, it must be UTF-8.")
                    .causedBy(e);
        }
    }

    /// Turns JSON that has been read already into Markdown.
    ///
    /// @throws Problem (bad input) that names the path of what is wrong
    public MarkdownFile toMarkdown(JsonNode json) {
        var digest = JsonFields.of(json, "$", DIGEST);
        var key = DigestKey.given(digest.required("key"));
        var title = digest.optional("title");
        var entries = digest.list("entries", DigestJson::entry);
        if (entries.isEmpty()) {
            throw JsonFields.wrong("$.entries", Sentence.of("must hold at least one entry"));
        }
        var heading = title == null ? "Daily Papers (" + key + ")" : title;
        var markdown = DigestMarkdown.of(heading, entries);
        DigestMarkdown.requireSame(markdown, entries);
        return new MarkdownFile(key + ".md", key, markdown);
    }

    private static DigestMarkdown.Entry entry(JsonNode node, String path) {
        var entry = JsonFields.of(node, path, ENTRY);
        var link = entry.optional("link");
        return new DigestMarkdown.Entry(
                entry.required("title"),
                link == null ? null : address(link, entry.path("link")),
                entry.count("votes"),
                entry.list("authors", JsonFields::line),
                entry.list("media", DigestJson::media),
                entry.list("bullets", JsonFields::text));
    }

    private static Media media(JsonNode node, String path) {
        var media = JsonFields.of(node, path, MEDIA);
        var kind = KINDS.get(media.required("kind"));
        if (kind == null) {
            throw JsonFields.wrong(media.path("kind"), Sentence.of("must be image or video"));
        }
        return new Media(kind, address(media.required("url"), media.path("url")));
    }

    private static String address(String url, String path) {
        var known = url.startsWith("https://") || url.startsWith("http://") || url.startsWith("/");
        if (!known
                || url.chars().anyMatch(c -> Character.isWhitespace(c) || "<>\"'\\".indexOf(c) >= 0)
                || !Links.balanced(url, '(', ')')) {
            throw JsonFields.wrong(
                    path,
                    Sentence.of(
                            "must be an http(s) address or begin with \"/\", with blanks, quotes and lone brackets percent-encoded"));
        }
        return url;
    }
}
