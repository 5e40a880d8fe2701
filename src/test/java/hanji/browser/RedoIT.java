package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A redo is read while it is being written, over a line that may be lost.
class RedoIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Long enough to be under way until a test lets it end.
    private static final String LONG = "코드와 모델을 오픈 소스로 공개했습니다. ".repeat(40).strip();

    private static final String BEFORE = "Code and models were released as open source. ".repeat(8);
    private static final Duration SLOW = Duration.ofMillis(150);
    private static final double PATIENCE = 30_000;

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;
    private static int digests;

    private String key;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        stub = StubModelServer.start(new EchoAnswers());
        served =
                Served.start(
                        Map.of(
                                "HANJI_REPAIR", "false",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl()));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
        chromium.close();
        served.close();
        stub.close();
    }

    /// Three bullets, the first with a rejected text, the second approved, the third untouched.
    @BeforeEach
    void a_digest_of_its_own() throws Exception {
        page = chromium.page(served);
        digest(LONG, BEFORE);
        stub.pace(SLOW);
    }

    private void digest(String source, String before) throws Exception {
        key = "redo-" + ++digests;
        served.post(
                "/api/v1/digests?key=" + key,
                "text/markdown",
                "### [Paper](https://arxiv.org/abs/2401.13795)\n\n- 하나 %s\n- 둘 %s\n- 셋 %s\n"
                        .formatted(source, source, source));
        JsonNode units =
                JSON.readTree(served.get("/api/v1/units?digest=" + key + "&lang=en").body())
                        .get("units");
        for (int i = 0; i < 2; i++) {
            String unit = "/api/v1/units/" + units.get(i).get("id").asText();
            String text =
                    JSON.createObjectNode().put("text", before).put("approve", i == 1).toString();
            assertThat(served.put(unit, 0, text).statusCode()).isEqualTo(200);
        }
        assertThat(
                        served.post(
                                        "/api/v1/units/"
                                                + units.get(0).get("id").asText()
                                                + "/reject",
                                        "application/json",
                                        "{\"reason\":\"too stiff\"}")
                                .statusCode())
                .isEqualTo(200);
    }

    @AfterEach
    void answer_again() {
        stub.always(new Fault.None()).pace(Duration.ZERO);
        page.context().close();
        assertThat(chromium.alarms()).isEmpty();
    }

    private void open(String address, int width, ColorScheme scheme, String locale) {
        page.context().close();
        page = chromium.page(address, width, scheme, locale);
        page.context().setDefaultTimeout(PATIENCE);
        page.navigate("/digests/" + key + "?lang=en");
    }

    private void open(String address) {
        open(address, 1280, ColorScheme.LIGHT, "en-US");
    }

    /// What the program says of the digest, whatever the page shows.
    private String state() {
        try {
            return served.get("/api/v1/units?digest=" + key + "&lang=en").body();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Locator row(int index) {
        return page.locator(".row").nth(index);
    }

    private void redo(int index) {
        row(index).locator(".row-n").click();
        row(index).locator("[data-act='redo']").click();
        row(index).locator("form[data-form='redo'] button[type='submit']").click();
        assertThat(row(index)).hasAttribute("data-redo", "");
    }

    /// Waits until more of the text is there than now.
    private void grows(int index) {
        String before = grown(index).textContent();
        until(() -> grown(index).textContent().length() > before.length());
        assertThat(grown(index).textContent()).startsWith(before);
    }

    private void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofMillis((long) PATIENCE).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(end);
            page.waitForTimeout(50);
        }
    }

    private Locator grown(int index) {
        return row(index).locator(".grown");
    }

    private void lands(int index, String state, String place) {
        stub.pace(Duration.ZERO);
        assertThat(row(index)).hasAttribute("data-state", state);
        assertThat(row(index).locator(".grown")).hasCount(0);
        assertThat(state()).contains("[en] " + place + " " + LONG);
    }

    @Test
    void the_text_grows_above_the_old_one_and_ends_as_a_draft() {
        open(served.address());
        redo(0);

        assertThat(row(0)).hasAttribute("data-state", "redoing");
        assertThat(row(0).locator(".word")).hasText("Being redone");
        assertThat(row(0).locator(".ghost")).containsText(BEFORE.strip());
        assertThat(grown(0)).hasText(Pattern.compile("^\\[en\\] 하나.*", Pattern.DOTALL));
        grows(0);
        assertThat(page.locator("#toast")).containsText("Rejected 1.1");
        assertThat(row(0)).isFocused();
        assertThat(page.locator("#queue")).containsText("On its way");

        lands(0, "draft", "하나");
        assertThat(page.locator("#toast")).containsText("Drafted 1.1 again");
        assertThat(row(0)).isFocused();
        assertThat(row(0)).hasAttribute("aria-current", "true");
        assertThat(page.locator("#inspector")).containsText("Drafted");
    }

    @Test
    void a_text_that_a_person_stands_behind_stays_and_gets_a_proposal() {
        open(served.address());
        redo(1);
        grows(1);

        assertThat(row(1).locator(".tgt > .t")).hasText(BEFORE.strip());
        assertThat(row(1).locator(".slip")).containsText("A proposal is being written");
        lands(1, "approved", "둘");
        assertThat(row(1).locator("[data-act='take']")).isVisible();
        assertThat(page.locator("#toast")).containsText("A proposal stands beside 1.2");

        page.keyboard().press("u");

        assertThat(row(1).locator("[data-act='take']")).hasCount(0);
        assertThat(row(1)).hasAttribute("data-state", "approved");
    }

    @Test
    void a_key_takes_it_back() {
        open(served.address());
        redo(0);
        grows(0);
        lands(0, "draft", "하나");

        page.keyboard().press("u");

        assertThat(row(0)).hasAttribute("data-state", "rejected");
        assertThat(row(0).locator(".tgt > .t")).hasText(BEFORE.strip());
        assertThat(page.locator("#toast")).containsText("Took back the last decision on 1.1");
        assertThat(page.locator("#inspector")).containsText("Drafted, asked for by Mina");
    }

    @Test
    void what_is_read_further_down_stays_where_it_is() {
        open(served.address());
        redo(0);
        grows(0);
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(row(2)).hasAttribute("aria-current", "true");
        row(2).evaluate("row => row.scrollIntoView({ block: 'center' })");
        double before = row(2).boundingBox().y;

        lands(0, "draft", "하나");

        assertThat(row(2).boundingBox().y).isBetween(before - 2, before + 2);
        assertThat(row(2)).isFocused();
    }

    @Test
    void a_line_that_is_cut_and_mended_loses_nothing() throws Exception {
        try (Line line = Line.to(served)) {
            open(line.address());
            redo(0);
            grows(0);

            page.waitForRequest(request -> request.url().endsWith("/redo/events"), line::cut);
            assertThat(row(0)).hasAttribute("data-state", "redoing");
            line.mend();

            grows(0);
            lands(0, "draft", "하나");
            // before the line goes: it carries what others do, too
            page.context().close();
            assertThat(chromium.alarms()).allMatch(alarm -> alarm.contains("net::ERR_"));
        }
    }

    @Test
    void what_ends_while_the_line_is_cut_is_there_when_it_is_mended() throws Exception {
        try (Line line = Line.to(served)) {
            open(line.address());
            redo(0);
            grows(0);

            line.cut();
            stub.pace(Duration.ZERO);
            until(() -> state().contains("\"translated\""));
            assertThat(row(0)).hasAttribute("data-state", "redoing");
            line.mend();

            lands(0, "draft", "하나");
            assertThat(page.locator("#toast")).containsText("Drafted 1.1 again");
            // before the line goes: it carries what others do, too
            page.context().close();
            assertThat(chromium.alarms()).allMatch(alarm -> alarm.contains("net::ERR_"));
        }
    }

    @Test
    void a_page_loaded_again_goes_on() {
        open(served.address());
        redo(0);
        grows(0);

        page.reload();

        assertThat(row(0)).hasAttribute("data-state", "redoing");
        assertThat(grown(0)).hasText(Pattern.compile("^\\[en\\] 하나.*", Pattern.DOTALL));
        grows(0);
        lands(0, "draft", "하나");
    }

    @Test
    void more_redoes_than_a_browser_can_listen_to_all_land() {
        open(served.address());
        redo(0);
        redo(1);
        redo(2);
        grows(0);
        grows(1);
        assertThat(row(2).locator(".wait")).isVisible();

        lands(0, "draft", "하나");
        lands(1, "approved", "둘");
        lands(2, "draft", "셋");
    }

    @Test
    void a_failure_stands_beside_the_old_text() {
        open(served.address());
        stub.always(Fault.Status.of(400));
        row(0).locator(".row-n").click();
        row(0).locator("[data-act='redo']").click();
        row(0).locator("form[data-form='redo'] button[type='submit']").click();

        assertThat(row(0)).hasAttribute("data-state", "rejected");
        assertThat(row(0).locator(".slip-problem")).isVisible();
        assertThat(row(0)).containsText(BEFORE.strip());
    }

    /// A rejected text and its successor, a proposal on its way, a first text that is not there
    /// yet; the pictures are to be looked at in `target/screenshots`.
    @Test
    void it_looks_as_designed() throws Exception {
        digest(
                "오픈 소스 코드 모델들 중 벤치마크에서 최고 성능을 보이며, 기존 클로즈드 소스 모델을 뛰어넘습니다.",
                "It shows the highest performance among open-source code models and jumps over"
                        + " closed-source models such as Codex and GPT-3.5.");
        open(served.address());
        List.of(0, 1, 5, 2).forEach(this::redo);
        until(() -> grown(1).textContent().length() > 25);
        // longer than four looks take on a busy machine
        stub.pace(Duration.ofSeconds(10));
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                open(
                        served.address(),
                        width,
                        scheme,
                        scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR");
                assertThat(page.locator(".row[data-redo]")).hasCount(4);
                assertThat(grown(0)).not().isEmpty();
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        Path.of(
                                                "target/screenshots",
                                                "redo-" + width + "-" + scheme + ".png")));
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("nothing sticks out sideways")
                        .isEqualTo(true);
                assertThat(
                                new AxeBuilder(page)
                                        .analyze().getViolations().stream()
                                                .filter(rule ->
                                                        Set.of("serious", "critical")
                                                                .contains(rule.getImpact()))
                                                .map(rule ->
                                                        rule.getId()
                                                                + ": "
                                                                + rule.getNodes()
                                                                        .getFirst()
                                                                        .getHtml()))
                        .isEmpty();
            }
        }
    }
}
