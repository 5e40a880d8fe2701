package hanji.workbench;

import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.store.StorableText;
import java.time.Instant;
import java.util.List;

/// A digest that was imported, with the ids that stay when it is imported again.
///
/// @param revision from 1, raised by each import of a changed file
public record StoredDigest(int revision, Instant importedAt, Digest digest, List<Entry> entries) {

    public record Entry(long id, DigestEntry entry, List<Segment> segments) {

        /// The entry's title and segments, one a line: what a condensation is made from and checked
        /// against.
        public String source() {
            StringBuilder all = new StringBuilder(StorableText.of(entry.title()));
            segments.forEach(segment -> all.append('\n').append(segment.source()));
            return all.toString();
        }
    }

    public record Segment(long id, Bullet bullet) {

        /// The bullet's text as databases keep it.
        public String source() {
            return source(bullet);
        }

        static String source(Bullet bullet) {
            return StorableText.of(bullet.text());
        }
    }

    public String key() {
        return digest.key();
    }
}
