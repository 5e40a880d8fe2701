package hanji.digest;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// An entry while its lines are read.
final class EntryDraft {

    private final int number;
    private final HeadingText heading;
    private final int line;
    private final Map<String, Media> media = new LinkedHashMap<>();
    private final List<Bullet> bullets = new ArrayList<>();
    private List<String> authors = List.of();
    private @Nullable Integer votes;
    private boolean voted;

    EntryDraft(int number, HeadingText heading, int line) {
        this.number = number;
        this.heading = heading;
        this.line = line;
    }

    int line() {
        return line;
    }

    boolean hasBullets() {
        return !bullets.isEmpty();
    }

    void bullet(Bullet.Kind kind, int depth, String text, Span span, int textLine) {
        bullets.add(new Bullet(bullets.size() + 1, kind, depth, text, span, textLine));
    }

    /// The film of a `[Watch Video]` line usually stands below it again as HTML: one address, one
    /// film.
    void show(List<Media> shown) {
        for (var one : shown) {
            media.putIfAbsent(one.url(), one);
        }
    }

    void authors(List<String> names) {
        if (authors.isEmpty()) {
            authors = names;
        }
    }

    /// Whether this is the first `Vote:` line.
    boolean vote(OptionalInt count) {
        var first = !voted;
        if (first && count.isPresent()) {
            votes = count.getAsInt();
        }
        voted = true;
        return first;
    }

    DigestEntry entry() {
        return new DigestEntry(
                number,
                heading.title(),
                heading.link(),
                ArxivId.in(heading.link()),
                List.copyOf(media.values()),
                votes,
                authors,
                bullets,
                line);
    }
}
