package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Batches as a person follows them.
class BatchesIT {

    private static final double PATIENCE = 30_000;

    /// How many more answers the model gives.
    private static final Semaphore ANSWERS = new Semaphore(0);

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        stub =
                StubModelServer.start(data -> {
                    ANSWERS.acquireUninterruptibly();
                    return new EchoAnswers().apply(data);
                });
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
    }

    @AfterAll
    static void stop() throws Exception {
        ANSWERS.release(1_000);
        chromium.close();
        served.close();
        stub.close();
    }

    @BeforeEach
    void the_model_holds_its_answers_back() throws InterruptedException {
        while (stub.inFlight() > 0) {
            Thread.sleep(5);
        }
        ANSWERS.drainPermits();
        stub.always(new Fault.None());
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        chromium.closePages();
        ANSWERS.release(1_000);
        assertThat(chromium.alarms()).isEmpty();
    }

    private static String batch(String digest, String language) throws Exception {
        String answer =
                served.post(
                                "/api/v1/batches",
                                "application/json",
                                "{\"digests\":[\"%s\"],\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"%s\"]}],\"only\":\"all\"}"
                                        .formatted(digest, language))
                        .body();
        return new ObjectMapper().readTree(answer).path("id").asText();
    }

    private static Page open(String path) {
        Page page = chromium.page(served);
        page.navigate(path);
        return page;
    }

    private static LocatorAssertions soon(Locator locator) {
        return assertThat(locator);
    }

    private static void shows(Page page, String text) {
        soon(page.locator("#progress"))
                .containsText(
                        text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    @Test
    void progress_comes_by_itself_and_the_end_is_said() throws Exception {
        Page page = open("/batches/" + batch("2026-03-02", "en"));
        shows(page, "0 of 23");

        ANSWERS.release(1);
        soon(page.locator(".facts dd").first())
                .not()
                .hasText("0 of 23", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
        ANSWERS.release(1_000);

        shows(page, "23 of 23");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Done. 23 of 23 texts.");
        page.navigate("/");
        assertThat(page.locator(".batch").first()).containsText("2026-03-02");
    }

    @Test
    void stopping_keeps_what_is_in_flight() throws Exception {
        Page page = open("/batches/" + batch("2026-03-03", "ja"));

        button(page, "Stop after the calls in flight").click();

        shows(page, "Cancelled");
        assertThat(button(page, "Stop after the calls in flight")).hasCount(0);
    }

    @Test
    void failures_stand_with_their_reason_and_are_asked_again() throws Exception {
        ANSWERS.release(1_000);
        stub.always(Fault.Status.of(400));
        Page page = open("/batches/" + batch("2026-03-04", "de"));
        shows(page, "Nothing could be drafted");
        assertThat(page.locator("#progress table tbody tr")).hasCount(1);
        assertThat(page.locator("#progress table")).containsText("20");

        stub.always(new Fault.None());
        button(page, "Ask again for the failed ones").click();

        shows(page, "20 of 20");
    }

    @Test
    void axe_finds_nothing_on_any_of_the_pages() throws Exception {
        ANSWERS.release(1_000);
        stub.always(Fault.Status.of(400));
        String failed = batch("2026-03-05", "en");
        Page seen = open("/batches/" + failed);
        shows(seen, "Nothing could be drafted");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (String locale : List.of("en-US", "ko-KR")) {
                for (String path :
                        List.of("/batches", "/batches/" + failed, "/stats", "/stats?days=7")) {
                    Page page = chromium.page(served, 390, scheme, locale);
                    page.navigate(path);
                    assertThat(
                                    new AxeBuilder(page)
                                            .withTags(
                                                    List.of(
                                                            "wcag2a",
                                                            "wcag2aa",
                                                            "wcag21a",
                                                            "wcag21aa",
                                                            "wcag22aa"))
                                            .analyze()
                                            .getViolations())
                            .as(path + " " + scheme + " " + locale)
                            .isEmpty();
                    page.context().close();
                }
            }
        }
    }
}
