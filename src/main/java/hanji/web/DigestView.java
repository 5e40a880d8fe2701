package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.digest.Bullet;
import hanji.digest.Media;
import hanji.digest.ParseFinding;
import hanji.workbench.StoredDigest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A digest as the interface shows it.
record DigestView(
        String key,
        String name,
        int revision,
        Instant importedAt,
        String sha256,
        List<EntryView> entries,
        List<ParseFinding> findings) {

    /// @param id the subject of its condensations' unit ids
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            long id,
            int number,
            String title,
            @Nullable String link,
            @Nullable String arxivId,
            List<Media> media,
            @Nullable Integer votes,
            List<String> authors,
            List<SegmentView> segments) {}

    /// @param id the subject of its translations' unit ids
    record SegmentView(long id, int number, Bullet.Kind kind, int depth, int line, String text) {}

    static DigestView of(StoredDigest stored) {
        return new DigestView(
                stored.key(),
                stored.digest().name(),
                stored.revision(),
                stored.importedAt(),
                stored.digest().hash().hex(),
                stored.entries().stream().map(DigestView::entry).toList(),
                stored.digest().findings());
    }

    private static EntryView entry(StoredDigest.Entry stored) {
        var entry = stored.entry();
        return new EntryView(
                stored.id(),
                entry.number(),
                entry.title(),
                entry.link(),
                entry.arxivId(),
                entry.media(),
                entry.votes(),
                entry.authors(),
                stored.segments().stream().map(DigestView::segment).toList());
    }

    private static SegmentView segment(StoredDigest.Segment stored) {
        Bullet bullet = stored.bullet();
        return new SegmentView(
                stored.id(),
                bullet.number(),
                bullet.kind(),
                bullet.depth(),
                bullet.line(),
                bullet.text());
    }
}
