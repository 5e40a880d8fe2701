package hanji.digest;

import hanji.segment.Problem;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/// Writes a digest with other texts in the places of some bullets, and everything else as it came.
public final class DigestWriter {

    /// What must not change when texts do.
    private record Shape(DigestEntry head, List<Form> forms) {

        private record Form(Bullet.Kind kind, int depth) {}

        static List<Shape> of(List<DigestEntry> entries) {
            return entries.stream().map(Shape::of).toList();
        }

        private static Shape of(DigestEntry entry) {
            // lines move when a text has another number of them
            var head =
                    new DigestEntry(
                            entry.number(),
                            entry.title(),
                            entry.link(),
                            entry.arxivId(),
                            entry.media(),
                            entry.votes(),
                            entry.authors(),
                            List.of(),
                            0);
            return new Shape(
                    head,
                    entry.bullets().stream()
                            .map(bullet -> new Form(bullet.kind(), bullet.depth()))
                            .toList());
        }
    }

    /// The digest's text with the spans of the given bullets replaced. A target cannot change the
    /// digest's structure: its line breaks are fitted into the place (a space where the source is
    /// one line), and what would begin a list, a heading, HTML or the like is escaped.
    ///
    /// @param targets by bullets of this digest; without any, the result is [Digest#text()]
    /// @throws Problem (bad input) for a blank target
    public String splice(Digest digest, Map<Bullet, String> targets) {
        if (targets.isEmpty()) {
            return digest.text();
        }
        var left = new HashSet<>(targets.keySet());
        var out = new StringBuilder(digest.text().length() * 2);
        var copied = 0;
        for (var entry : digest.entries()) {
            for (var bullet : entry.bullets()) {
                var target = targets.get(bullet);
                if (target != null) {
                    out.append(digest.text(), copied, bullet.span().start());
                    out.append(fitted(digest, entry, bullet, target));
                    copied = bullet.span().end();
                    left.remove(bullet);
                }
            }
        }
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(
                    "not a bullet of " + digest.key() + ": " + left.iterator().next());
        }
        var text = out.append(digest.text(), copied, digest.text().length()).toString();
        return requireSameShape(digest, text);
    }

    private static String fitted(Digest digest, DigestEntry entry, Bullet bullet, String target) {
        if (target.isBlank()) {
            throw Problem.badInput(
                    "The text for %s, entry %d, bullet %d is blank: write one or leave the bullet out.",
                    digest.key(), entry.number(), bullet.number());
        }
        return target.equals(bullet.text())
                ? bullet.span().of(digest.text())
                : Place.of(digest.text(), bullet).fit(target);
    }

    // Escaping is by rules; the parser itself has the last word on whether they were enough.
    private static String requireSameShape(Digest digest, String text) {
        if (!Shape.of(DigestReading.of(text).entries()).equals(Shape.of(digest.entries()))) {
            throw Problem.conflict(
                    "A text for %s would change the digest's structure: look for list marks, headings or HTML at the start of its lines.",
                    digest.key());
        }
        return text;
    }
}
