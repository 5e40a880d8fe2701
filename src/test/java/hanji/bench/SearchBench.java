package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.review.Arrival;
import hanji.review.ReviewItem;
import hanji.search.Finding;
import hanji.search.SearchQuery;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// How soon a search answers over digests with drafts in all languages. The drafts are stand-ins as
/// long as translations are: sources in Latin letters, or one ideograph for each syllable.
@Command(
        name = "bench search",
        mixinStandardHelpOptions = true,
        description = "Search: time of a query, of the index, and its size.")
public final class SearchBench implements Callable<Integer> {

    private static final double BOUND_MILLIS = 50;
    private static final Pattern ENGLISH = Pattern.compile("\\(([A-Za-z][A-Za-z -]{3,40})\\)");

    @Option(names = "--queries", defaultValue = "500", description = "drawn from the texts")
    private int queries;

    @Option(names = "--count", defaultValue = "100000", description = "of digests at most")
    private int count;

    @Option(names = "--digests", description = "the folder; default ../shared/digests, or samples")
    private Path digests =
            Path.of(Optional.ofNullable(System.getenv("HANJI_SHARED")).orElse("../shared"))
                    .resolve("digests");

    /// Times in milliseconds.
    private record Report(
            int digests,
            int bullets,
            int queries,
            double first,
            double p50,
            double p95,
            double p99,
            double index,
            long indexBytes,
            long heapBytes) {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new SearchBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("hanji-search");
        try (Database database =
                        Database.open(
                                DatabaseAddress.inFolder(
                                        Files.createDirectory(folder.resolve("data"))));
                Finding finding = new Finding(database, folder.resolve("index"))) {
            List<Path> files = files();
            List<String> sources = new ArrayList<>();
            for (Path file : files) {
                finding.add(file);
            }
            for (var digest : finding.bench.workbench.digests(0, files.size())) {
                sources.addAll(draft(finding, database, digest.key()));
            }
            Report report = measure(finding, folder.resolve("index"), files.size(), sources);
            System.out.printf(
                    "%d digests, %d bullets in %d languages, indexed in %.0f ms, %.1f MB on disk,"
                            + " heap after GC %.0f MB%n",
                    report.digests(),
                    report.bullets(),
                    Language.TARGETS.size(),
                    report.index(),
                    report.indexBytes() / 1e6,
                    report.heapBytes() / 1e6);
            System.out.printf(
                    "%d queries: first %.1f ms, p50 %.2f, p95 %.2f (bound %.0f), p99 %.2f ms%n",
                    report.queries(),
                    report.first(),
                    report.p50(),
                    report.p95(),
                    BOUND_MILLIS,
                    report.p99());
            Path file = Files.createDirectories(Path.of("target", "bench")).resolve("search.json");
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
            System.out.println(file);
            return report.p95() <= BOUND_MILLIS ? 0 : 1;
        } finally {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private List<Path> files() throws IOException {
        Path from = Files.isDirectory(digests) ? digests : Path.of("fixtures", "digests");
        try (var all = Files.walk(from)) {
            return all.filter(file -> file.getFileName().toString().matches("\\d.*\\.md"))
                    .sorted()
                    .limit(count)
                    .toList();
        }
    }

    /// @return the sources of its bullets
    private static List<String> draft(Finding finding, Database database, String key) {
        List<Arrival> arrivals = new ArrayList<>();
        List<String> sources = new ArrayList<>();
        for (Language language : Language.TARGETS) {
            for (ReviewItem item :
                    finding.bench.workbench.items(finding.bench.workbench.digest(key), language)) {
                if (item.unit().id().kind() == UnitKind.TRANSLATION) {
                    String source = item.unit().source();
                    arrivals.add(
                            finding.bench.reviews.draft(
                                    item.unit(), standIn(source, language), Shelf.provenance()));
                    if (language == Language.EN) {
                        sources.add(source);
                    }
                }
            }
        }
        database.write(handle -> finding.bench.workbench.keep(handle, arrivals));
        return sources;
    }

    private static String standIn(String source, Language language) {
        return switch (language) {
            case EN, DE -> Shelf.roman(source);
            case JA, ZH_CN, KO ->
                    source.codePoints()
                            .map(c -> c >= 0xAC00 && c <= 0xD7A3 ? 0x4E00 + c - 0xAC00 : c)
                            .collect(
                                    StringBuilder::new,
                                    StringBuilder::appendCodePoint,
                                    StringBuilder::append)
                            .toString();
        };
    }

    private Report measure(Finding finding, Path index, int digests, List<String> sources)
            throws IOException {
        long begun = System.nanoTime();
        finding.caughtUp();
        double indexed = millis(begun);
        Random random = new Random(14);
        double first = ask(finding, query(random, sources, 0));
        double[] times = new double[queries];
        for (int i = 0; i < queries; i++) {
            times[i] = ask(finding, query(random, sources, i));
        }
        Arrays.sort(times);
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return new Report(
                digests,
                sources.size(),
                queries,
                first,
                at(times, 0.5),
                at(times, 0.95),
                at(times, 0.99),
                indexed,
                bytes(index),
                heap);
    }

    /// In turn a word, two words, a phrase, an English term, and a word in one language and state.
    private static SearchQuery query(Random random, List<String> sources, int turn) {
        String source = sources.get(random.nextInt(sources.size()));
        List<String> words = List.of(source.split("\\s+"));
        int from = random.nextInt(words.size());
        String two = words.stream().skip(from).limit(2).collect(Collectors.joining(" "));
        return switch (turn % 5) {
            case 0 -> asked(words.get(from), null, null);
            case 1 -> asked(two, null, null);
            case 2 -> asked("\"" + two + "\"", null, null);
            case 3 -> asked(english(source, words.get(from)), null, null);
            default -> asked(words.get(from), Language.EN, "translated");
        };
    }

    private static String english(String source, String otherwise) {
        var gloss = ENGLISH.matcher(source);
        return gloss.find() ? gloss.group(1) : otherwise;
    }

    private static SearchQuery asked(
            String words, @Nullable Language language, @Nullable String state) {
        String cut = words.substring(0, Math.min(words.length(), SearchQuery.LONGEST));
        return new SearchQuery(cut, language, state, null, null, null, null, null, 0, 20);
    }

    private static double ask(Finding finding, SearchQuery query) {
        long begun = System.nanoTime();
        finding.search.find(query);
        return millis(begun);
    }

    private static double millis(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    private static long bytes(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
