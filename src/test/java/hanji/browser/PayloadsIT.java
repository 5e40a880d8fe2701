package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Locator.WaitForOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Hundreds of texts that are code for somebody, by every way into the program, and a browser that
/// looks at every page that shows them.
class PayloadsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ALL = Payloads.all();
    private static final int DIGESTS = 3;

    private static final AtomicInteger TURN = new AtomicInteger();

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;

    private Page page;
    private Trap trap;

    @BeforeAll
    static void send() throws Exception {
        stub = StubModelServer.start(PayloadsIT::answer);
        served =
                Served.start(
                        Map.of(
                                "HANJI_REPAIR", "false",
                                "HANJI_DIGESTS", "target/no-digests",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl()));
        chromium = new Chromium();
        for (int i = 0; i < DIGESTS; i++) {
            created(served.post("/api/v1/digests?key=" + key(i), "text/markdown", digest(i)));
        }
        for (int i = 0; i < DIGESTS; i++) {
            edit(units(key(i), "en"));
        }
        batch("ja", "condense");
        stub.always(new Fault.Status(400, null, "error", ALL.get(3)));
        batch("de", "translate");
        stub.always(new Fault.None());
        batch("ja", "translate");
        List<JsonNode> again = units(key(0), "en");
        for (int i = 0; i < 20; i++) {
            ObjectNode wish = JSON.createObjectNode().put("instruction", next());
            served.post(unit(again.get(i)) + "/redo", "application/json", wish.toString());
        }
    }

    @AfterAll
    static void stop() {
        chromium.close();
        served.close();
        stub.close();
    }

    @BeforeEach
    void open() {
        chromium.alarms();
        page = chromium.page(served);
        trap = Trap.on(page);
    }

    @AfterEach
    void close() {
        page.context().close();
    }

    private static String next() {
        return ALL.get(TURN.getAndIncrement() % ALL.size());
    }

    private static String key(int digest) {
        return "payloads-" + digest;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /// One paper a payload: in its title, its address, its authors, beside them, and as its bullet.
    private static String digest(int number) {
        StringBuilder text = new StringBuilder("## ").append(ALL.get(number)).append("\n\n");
        for (int i = number; i < ALL.size(); i += DIGESTS) {
            String payload = ALL.get(i);
            String link = i % 2 == 0 ? "javascript:ran(0)" : "https://a.example/" + payload;
            text.append(
                    "### [%s](%s)\n\n".formatted(payload.replaceAll("([\\[\\]])", "\\\\$1"), link));
            text.append("![](%s)\n\n".formatted(payload));
            text.append("Authors: %s, Somebody\n\n".formatted(payload.replace(",", " ")));
            text.append("- 한글 %s\n\n".formatted(payload));
        }
        return text.toString();
    }

    /// What the model says: a payload for each text.
    private static String answer(JsonNode asked) {
        ObjectNode answer = JSON.createObjectNode();
        String style = asked.path("style").asText();
        if (style.equals("bullets")) {
            answer.putArray(style).add(next()).add(next()).add(next());
        } else if (!style.isEmpty()) {
            answer.put(style, next());
        } else {
            ArrayNode texts = answer.putArray("translations");
            asked.path("segments")
                    .forEach(segment ->
                            texts.addObject()
                                    .put("id", segment.path("id").asText())
                                    .put("text", next()));
        }
        return answer.toString();
    }

    private static void created(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static List<JsonNode> units(String key, String lang) throws Exception {
        String list = served.get("/api/v1/units?digest=" + encoded(key) + "&lang=" + lang).body();
        List<JsonNode> units = new ArrayList<>();
        JSON.readTree(list).get("units").forEach(units::add);
        return units;
    }

    private static String unit(JsonNode unit) {
        return "/api/v1/units/" + unit.get("id").asText();
    }

    /// Two of three are approved, the third rejected, each with a payload for its reason.
    private static void edit(List<JsonNode> units) {
        IntStream.range(0, units.size())
                .parallel()
                .forEach(i -> {
                    ObjectNode edit = JSON.createObjectNode().put("text", "Text " + next());
                    edit.put("approve", i % 3 > 0).put("reason", next());
                    try {
                        var answer = served.put(unit(units.get(i)), 0, edit.toString());
                        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
                        if (i % 3 == 0) {
                            ObjectNode reason = JSON.createObjectNode().put("reason", next());
                            served.post(
                                    unit(units.get(i)) + "/reject",
                                    "application/json",
                                    reason.toString());
                        }
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static void batch(String lang, String kind) throws Exception {
        ObjectNode order = JSON.createObjectNode();
        for (int i = 0; i < DIGESTS; i++) {
            order.withArray("digests").add(key(i));
        }
        ObjectNode task = order.withArray("tasks").addObject().put("kind", kind);
        task.putArray("targets").add(lang);
        if (kind.equals("condense")) {
            task.putArray("styles").add("headline").add("bullets");
        }
        var made = served.post("/api/v1/batches", "application/json", order.toString());
        String id = JSON.readTree(made.body()).path("id").asText();
        assertThat(id).as(made.body()).isNotEmpty();
        served.get("/api/v1/batches/" + id + "/results?follow=true");
    }

    /// Goes there, gives what would run the time to, and looks.
    private void look(String path) {
        page.navigate(path);
        quiet(path);
    }

    private void quiet(String path) {
        page.evaluate("() => new Promise(done => setTimeout(done, 20))");
        assertThat(trap.sprung()).as(path).isEmpty();
        assertThat(chromium.alarms())
                .as(path)
                .allMatch(alarm ->
                        alarm.startsWith(
                                        "console: Failed to load resource: the server responded with a status of 4")
                                // what a page fetches by itself is refused for the same header
                                || alarm.startsWith("console: Response Status Error Code 4"));
        assertThat(page.url()).as(path).startsWith(served.address());
    }

    @Test
    void there_are_enough_of_them() {
        assertThat(ALL).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        assertThat(ALL).noneMatch(payload -> payload.contains("\n") || payload.contains("\r"));
    }

    /// The test of the test: without escaping, and without a policy, each is caught.
    @Test
    void each_would_be_caught_on_a_page_that_escapes_nothing() throws Exception {
        try (Bare bare = new Bare(null)) {
            Page open = chromium.page(bare.address(), 800, ColorScheme.LIGHT, "en-US");
            Trap here = Trap.on(open);
            // no content: the page stays where it is, and so does what follows
            open.route(
                    "https://evil.example/**",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
            assertThat(caught(bare, open, here, "<b>nothing</b>")).isEmpty();
            for (String payload : Payloads.markup()) {
                assertThat(caught(bare, open, here, payload)).as(payload).isNotEmpty();
            }
            open.context().close();
        }
    }

    private static List<String> caught(Bare bare, Page open, Trap here, String payload) {
        open.navigate(bare.address() + "/?" + encoded(payload));
        open.waitForTimeout(30);
        List<String> caught = new ArrayList<>(chromium.alarms());
        if (caught.isEmpty()) {
            caught.addAll(here.sprung());
        }
        // ends what is still under way
        open.navigate("about:blank");
        open.waitForTimeout(10);
        here.sprung();
        chromium.alarms();
        return caught;
    }

    @Test
    void what_only_the_policy_stops_is_caught_too() throws Exception {
        String policy = "default-src 'none'; script-src 'self'";
        try (Bare bare = new Bare(policy)) {
            Page open = chromium.page(bare.address(), 800, ColorScheme.LIGHT, "en-US");
            Trap here = Trap.on(open);
            open.navigate(bare.address() + "/?" + encoded("<script>ran(1)</script>"));
            open.waitForTimeout(30);

            assertThat(here.sprung()).anyMatch(alarm -> alarm.contains("policy: script-src"));
            assertThat(chromium.alarms()).isNotEmpty();
            open.context().close();
        }
    }

    @Test
    void nothing_runs_on_bench_and_preview() {
        for (int i = 0; i < DIGESTS; i++) {
            for (String lang : List.of("en", "ja", "de")) {
                look("/digests/%s?lang=%s".formatted(key(i), lang));
                look("/digests/%s/preview?lang=%s".formatted(key(i), lang));
            }
        }
    }

    /// Rows, histories and proposals as htmx puts them into the page.
    @Test
    void nothing_runs_in_the_fragments() {
        look("/digests/%s?lang=en".formatted(key(0)));
        page.evaluate(
                """
                async () => {
                  const rows = [...document.querySelectorAll('.row')].filter((_, at) => at % 24 < 2);
                  for (const row of rows) {
                    const there = `${document.body.dataset.path}/units/${row.dataset.unit}`;
                    await htmx.ajax('GET', there, { source: row, target: row, swap: 'outerHTML' });
                    await htmx.ajax('GET', `${there}/inspector`, { target: '#inspector', swap: 'innerHTML' });
                  }
                }
                """);
        assertThat(page.locator("#inspector .hist li").count()).isPositive();
        quiet("fragments");
    }

    /// The editor holds what is stored, and its forms take what is typed.
    @Test
    void nothing_runs_in_the_forms() {
        look("/digests/%s?lang=en".formatted(key(2)));
        for (int i = 0; i < 6; i++) {
            String id = page.locator(".row").nth(i).getAttribute("id");
            Locator row = page.locator("[id='%s']".formatted(id));
            String stored = row.locator(".own").inputValue();
            row.locator(".row-n").click();
            page.keyboard().press("e");
            assertThat(row.locator("textarea.edit").inputValue()).isEqualTo(stored);
            row.locator("textarea.edit").fill(stored + next());
            row.locator("form [data-approve=false]").click();
            row.locator("form")
                    .waitFor(new WaitForOptions().setState(WaitForSelectorState.DETACHED));
            assertThat(row.locator(".own").inputValue()).startsWith(stored).isNotEqualTo(stored);
        }
        quiet("forms");
    }

    /// What people say of a bullet, on the bench and on the first page of whom it calls.
    @Test
    void nothing_runs_in_comments_and_mentions() throws Exception {
        List<JsonNode> units = units(key(0), "en");
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < 25; j++) {
                String text = next() + " @Mina " + next() + " @" + next();
                created(
                        served.post(
                                unit(units.get(i)) + "/comments",
                                "application/json",
                                JSON.createObjectNode().put("text", text).toString()));
            }
            look("/digests/%s?lang=en#u-%s".formatted(key(0), units.get(i).get("id").asText()));
            page.locator("#talk .talk-t").nth(24).waitFor();
            quiet("comments");
        }
        look("/");
    }

    @Test
    void nothing_runs_on_the_pages_of_batches_prompts_and_figures() throws Exception {
        look("/batches");
        for (JsonNode batch : JSON.readTree(served.get("/api/v1/batches").body()).get("batches")) {
            look("/batches/" + batch.get("id").asText());
        }
        look("/stats");
        look("/audit");
        List<JsonNode> units = units(key(1), "en");
        for (int i = 0; i < 20; i++) {
            look("/prompts/translate?unit=" + encoded(units.get(i).get("id").asText()));
        }
    }

    @Test
    void no_key_and_no_file_name_runs() throws Exception {
        page.navigate("/");
        FilePayload[] files =
                ALL.stream()
                        .limit(60)
                        .map(name ->
                                new FilePayload(
                                        name + ".md",
                                        "text/markdown",
                                        "### [A](x)\n\n- 글\n".getBytes(StandardCharsets.UTF_8)))
                        .toArray(FilePayload[]::new);
        page.locator("input[type=file]").setInputFiles(files);
        page.locator("#imported li").nth(59).waitFor();
        quiet("imported");
        for (int i = 60; i < ALL.size(); i += 3) {
            served.post(
                    "/api/v1/digests?key=" + encoded(ALL.get(i).replace("/", "")),
                    "text/markdown",
                    "### A %d\n\n- 글 %d\n".formatted(i, i));
        }
        List<String> keys = new ArrayList<>();
        JSON.readTree(served.get("/api/v1/digests?limit=200").body())
                .get("digests")
                .forEach(digest -> keys.add(digest.get("key").asText()));
        assertThat(keys).hasSizeGreaterThan(100);
        for (int offset = 0; offset < keys.size(); offset += 50) {
            look("/?offset=" + offset);
        }
        for (int i = 0; i < keys.size(); i += 10) {
            look("/digests/%s?lang=en".formatted(encoded(keys.get(i))));
            look("/digests/%s/preview?lang=ja".formatted(encoded(keys.get(i))));
        }
    }

    /// Most of these end on a page that says what was wrong, in the words of the address.
    @Test
    void no_address_and_no_header_runs() {
        List<String> places =
                List.of(
                        "/%s",
                        "/digests/%s",
                        "/digests/payloads-0?lang=%s",
                        "/digests/payloads-0/preview?lang=%s",
                        "/prompts/%s",
                        "/prompts/translate?unit=%s",
                        "/batches/%s",
                        "/batches?offset=%s",
                        "/?offset=%s",
                        "/stats?days=%s",
                        "/ui?lang=ko&back=%s",
                        "/digests/payloads-0/units/%s",
                        "/digests/payloads-0/units/%s/inspector");
        for (int i = 0; i < ALL.size(); i += 8) {
            String payload = String.join(" ", ALL.subList(i, Math.min(ALL.size(), i + 8)));
            String header = payload.replaceAll("[^ -~]", "");
            page.setExtraHTTPHeaders(
                    Map.of(
                            "Accept-Language", header,
                            "User-Agent", header,
                            "X-Request-Id", header,
                            "X-Forwarded-Host", header));
            look(places.get(i / 8 % places.size()).formatted(encoded(payload)));
        }
    }

    @Test
    void nothing_runs_in_a_page_that_was_exported() throws Exception {
        for (String lang : List.of("en", "ja")) {
            for (int i = 0; i < DIGESTS; i++) {
                String html =
                        served.get(
                                        "/api/v1/digests/%s/export?lang=%s&format=html&state=any"
                                                .formatted(key(i), lang))
                                .body();
                Path file = Files.writeString(Files.createTempFile("hanji", ".html"), html);
                page.navigate(file.toUri().toString());
                page.waitForTimeout(50);
                assertThat(trap.sprung())
                        .allMatch(alarm -> alarm.contains(": <style>\nbody { max-width"));
                assertThat(chromium.alarms()).containsExactly("request: " + file.toUri());
                Files.delete(file);
            }
        }
    }
}
