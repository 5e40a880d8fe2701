package hanji.digest;

import hanji.segment.Sentence;
import hanji.segment.Span;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Writes a digest in the usual form of the files, from values.
final class DigestMarkdown {

    /// @param link an address that can stand in round brackets
    /// @param bullets not blank
    record Entry(
            String title,
            @Nullable String link,
            @Nullable Integer votes,
            List<String> authors,
            List<Media> media,
            List<String> bullets) {

        private boolean isSame(DigestEntry read) {
            return title.equals(read.title())
                    && Objects.equals(link, read.link())
                    && Objects.equals(votes, read.votes())
                    && authors.equals(read.authors())
                    && media.stream().distinct().toList().equals(read.media())
                    && bullets.size() == read.bullets().size();
        }
    }

    private DigestMarkdown() {}

    static String of(String title, List<Entry> entries) {
        var out = new StringBuilder("## ").append(HeadingText.escapedAll(title)).append("\n");
        for (var entry : entries) {
            append(out, entry);
        }
        return out.toString();
    }

    /// Reads the Markdown again: what Markdown cannot hold is refused instead of changed.
    static void requireSame(String markdown, List<Entry> entries) {
        var read = DigestReading.of(markdown).entries();
        for (var i = 0; i < entries.size(); i++) {
            if (i >= read.size() || !entries.get(i).isSame(read.get(i))) {
                throw JsonFields.wrong(
                        "$.entries[" + i + "]",
                        Sentence.of(
                                "cannot be written as Markdown unchanged; a title without link must hold no date, names no marks at their ends, one address may stand once"));
            }
        }
    }

    private static void append(StringBuilder out, Entry entry) {
        out.append("\n### ").append(heading(entry)).append("\n\n");
        entry.media().forEach(media -> out.append(line(media)).append("\n\n"));
        if (entry.votes() != null) {
            out.append("Vote: ").append(entry.votes()).append("\n\n");
        }
        if (!entry.authors().isEmpty()) {
            out.append("Authors: ").append(AuthorNames.written(entry.authors())).append("\n\n");
        }
        for (var bullet : entry.bullets()) {
            out.append("- ").append(fitted(bullet)).append('\n');
        }
    }

    private static String heading(Entry entry) {
        return entry.link() == null
                ? HeadingText.escapedAll(entry.title())
                : "[" + HeadingText.escaped(entry.title()) + "](" + entry.link() + ")";
    }

    private static String line(Media media) {
        return media.kind() == Media.Kind.IMAGE
                ? "![](" + media.url() + ")"
                : "[Watch Video](" + media.url() + ")";
    }

    private static String fitted(String bullet) {
        var lines = bullet.lines().count();
        var place = new Bullet(1, Bullet.Kind.BULLET, 0, "x", new Span(0, 1), 1);
        return new Place(place, lines > 1 ? List.of("\n  ") : List.of(), false).fit(bullet);
    }
}
