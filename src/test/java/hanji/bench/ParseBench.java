package hanji.bench;

import com.sun.management.OperatingSystemMXBean;
import hanji.digest.DigestParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// CPU seconds for the real digests: reading and decoding the files, commonmark alone on the
/// decoded texts, the digest parser on the bytes (its decoding included). The steps take turns in
/// every round, so that a busy machine hits them alike. Time is that of the one thread that works;
/// the compiler and the garbage collector of the whole process are in its own line.
///
/// Commonmark runs as it comes (inlines parsed) with source spans of blocks: the cheaper one of its
/// two settings with spans, so the stricter reference. The other one, blocks and inlines, is
/// measured too.
///
/// The cold figures are those of the first round, in which the steps load and warm what later steps
/// share: commonmark pays for the parser behind it. Only the warm ones compare.
public final class ParseBench {

    private static final int WARM_ROUNDS = 30;

    /// The warm median may cost at most this much of commonmark's.
    private static final double LIMIT = 1.3;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    private interface Step {
        int run();
    }

    private record Result(double cold, double warm) {}

    private ParseBench() {}

    public static void main(String[] args) throws IOException {
        var folder =
                Path.of(
                        args.length > 0
                                ? args[0]
                                : Optional.ofNullable(System.getenv("HANJI_SHARED"))
                                                .orElse("../shared")
                                        + "/digests");
        var files = files(folder);
        if (files.isEmpty()) {
            System.err.println(
                    folder + " holds no dated .md files: name the folder with the digests.");
            System.exit(3);
        }
        var results = measure(files);
        print(files.size(), results);
        write(files.size(), results);
        if (ratio(results) > LIMIT) {
            System.err.printf(
                    Locale.ROOT,
                    "The digest parser costs more than %.1f times commonmark.%n",
                    LIMIT);
            System.exit(1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Result> measure(List<Path> files) throws IOException {
        var bytes = new ArrayList<byte[]>();
        for (var file : files) {
            bytes.add(Files.readAllBytes(file));
        }
        var texts = bytes.stream().map(file -> new String(file, StandardCharsets.UTF_8)).toList();
        var steps = new LinkedHashMap<String, Step>();
        steps.put("read", () -> files.stream().mapToInt(ParseBench::read).sum());
        steps.put("commonmark", commonmark(IncludeSourceSpans.BLOCKS, texts));
        steps.put(
                "commonmarkInlineSpans", commonmark(IncludeSourceSpans.BLOCKS_AND_INLINES, texts));
        var parser = new DigestParser();
        steps.put(
                "digestParser",
                () ->
                        bytes.stream()
                                .mapToInt(file -> parser.parse("digest.md", file).bulletCount())
                                .sum());
        return rounds(steps);
    }

    private static int read(Path file) {
        try {
            return Files.readString(file).length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Step commonmark(IncludeSourceSpans spans, List<String> texts) {
        var parser = Parser.builder().includeSourceSpans(spans).build();
        return () ->
                texts.stream().mapToInt(text -> parser.parse(text).getSourceSpans().size()).sum();
    }

    private static Map<String, Result> rounds(Map<String, Step> steps) {
        var process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        var before = process.getProcessCpuTime();
        var times = new LinkedHashMap<String, double[]>();
        steps.keySet().forEach(name -> times.put(name, new double[WARM_ROUNDS + 1]));
        var sum = 0L;
        for (var round = 0; round <= WARM_ROUNDS; round++) {
            for (var step : steps.entrySet()) {
                var start = THREAD.getCurrentThreadCpuTime();
                sum += step.getValue().run();
                times.get(step.getKey())[round] = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
            }
        }
        var results = new LinkedHashMap<String, Result>();
        times.forEach(
                (name, values) -> results.put(name, new Result(values[0], warmMedian(values))));
        var whole = (process.getProcessCpuTime() - before) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "whole process: %.2f CPU s in %d rounds (checksum %d)%n",
                whole,
                WARM_ROUNDS + 1,
                sum);
        return results;
    }

    // The first third of the rounds still runs code that is being compiled.
    private static double warmMedian(double[] values) {
        var warm = Arrays.copyOfRange(values, 1 + WARM_ROUNDS / 3, values.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static double ratio(Map<String, Result> results) {
        return result(results, "digestParser").warm() / result(results, "commonmark").warm();
    }

    private static Result result(Map<String, Result> results, String name) {
        return Optional.ofNullable(results.get(name)).orElseThrow();
    }

    private static void print(int files, Map<String, Result> results) {
        var reference = result(results, "commonmark");
        System.out.printf(
                Locale.ROOT,
                "%d digests, CPU seconds; ratios to commonmark with source spans of blocks%n",
                files);
        System.out.printf("%-24s %10s %8s %10s %8s%n", "", "cold", "ratio", "warm", "ratio");
        results.forEach((name, result) ->
                System.out.printf(
                        Locale.ROOT,
                        "%-24s %10.4f %8.2f %10.4f %8.2f%n",
                        name,
                        result.cold(),
                        result.cold() / reference.cold(),
                        result.warm(),
                        result.warm() / reference.warm()));
    }

    private static void write(int files, Map<String, Result> results) throws IOException {
        var steps = new ArrayList<String>();
        results.forEach((name, result) ->
                steps.add(
                        "\"%s\":{\"coldSeconds\":%.6f,\"warmSeconds\":%.6f}"
                                .formatted(name, result.cold(), result.warm())));
        var json =
                String.format(
                        Locale.ROOT,
                        "{\"bench\":\"parse\",\"files\":%d,\"reference\":\"commonmark, BLOCKS\",\"ratio\":%.4f,\"limit\":%.1f,\"steps\":{%s}}%n",
                        files,
                        ratio(results),
                        LIMIT,
                        String.join(",", steps));
        var file = Files.createDirectories(Path.of("target", "bench")).resolve("parse.json");
        Files.writeString(file, json);
        System.out.println(file);
    }
}
