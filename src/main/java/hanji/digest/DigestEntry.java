package hanji.digest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One paper.
///
/// @param number its place in the digest, from 1
/// @param title the heading's text without its link
/// @param link where the heading points, as written
/// @param arxivId as `2401.13795`, where the link is an arXiv one
/// @param authors in the order written; empty when the line is missing
/// @param line of the heading, from 1
public record DigestEntry(
        int number,
        String title,
        @Nullable String link,
        @Nullable String arxivId,
        List<Media> media,
        @Nullable Integer votes,
        List<String> authors,
        List<Bullet> bullets,
        int line) {

    public DigestEntry {
        media = List.copyOf(media);
        authors = List.copyOf(authors);
        bullets = List.copyOf(bullets);
    }
}
