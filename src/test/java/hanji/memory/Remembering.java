package hanji.memory;

import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.store.Database;
import hanji.testing.Bench;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bench with a memory over it that goes on when it is told to.
final class Remembering implements AutoCloseable {

    final Bench bench;
    final Memory memory;

    Remembering(Database database, @Nullable Path folder) {
        bench = new Bench(database, Bench.recorded());
        memory = new Memory(database, bench.clock, folder);
    }

    /// A digest of one entry.
    void add(String day, String title, String... bullets) {
        bench.add(
                day + ".md",
                "## %s\n\n### [%s](https://example.org/%s)\n- %s\n"
                        .formatted(day, title, day, String.join("\n- ", bullets)));
    }

    ReviewItem item(String day, int number, Language language) {
        return bench.translations(day, language).get(number - 1);
    }

    void approve(String day, int number, Language language, String text) {
        bench.decide(item(day, number, language), new Decision.Amend(text, true, null));
    }

    Remembering caughtUp() {
        try {
            memory.catchUp();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<MemoryMatch> matches(String source, Language language) {
        return memory.matches(MemoryQuery.of(source, language));
    }

    List<String> found(String words) {
        return memory.find(new Concordance(words, null, 0, 20)).hits().stream()
                .flatMap(hit -> hit.pairs().stream())
                .map(MemoryPair::target)
                .toList();
    }

    @Override
    public void close() {
        memory.close();
        bench.close();
    }
}
