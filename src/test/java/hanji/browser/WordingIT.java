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
import com.microsoft.playwright.options.RequestOptions;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A text is approved by keyboard, and reaches the other texts of its original.
class WordingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String ORIGINAL = "코드와 가중치를 <b>함께</b> 공개한다.";
    private static final String APPROVED = "Code and <b>weights</b> are released together.";
    private static final String OTHERS = "They give out both, the weights and the code.";

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void three_digests_hold_one_original() throws Exception {
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        stub = StubModelServer.start(new EchoAnswers());
        served =
                Served.start(
                        Map.of(
                                "HANJI_REPAIR", "false",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl(),
                                "HANJI_LLM_MODELS_MINI_PRICE_IN", "2",
                                "HANJI_LLM_MODELS_MINI_PRICE_OUT", "8"));
        chromium = new Chromium();
        for (String key : List.of("here", "same", "other", "reviewed")) {
            String paper =
                    key.equals("here") || key.equals("same") ? "One paper" : "Paper of " + key;
            served.post(
                    "/api/v1/digests?key=" + key,
                    "text/markdown",
                    "### [%s](https://example.org/%s)\n- %s\n- %s에만 있는 글이다.\n- 끝 글이다.\n"
                            .formatted(paper, key, ORIGINAL, key));
        }
        served.post(
                "/api/v1/batches",
                "application/json",
                "{\"digests\":[\"here\",\"same\",\"other\",\"reviewed\"],\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"en\"]}]}");
        for (String key : List.of("here", "same", "other", "reviewed")) {
            while (!unit(key).path("state").asText().equals("translated")) {
                Thread.sleep(100);
            }
        }
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
        assertThat(chromium.alarms()).isEmpty();
    }

    /// The first bullet of a digest.
    private static JsonNode unit(String key) throws Exception {
        JsonNode units =
                JSON.readTree(served.get("/api/v1/units?digest=%s&lang=en".formatted(key)).body());
        String id = units.path("units").path(0).path("id").asText();
        return JSON.readTree(served.get("/api/v1/units/" + id).body());
    }

    private static String text(String key) throws Exception {
        return unit(key).path("target").path("text").asText();
    }

    private void picture(String name) {
        for (int width : List.of(390, 1280)) {
            page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(
                                        PICTURES.resolve(
                                                "wording-%s-%d-%s.png"
                                                        .formatted(
                                                                name,
                                                                width,
                                                                scheme.name().toLowerCase())))
                                .setFullPage(true));
            }
        }
        page.setViewportSize(1280, 900);
    }

    private List<String> seriousTrouble() {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
                        .toList();
    }

    @Test
    void it_is_said_quietly_shown_done_and_left_again() throws Exception {
        page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        JsonNode reviewed = unit("reviewed");
        page.request()
                .put(
                        served.address() + "/api/v1/units/" + reviewed.path("id").asText(),
                        RequestOptions.create()
                                .setHeader("Content-Type", "application/json")
                                .setHeader("If-Match", "\"" + reviewed.path("version") + "\"")
                                .setData(
                                        JSON.writeValueAsString(
                                                Map.of(
                                                        "text",
                                                        OTHERS,
                                                        "approve",
                                                        true,
                                                        "reason",
                                                        "as I read it"))));
        assertThat(text("reviewed")).isEqualTo(OTHERS);
        int calls = stub.calls();

        page.navigate("/digests/here?lang=en");
        Locator row = page.locator(".row[data-place='1.1']");
        row.locator(".row-n").click();
        page.keyboard().press("e");
        page.locator("textarea.edit").fill(APPROVED);
        page.keyboard().press("Control+Enter");
        if (page.locator("[data-form='edit'] [name=reason]").isVisible()) {
            page.keyboard().type("as I read it");
            page.keyboard().press("Enter");
        }
        assertThat(row).hasAttribute("data-state", "approved");
        Locator note = row.locator(".elsewhere");
        assertThat(note)
                .hasText(
                        "2 drafts and 1 person’s text of the same original differ: see what would change");
        assertThat(page.locator(".row[data-place='1.2']")).hasAttribute("aria-current", "true");
        picture("bench");
        assertThat(seriousTrouble()).isEmpty();
        page.reload();
        row.locator(".row-n").click();
        Locator later = page.locator("#memory .mem-elsewhere a");
        assertThat(later).containsText("2 drafts and 1 person’s text");
        picture("inspector");
        later.click();

        assertThat(page.locator("h1")).hasText("What approving 1.1 would change elsewhere");
        assertThat(page.locator(".hit-row")).hasCount(3);
        assertThat(page.locator(".hit-row del").first()).isVisible();
        assertThat(page.locator(".hit-row ins").first()).isVisible();
        assertThat(page.locator(".t-price")).containsText("1 text takes it as it is");
        assertThat(page.locator(".t-price")).containsText("2 requests to mini");
        Locator button = page.locator("[formaction='/memory/effect/apply']");
        assertThat(button).containsText("Bring it to 3 texts, about ");
        picture("effect");
        assertThat(seriousTrouble()).isEmpty();
        String address = page.url();
        korean(address);
        assertThat(stub.calls()).as("nobody was asked").isEqualTo(calls);

        button.click();
        assertThat(page.locator(".mast a")).hasText("See the batch");
        while (!unit("reviewed").hasNonNull("proposal")) {
            Thread.sleep(100);
        }
        while (page.locator("[formaction='/memory/effect/apply']").count() > 0
                || page.locator(".hit-row del").count() > 0) {
            page.reload();
        }
        assertThat(page.locator(".t-price")).containsText("Nothing is left to do");
        assertThat(page.locator(".hit-row").filter(new Locator.FilterOptions().setHasText(OTHERS)))
                .containsText("A proposal that a model made with it stands beside this text.");
        picture("done");

        assertThat(stub.calls() - calls).isEqualTo(2);
        assertThat(text("reviewed")).isEqualTo(OTHERS);
        assertThat(text("same")).isEqualTo(APPROVED);
        assertThat(unit("same").path("state").asText()).isEqualTo("translated");
        page.locator(".hit-head a").first().click();
        assertThat(page.locator(".row[data-place='1.1']")).hasAttribute("data-state", "approved");
        page.locator(".row[data-place='1.1'] .row-n").click();
        assertThat(page.locator("#memory h2")).isVisible();
        assertThat(page.locator("#memory .mem-elsewhere")).hasCount(0);
        page.context().close();
    }

    private void korean(String address) {
        Page english = page;
        page = chromium.page(served, 1280, ColorScheme.LIGHT, "ko-KR");
        page.navigate(address);
        assertThat(page.locator(".t-price")).containsText("글 1개는");
        picture("effect-ko");
        page.context().close();
        page = english;
    }
}
