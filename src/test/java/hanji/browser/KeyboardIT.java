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
import hanji.testing.Mender;
import hanji.testing.Newsletter;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A whole digest is reviewed without a mouse.
class KeyboardIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Newsletter NEWSLETTER = new Newsletter();

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void start() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        stub = StubModelServer.start(new Mender(NEWSLETTER::translation, NEWSLETTER::translation));
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

    @AfterEach
    void nothing_happened_that_must_not() {
        chromium.closePages();
        assertThat(chromium.alarms()).isEmpty();
    }

    /// A digest of its own, drafted.
    private void draft(String key) throws Exception {
        draft(key, NEWSLETTER.markdown(), Newsletter.BULLETS);
    }

    private void draft(String key, String markdown, int bullets) throws Exception {
        served.post("/api/v1/digests?key=" + key, "text/markdown", markdown);
        served.post(
                "/api/v1/batches",
                "application/json",
                "{\"digests\":[\"%s\"],\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"en\"]}]}"
                        .formatted(key));
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (states(key).getOrDefault("translated", 0) < bullets) {
            assertThat(Instant.now()).as("drafts of " + key).isBefore(end);
            Thread.sleep(200);
        }
    }

    /// The bullets by their state, as the program says it.
    private static Map<String, Integer> states(String key) throws Exception {
        Map<String, Integer> states = new HashMap<>();
        for (JsonNode unit : units(key)) {
            if (unit.get("id").asText().startsWith("translation")) {
                states.merge(unit.get("state").asText(), 1, Integer::sum);
            }
        }
        return states;
    }

    private static JsonNode units(String key) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                served.get("/api/v1/units?digest=" + key + "&lang=en&limit=500");
        return JSON.readTree(answer.body()).get("units");
    }

    private void open(String key) {
        page = chromium.page(served);
        // what a mouse does, wherever it is done; a page that moves below one that rests says
        // "mousemove", too
        page.addInitScript(
                "for (const sign of ['mousedown', 'pointerdown', 'mousemove', 'wheel'])"
                        + " addEventListener(sign, event => { if (sign !== 'mousemove' || event.movementX || event.movementY)"
                        + " sessionStorage.setItem('mouse', sign); }, true);");
        page.navigate("/digests/" + key + "?lang=en");
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private Locator current() {
        return page.locator(".row[aria-current='true']");
    }

    private Locator row(String place) {
        return page.locator(".row[data-place='" + place + "']");
    }

    /// The place in hand, to see what became of it.
    private String place() {
        return current().getAttribute("data-place");
    }

    private void becomes(String place, String state) {
        assertThat(row(place)).hasAttribute("data-state", state);
    }

    /// Presses Tab until something has the focus.
    private void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            press("Tab");
            if (Boolean.TRUE.equals(
                    page.evaluate("it => document.activeElement.matches(it)", selector))) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    @Test
    void a_digest_is_reviewed_and_published_by_keyboard_alone() throws Exception {
        draft("by-keyboard");
        assertThat(states("by-keyboard")).containsEntry("translated", Newsletter.BULLETS);
        open("by-keyboard");

        // what has a wrong number comes first; the queue is worked off by risk
        assertThat(page.locator(".decide .q")).hasCount(Newsletter.WRONG.size());
        assertThat(row("1.4")).hasAttribute("aria-current", "true");

        // a finding is called no error, taken back, and called one again
        press("n");
        assertThat(row("1.4").locator(".finding-dismissed")).isVisible();
        press("u");
        assertThat(row("1.4").locator(".finding-critical, .finding-major").first()).isVisible();
        press("n");
        assertThat(row("1.4").locator(".finding-dismissed")).isVisible();
        press("a");
        becomes("1.4", "approved");

        // the next is mended in its text
        assertThat(page.locator("#toast")).containsText("1.4");
        String second = place();
        assertThat(second).isNotEqualTo("1.4");
        press("e");
        page.keyboard().press("Control+A");
        page.keyboard().type("Accuracy went up, as the paper says.");
        press("Control+Enter");
        reason(second);
        becomes(second, "approved");

        // one is rejected, and asked for again with a wish
        String third = place();
        press("x");
        page.keyboard().type("wrong number");
        press("Enter");
        becomes(third, "rejected");
        press("u");
        becomes(third, "draft");
        assertThat(row(third)).hasAttribute("aria-current", "true");
        press("x");
        page.keyboard().type("wrong number");
        press("Enter");
        becomes(third, "rejected");
        find(third);
        press("r");
        page.keyboard().type("Mind the number.");
        press("Enter");
        becomes(third, "draft");

        // what is left of the wrong ones is mended too
        press("J");
        for (int left = wrong(); left > 0; left--) {
            String place = place();
            press("e");
            page.keyboard().press("Control+A");
            page.keyboard().type("Read again and put right by hand in " + place + ".");
            press("Control+Enter");
            reason(place);
            becomes(place, "approved");
            assertThat(page.locator(".decide .q")).hasCount(left - 1);
        }

        // clean entries at one stroke; the last act is there again after a reload, and is taken
        // back
        press("k");
        int before = approved();
        press("Shift+A");
        assertThat(page.locator("#toast")).containsText("clean");
        int after = approved();
        assertThat(after).isGreaterThan(before + 1);
        page.reload();
        assertThat(page.locator("#toast")).containsText("at one stroke");
        press("u");
        assertThat(page.locator(".row[data-state='approved']:not(.row-cond)")).hasCount(before);
        press("Shift+A");
        assertThat(page.locator(".row[data-state='approved']:not(.row-cond)")).hasCount(after);

        // the rest one by one, in page order
        press("o");
        while (page.locator(".row[data-open]:not(.row-cond)").count() > 0) {
            if (current().getAttribute("data-open") == null) {
                press("a");
                continue;
            }
            String place = place();
            press("a");
            becomes(place, "approved");
        }
        assertThat(page.locator("#progress strong")).hasText("90");
        assertThat(page.locator("#lookover")).containsText("faster than they can be read");

        page.reload();
        tabTo("#publish summary");
        press("Enter");
        tabTo("[data-act='publish']");
        press("Enter");
        assertThat(page.locator(".row[data-state='final']")).hasCount(Newsletter.BULLETS);

        assertThat(states("by-keyboard"))
                .containsExactlyEntriesOf(Map.of("final", Newsletter.BULLETS));
        assertThat(page.evaluate("sessionStorage.getItem('mouse')")).as("no mouse").isNull();
        press("u");
        assertThat(page.locator("#toast")).containsText("Nothing of yours");
        assertThat(states("by-keyboard"))
                .containsExactlyEntriesOf(Map.of("final", Newsletter.BULLETS));
    }

    private static final String SHORT =
            """
            ### [Paper](https://arxiv.org/abs/2603.00001)

            - 이 모델은 문서 14개를 한 번에 읽고 요약합니다.
            - 학습에는 GPU 16장을 사용했습니다.
            - 기존 방법보다 정확도가 18% 높아졌습니다.
            """;

    @Test
    void a_key_is_chosen_said_everywhere_and_kept() throws Exception {
        draft("chosen", SHORT, 3);
        open("chosen");

        press("?");
        tabTo("[data-rebind='a']");
        press("Enter");
        press("j");
        assertThat(page.locator("#key-said")).containsText("j is the key for “Next bullet”");
        press("y");
        assertThat(page.locator("#key-said")).containsText("is y now");
        press("Escape");
        assertThat(page.locator("#help")).isHidden();
        assertThat(current().locator("[data-act='approve'] kbd")).hasText("y");
        press("a");
        page.reload();
        assertThat(current().locator("[data-act='approve'] kbd")).hasText("y");
        becomes("1.1", "draft");
        press("y");
        becomes("1.1", "approved");
        assertThat(row("1.2").locator("[data-act='approve'] kbd")).hasText("y");

        press("?");
        tabTo("[data-keys-reset]");
        press("Enter");
        press("Escape");
        press("a");
        becomes("1.2", "approved");
    }

    @Test
    void single_keys_can_be_switched_off_and_no_key_is_named_then() throws Exception {
        draft("off", SHORT, 3);
        open("off");

        press("?");
        tabTo("[data-single-keys]");
        press("Space");
        press("Escape");
        press("a");
        press("j");

        assertThat(row("1.1")).hasAttribute("aria-current", "true");
        assertThat(current().locator("[data-act='approve'] kbd")).isHidden();
        page.reload();
        press("j");
        assertThat(row("1.1")).hasAttribute("aria-current", "true");
        becomes("1.1", "draft");
    }

    @Test
    void keys_say_when_there_is_nothing_for_them() throws Exception {
        draft("absent", SHORT, 3);
        open("absent");
        press("?");

        assertThat(page.locator("#help dt:has(+ [data-key='3']) .absent")).isVisible();
        assertThat(page.locator("#help dt:has(+ [data-key='j']) .absent")).isHidden();
        press("Escape");
        press("h");
        assertThat(page.locator("#hh")).isInViewport();
    }

    /// A Korean input method gives letters of its own; the key's place tells which was meant.
    @Test
    void keys_work_under_a_korean_input_method() throws Exception {
        draft("hangul", SHORT, 3);
        open("hangul");

        page.evaluate(
                "document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'ㅁ', code: 'KeyA', bubbles: true}))");

        becomes("1.1", "approved");
    }

    @Test
    void a_text_that_was_read_is_not_called_unread_and_a_sample_is_looked_over() throws Exception {
        draft("read", SHORT, 3);
        open("read");
        int least = Integer.parseInt(row("1.1").getAttribute("data-need"));
        page.waitForTimeout(least + 300);
        // no time is counted for who does not look, however long the program takes
        looks(false);
        press("a");
        press("a");
        press("a");
        becomes("1.1", "approved");
        becomes("1.2", "approved");
        becomes("1.3", "approved");

        assertThat(row("1.1").locator(".hasty")).hasCount(0);
        assertThat(page.locator(".row .hasty").first()).hasText("Approved unread");
        assertThat(page.locator("#lookover")).hasClass(Pattern.compile("lookover-due"));
        looks(true);
        Locator sample = page.locator("#lookover a:not([data-read])");
        while (sample.count() > 0) {
            int left = sample.count();
            sample.first().focus();
            press("Enter");
            assertThat(sample).hasCount(left - 1);
        }
        assertThat(page.locator(".row .hasty")).hasCount(0);
        assertThat(page.locator("#lookover")).not().hasClass(Pattern.compile("lookover-due"));
    }

    private void looks(boolean there) {
        page.evaluate(
                "hidden => Object.defineProperty(document, 'hidden', {value: hidden, configurable: true})",
                !there);
    }

    /// The pictures are to be looked at in `target/screenshots`.
    @Test
    void the_sheet_and_the_strip_look_as_designed() throws Exception {
        draft("looks", SHORT, 3);
        open("looks");
        press("Shift+A");
        assertThat(page.locator("#lookover")).isVisible();
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String language = scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR";
                page = chromium.page(served, width, scheme, language);
                page.navigate("/digests/looks?lang=en");
                for (String what : new String[] {"strip", "sheet"}) {
                    page.screenshot(
                            new Page.ScreenshotOptions()
                                    .setPath(
                                            Path.of(
                                                    "target/screenshots",
                                                    "flow-%s-%d-%s.png"
                                                            .formatted(what, width, scheme))));
                    assertThat(
                                    page.evaluate(
                                            "document.documentElement.scrollWidth <= window.innerWidth"))
                            .as("nothing sticks out sideways")
                            .isEqualTo(true);
                    assertThat(violations()).isEmpty();
                    press("?");
                }
            }
        }
    }

    private List<String> violations() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    private int approved() throws Exception {
        return states("by-keyboard").getOrDefault("reviewed", 0);
    }

    private int wrong() {
        return page.locator(".decide .q").count();
    }

    /// Steps through what is to decide.
    private void find(String place) {
        for (int i = 0; i < 20 && !place.equals(place()); i++) {
            press("J");
        }
        assertThat(row(place)).hasAttribute("aria-current", "true");
    }

    /// What stands against a text is answered for, where that is asked.
    private void reason(String place) {
        Locator settled =
                page.locator(
                        ".row[data-place='%s'][data-state='approved'], .row[data-place='%s'] .slip-reason input"
                                .formatted(place, place));
        assertThat(settled.first()).isAttached();
        if (row(place).locator(".slip-reason input").count() > 0) {
            page.keyboard().type("as the paper says");
            press("Enter");
        }
    }
}
