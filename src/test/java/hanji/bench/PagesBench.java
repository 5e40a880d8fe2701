package hanji.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hanji.browser.Chromium;
import hanji.segment.Language;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The bench as an editor has it after years: how soon the next unit is there after a key, what a
/// page costs the server beside the same page rendered from memory, and what it weighs.
@Command(
        name = "bench pages",
        mixinStandardHelpOptions = true,
        description = "The bench: from key to next unit, CPU of a page, weight.")
public final class PagesBench implements Callable<Integer> {

    private static final String KEY = "fresh";
    private static final Language LANGUAGE = Language.EN;

    @Option(
            names = "--on-the-shelf",
            defaultValue = "5000",
            description = "digests that are there beside the one that is worked on")
    private int shelf;

    @Option(names = "--pages", defaultValue = "1000", description = "of each kind in a round")
    private int pages;

    @Option(names = "--rounds", defaultValue = "5", description = "the first does not count")
    private int rounds;

    @Option(names = "--digests", description = "the folder; default ../shared/digests, or samples")
    private Path digests =
            Path.of(Optional.ofNullable(System.getenv("HANJI_SHARED")).orElse("../shared"))
                    .resolve("digests");

    public static void main(String[] args) {
        System.exit(new CommandLine(new PagesBench()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("hanji-pages");
        Path data = Files.createDirectory(folder.resolve("data"));
        Shelf filling =
                new Shelf(Files.isDirectory(digests) ? digests : Path.of("fixtures", "digests"));
        try (StubModelServer stub =
                StubModelServer.start(new EchoAnswers((text, _) -> Shelf.roman(text)))) {
            int units = filling.fill(data, shelf, LANGUAGE);
            PagesReport report;
            try (Launched server = Launched.start(data, environment(stub));
                    HttpClient client =
                            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                server.quiet();
                draft(client, server, filling.fresh());
                server.quiet();
                PagesReport.Cpu cpu = cpu(client, server);
                report = look(server, cpu, units);
            }
            System.out.print(report.table());
            Path file = Files.createDirectories(Path.of("target", "bench")).resolve("pages.json");
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), report);
            System.out.println(file);
            report.missed().forEach(System.err::println);
            return report.missed().isEmpty() ? 0 : 1;
        } finally {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private static Map<String, String> environment(StubModelServer stub) {
        return Map.of(
                "HANJI_LLM_MODELS_STUB_PROVIDER", "openai",
                "HANJI_LLM_MODELS_STUB_MODEL", "stub",
                "HANJI_LLM_MODELS_STUB_BASE_URL", stub.baseUrl(),
                "HANJI_REPAIR", "false",
                "HANJI_DEV_STATES", "true");
    }

    private static void draft(HttpClient client, Launched server, String digest)
            throws IOException, InterruptedException {
        post(client, server, "/api/v1/digests?key=" + KEY, "text/markdown", digest);
        String order =
                """
                {"digests":["%s"],"tasks":[{"kind":"translate","targets":["%s"]},
                {"kind":"condense","styles":["headline","tldr","bullets"],"targets":["%s"]}]}\
                """
                        .formatted(KEY, LANGUAGE.tag(), LANGUAGE.tag());
        post(client, server, "/api/v1/batches", "application/json", order);
        while (!get(client, server, page()).contains("data-running=\"false\"")) {
            Thread.sleep(200);
        }
    }

    private static String page() {
        return "/digests/%s?lang=%s".formatted(KEY, LANGUAGE.tag());
    }

    private static String bare() {
        return "/q/bare-bench/%s?lang=%s".formatted(KEY, LANGUAGE.tag());
    }

    /// By turns, so that both see the same machine.
    private PagesReport.Cpu cpu(HttpClient client, Launched server)
            throws IOException, InterruptedException {
        List<Double> page = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            double one = cpu(client, server, bare());
            double other = cpu(client, server, page());
            if (round > 0) {
                bare.add(one);
                page.add(other);
            }
        }
        return new PagesReport.Cpu(median(bare), median(page));
    }

    /// Milliseconds of the server's CPU for one.
    private double cpu(HttpClient client, Launched server, String path)
            throws IOException, InterruptedException {
        Duration before = server.cpu();
        for (int i = 0; i < pages; i++) {
            get(client, server, path);
        }
        return server.cpu().minus(before).toNanos() / 1e6 / pages;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    /// Approves every bullet by its key in a browser.
    private PagesReport look(Launched server, PagesReport.Cpu cpu, int units) {
        List<String> hosts = new ArrayList<>();
        try (Chromium chromium = new Chromium()) {
            Page page = chromium.page(server.address(), 1280, ColorScheme.LIGHT, "en-US");
            page.onRequest(request -> {
                String host = URI.create(request.url()).getAuthority();
                if (!server.address().endsWith(host)) {
                    hosts.add(host);
                }
            });
            Weighing weighing = new Weighing(page);
            page.navigate(page());
            page.waitForLoadState();
            long weight = weighing.bytes();
            KeyTimes times = new KeyTimes(page);
            int rows = 0;
            while (times.approve()) {
                rows++;
            }
            return new PagesReport(
                    "pages", shelf, units, rows, times.shown(), times.saved(), cpu, weight, hosts);
        }
    }

    private static String get(HttpClient client, Launched server, String path)
            throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(server.address() + path)).build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + answer.statusCode());
        }
        return answer.body();
    }

    private static void post(
            HttpClient client, Launched server, String path, String type, String body)
            throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(server.address() + path))
                                .header("Content-Type", type)
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + ": " + answer.statusCode() + answer.body());
        }
    }
}
