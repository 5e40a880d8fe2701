package hanji.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.qa.HostileTexts;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./hanji bench inspect [DIR]`: all checks over the real pairs of a folder (`qa/dev.jsonl` and
/// `reference/*.tmx`) on one thread, and over texts made to be slow. Time is the thread's own CPU
/// time, so that a busy machine changes it little; the garbage collector is not in it.
public final class InspectBench {

    private static final int ROUNDS = 120;

    /// Segments a second, warm; a digest of 120 bullets in four languages takes 24 ms then.
    private static final double LEAST = 20_000;

    /// Seconds for one pair.
    private static final double SLOWEST = 1;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final Pattern TU = Pattern.compile("<tu .*?</tu>", Pattern.DOTALL);
    private static final Pattern TUV =
            Pattern.compile("<tuv xml:lang=\"([^\"]+)\">\\s*<seg>(.*?)</seg>", Pattern.DOTALL);

    private record Segment(Language language, String source, String target) {}

    private record Slowest(String text, double seconds) {}

    private InspectBench() {}

    public static void main(String[] args) throws IOException {
        Path folder =
                Path.of(
                        args.length > 0
                                ? args[0]
                                : Optional.ofNullable(System.getenv("HANJI_SHARED"))
                                        .orElse("../shared"));
        List<Segment> segments = segments(folder);
        if (segments.isEmpty()) {
            System.err.println(
                    folder + " holds neither qa/dev.jsonl nor reference/*.tmx: name the folder.");
            System.exit(3);
        }
        double rate = rate(segments);
        Slowest slowest = slowest();
        System.out.printf(
                Locale.ROOT,
                "%d pairs, warm, one thread: %.0f segments/s (bound %.0f)%n",
                segments.size(),
                rate,
                LEAST);
        System.out.printf(
                Locale.ROOT,
                "slowest of the hostile texts: %.3f s (bound %.0f), 100,000 characters of “%s”%n",
                slowest.seconds(),
                SLOWEST,
                slowest.text());
        write(segments.size(), rate, slowest);
        if (rate < LEAST || slowest.seconds() > SLOWEST) {
            System.err.println("The checks are slower than their bound.");
            System.exit(1);
        }
    }

    private static List<Segment> segments(Path folder) throws IOException {
        List<Segment> segments = new ArrayList<>();
        Path lines = folder.resolve("qa").resolve("dev.jsonl");
        if (Files.exists(lines)) {
            ObjectMapper json = new ObjectMapper();
            for (String line : Files.readAllLines(lines)) {
                JsonNode row = json.readTree(line);
                segments.add(
                        new Segment(
                                Language.target(row.get("lang").asText()),
                                row.get("source").asText(),
                                row.get("target").asText()));
            }
        }
        Path reference = folder.resolve("reference");
        if (Files.isDirectory(reference)) {
            try (var files = Files.newDirectoryStream(reference, "*.tmx")) {
                for (Path file : files) {
                    segments.addAll(memory(Files.readString(file)));
                }
            }
        }
        return segments;
    }

    private static List<Segment> memory(String tmx) {
        List<Segment> segments = new ArrayList<>();
        Matcher unit = TU.matcher(tmx);
        while (unit.find()) {
            Map<String, String> texts = new HashMap<>();
            Matcher variant = TUV.matcher(unit.group());
            while (variant.find()) {
                texts.put(variant.group(1), variant.group(2));
            }
            for (Language language : Language.TARGETS) {
                String target = texts.get(language.tag());
                if (target != null) {
                    segments.add(new Segment(language, texts.getOrDefault("ko", ""), target));
                }
            }
        }
        return segments;
    }

    /// The median of the later rounds: in the first half the compiler is still at work.
    private static double rate(List<Segment> segments) {
        Inspector inspector = new Inspector();
        double[] seconds = new double[ROUNDS];
        long findings = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            for (Segment segment : segments) {
                findings += inspect(inspector, segment.language, segment.source, segment.target);
            }
            seconds[round] = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, ROUNDS / 2, ROUNDS);
        Arrays.sort(warm);
        System.out.println(findings / ROUNDS + " findings a round");
        return segments.size() / warm[warm.length / 2];
    }

    private static Slowest slowest() {
        Inspector inspector = new Inspector();
        Slowest slowest = new Slowest("", 0);
        for (String text : HostileTexts.all().toList()) {
            for (Language language : Language.TARGETS) {
                long start = THREAD.getCurrentThreadCpuTime();
                inspect(inspector, language, text, text + " ");
                inspect(inspector, language, "한국어 두 가지 3만 GPT-4", text);
                double seconds = (THREAD.getCurrentThreadCpuTime() - start) / 1e9;
                if (seconds > slowest.seconds()) {
                    slowest = new Slowest(text.substring(0, Math.min(8, text.length())), seconds);
                }
            }
        }
        return slowest;
    }

    private static int inspect(
            Inspector inspector, Language language, String source, String target) {
        return inspector.inspect(UnitKind.TRANSLATION, language, source, target).findings().size();
    }

    private static void write(int pairs, double rate, Slowest slowest) throws IOException {
        String json =
                String.format(
                        Locale.ROOT,
                        "{\"bench\":\"inspect\",\"pairs\":%d,\"segmentsPerSecond\":%.0f,\"bound\":%.0f,\"slowestSeconds\":%.4f}%n",
                        pairs,
                        rate,
                        LEAST,
                        slowest.seconds());
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("inspect.json");
        Files.writeString(file, json);
        System.out.println(file);
    }
}
