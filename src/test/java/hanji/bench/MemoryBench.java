package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.memory.Hand;
import hanji.memory.MemoryIndex;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.memory.MemoryQuery;
import hanji.memory.Similarity;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.termbase.Passage;
import hanji.termbase.RealGlosses;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// `./hanji bench memory [--million] [DIR]`: the index against a comparison with every source there
/// is, over 20,000 and 200,000 units (with the option a million) that are made of the bullets of a
/// folder of digests by mutations which are always the same. A third of the queries are near
/// duplicates, a third short bullets, a third lies between 70 and 75 %. Time is the thread's own
/// CPU time, so that a busy machine changes it little; a look-up is one thread.
public final class MemoryBench {

    private static final int MOST = 5;
    private static final int QUERIES = 300;
    private static final int PER_DIGEST = 90;

    /// The bullets of 5,000 entries.
    private static final int BULK = 25_000;

    private static final double LEAST_RECALL = 0.99;

    /// At this size a bound holds for the time.
    private static final int BOUNDED = 200_000;

    /// Milliseconds.
    private static final double SLOWEST = 50;

    private static final int MILLION = 1_000_000;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private enum Kind {
        NEAR,
        SHORT,
        BAND
    }

    private record Query(Kind kind, String source) {}

    /// @param p50 milliseconds, as `p99`
    /// @param whole microseconds a source, of [#BULK] that are looked up together, half of them
    ///   known
    private record Figures(
            int units,
            double indexSeconds,
            long bytes,
            double p50,
            double p99,
            double scan,
            double whole,
            Map<Kind, Double> recall,
            double all) {

        boolean met() {
            return all >= LEAST_RECALL && (units != BOUNDED || p99 <= SLOWEST);
        }
    }

    private MemoryBench() {}

    public static void main(String[] args) throws IOException {
        List<String> given = Arrays.asList(args);
        Path folder =
                Path.of(
                        given.stream()
                                .filter(one -> !one.startsWith("--"))
                                .findFirst()
                                .orElse(
                                        Optional.ofNullable(System.getenv("HANJI_SHARED"))
                                                        .orElse("../shared")
                                                + "/digests"));
        if (!Files.isDirectory(folder)) {
            System.err.println(folder + " is no folder: name the one with the digests.");
            System.exit(3);
        }
        List<String> bullets =
                RealGlosses.passages(folder).stream()
                        .map(Passage::text)
                        .map(Similarity::plain)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .toList();
        List<Figures> all = new ArrayList<>();
        for (int units :
                given.contains("--million")
                        ? new int[] {20_000, BOUNDED, MILLION}
                        : new int[] {20_000, BOUNDED}) {
            Figures figures = measured(bullets, units);
            all.add(figures);
            System.out.printf(
                    Locale.ROOT,
                    "%,9d units of %,d bullets: recall@5 %.2f %% (near %.2f, short %.2f, 70-75 %% %.2f; bound 99), p50 %.1f ms, p99 %.1f ms%s, the same in bulk %.0f µs, scan %.0f ms, indexed in %.0f s, %d MB%n",
                    units,
                    bullets.size(),
                    100 * figures.all(),
                    100 * figures.recall().get(Kind.NEAR),
                    100 * figures.recall().get(Kind.SHORT),
                    100 * figures.recall().get(Kind.BAND),
                    figures.p50(),
                    figures.p99(),
                    units == BOUNDED ? " (bound 50)" : "",
                    figures.whole(),
                    figures.scan(),
                    figures.indexSeconds(),
                    figures.bytes() >> 20);
        }
        Path report = Files.createDirectories(Path.of("target/bench")).resolve("memory.json");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(report.toFile(), all);
        if (!all.stream().allMatch(Figures::met)) {
            System.err.println("The translation memory misses a bound.");
            System.exit(1);
        }
    }

    private static Figures measured(List<String> bullets, int units) throws IOException {
        Path folder = Files.createTempDirectory("memory");
        try (MemoryIndex index = MemoryIndex.open(folder)) {
            Mutations mutations = new Mutations(bullets, 1);
            long begin = System.nanoTime();
            String[] sources = fill(index, mutations, bullets, units);
            index.commit();
            index.refresh();
            double seconds = (System.nanoTime() - begin) / 1e9;
            ask(index, queries(new Mutations(bullets, 2), sources));
            List<Query> queries = queries(new Mutations(bullets, 3), sources);
            Asked asked = ask(index, queries);
            begin = System.nanoTime();
            List<List<Integer>> exhaustive =
                    queries.parallelStream().map(query -> scan(sources, query.source())).toList();
            double scan = (System.nanoTime() - begin) / 1e6 / queries.size();
            double whole = whole(index, sources);
            return figures(units, seconds, index.bytes(), queries, asked, exhaustive, scan, whole);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static double whole(MemoryIndex index, String[] sources) throws IOException {
        List<MemoryQuery> queries =
                IntStream.range(0, BULK)
                        .mapToObj(i -> sources[i % sources.length] + (i % 2 == 0 ? "" : " " + i))
                        .map(source -> MemoryQuery.of(source, Language.EN))
                        .toList();
        index.whole(queries, NOW);
        long begin = System.nanoTime();
        index.whole(queries, NOW);
        return (System.nanoTime() - begin) / 1e3 / BULK;
    }

    /// The bullets themselves first, then others made of them.
    private static String[] fill(
            MemoryIndex index, Mutations mutations, List<String> bullets, int units)
            throws IOException {
        String[] sources = new String[units];
        List<MemoryPair> digest = new ArrayList<>();
        for (int i = 0; i < units; i++) {
            sources[i] =
                    i < bullets.size()
                            ? bullets.get(i)
                            : Similarity.plain(
                                    mutations.changed(
                                            mutations.bullet(),
                                            0.05 + mutations.below(60) / 100.0));
            digest.add(pair(i, sources[i], mutations.bullet()));
            if (digest.size() == PER_DIGEST || i == units - 1) {
                index.replace("digest-" + i, "made", digest);
                digest.clear();
            }
        }
        return sources;
    }

    /// The text has the length of a real one; what it says matters to nobody here.
    private static MemoryPair pair(int i, String source, String text) {
        return new MemoryPair(
                new UnitId(UnitKind.TRANSLATION, i, Language.EN),
                "digest-" + i / PER_DIGEST,
                1,
                1,
                "Paper " + i,
                source,
                i + " " + text,
                null,
                null,
                Hand.EDITOR,
                "An",
                NOW);
    }

    private static List<Query> queries(Mutations mutations, String[] sources) {
        List<Query> queries = new ArrayList<>();
        for (int i = 0; i < QUERIES; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            queries.add(new Query(kind, source(kind, mutations, sources)));
        }
        return queries;
    }

    private static String source(Kind kind, Mutations mutations, String[] sources) {
        while (true) {
            String origin = sources[mutations.below(sources.length)];
            String made =
                    Similarity.plain(
                            switch (kind) {
                                case NEAR -> mutations.changed(origin, 0.1);
                                case SHORT -> mutations.typed(mutations.changed(origin, 0.1));
                                case BAND -> mutations.changed(origin, 0.35);
                            });
            int percent = new Similarity(made).percent(origin);
            boolean fits =
                    switch (kind) {
                        case NEAR -> percent >= 80;
                        case SHORT -> percent >= Similarity.LEAST && made.length() <= 28;
                        case BAND -> percent >= Similarity.LEAST && percent <= 75;
                    };
            if (fits) {
                return made;
            }
        }
    }

    /// @param percents of what was found, and the time each took in milliseconds
    private record Asked(List<List<Integer>> percents, double[] times) {}

    private static Asked ask(MemoryIndex index, List<Query> queries) throws IOException {
        List<List<Integer>> percents = new ArrayList<>();
        double[] times = new double[queries.size()];
        for (int i = 0; i < times.length; i++) {
            MemoryQuery query = MemoryQuery.of(queries.get(i).source(), Language.EN);
            long begin = THREAD.getCurrentThreadCpuTime();
            List<MemoryMatch> found = index.matches(query, NOW);
            times[i] = (THREAD.getCurrentThreadCpuTime() - begin) / 1e6;
            percents.add(found.stream().map(MemoryMatch::percent).toList());
        }
        Arrays.sort(times);
        return new Asked(percents, times);
    }

    private static List<Integer> scan(String[] sources, String query) {
        Similarity similarity = new Similarity(query);
        return Arrays.stream(sources)
                .filter(source ->
                        100 * Math.min(source.length(), query.length())
                                >= Similarity.LEAST * Math.max(source.length(), query.length()))
                .map(similarity::percent)
                .filter(percent -> percent >= Similarity.LEAST)
                .sorted(Comparator.reverseOrder())
                .limit(MOST)
                .toList();
    }

    private static Figures figures(
            int units,
            double seconds,
            long bytes,
            List<Query> queries,
            Asked asked,
            List<List<Integer>> exhaustive,
            double scan,
            double whole) {
        Map<Kind, Double> recall = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            recall.put(
                    kind,
                    IntStream.range(0, queries.size())
                            .filter(i -> queries.get(i).kind() == kind)
                            .mapToDouble(i -> recall(asked.percents().get(i), exhaustive.get(i)))
                            .average()
                            .orElseThrow());
        }
        return new Figures(
                units,
                seconds,
                bytes,
                asked.times()[queries.size() / 2],
                asked.times()[queries.size() * 99 / 100],
                scan,
                whole,
                recall,
                recall.values().stream().mapToDouble(Double::doubleValue).average().orElseThrow());
    }

    /// Those that were found among the five best; of several that are as near, any will do.
    private static double recall(List<Integer> found, List<Integer> best) {
        int worst = best.getLast();
        return (double) found.stream().filter(percent -> percent >= worst).count() / best.size();
    }
}
