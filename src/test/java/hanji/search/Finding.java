package hanji.search;

import hanji.llm.ChatGateway;
import hanji.store.Database;
import hanji.testing.Bench;
import hanji.testing.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A bench with a search over it that goes on when it is told to.
public final class Finding implements AutoCloseable {

    public final Bench bench;
    public final Search search;

    public Finding(Database database, @Nullable Path folder) {
        this(database, folder, Bench.recorded());
    }

    Finding(Database database, @Nullable Path folder, ChatGateway models) {
        bench = new Bench(database, models);
        search = new Search(database, bench.workbench, bench.clock, folder, "today");
    }

    public Finding caughtUp() {
        try {
            search.catchUp();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `2026-01-02 1.3` for each hit, in their order.
    public List<String> places(SearchQuery query) {
        return search.find(query).hits().stream().map(Finding::place).toList();
    }

    public List<String> places(String words) {
        return places(SearchQuery.of(words));
    }

    /// Every bullet that is found, through all pages.
    Set<String> all(String words) {
        Set<String> places = new TreeSet<>();
        for (int offset = 0; ; offset += SearchQuery.MOST) {
            Found found =
                    search.find(
                            new SearchQuery(
                                    words,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    offset,
                                    SearchQuery.MOST));
            found.hits().stream()
                    .filter(hit -> hit.source() != null)
                    .map(Finding::place)
                    .forEach(places::add);
            if (offset + SearchQuery.MOST >= found.total()) {
                return places;
            }
        }
    }

    static String place(Hit hit) {
        return "%s %d.%d".formatted(hit.digest(), hit.entry(), hit.number());
    }

    /// All real digests.
    public static List<Path> real() throws IOException {
        try (var walk = Files.walk(Shared.dir("digests"))) {
            return walk.filter(file -> file.toString().matches(".*\\d{4}.\\d{2}.\\d{2}\\.md"))
                    .sorted()
                    .toList();
        }
    }

    public void add(Path file) throws IOException {
        bench.workbench.importDigest(file.getFileName().toString(), Files.readAllBytes(file), null);
    }

    @Override
    public void close() {
        search.close();
        bench.close();
    }
}
