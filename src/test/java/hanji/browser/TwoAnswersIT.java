package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A draft that was made again stands beside the one before until somebody chooses.
class TwoAnswersIT {

    private static final String ROW = ".row[data-place='1.1']";
    private static final List<String> WORDS =
            List.of("the question", "questions", "any question", "each question");

    private static final AtomicInteger ASKED = new AtomicInteger();
    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;
    private static int digests;

    private Page page;

    @BeforeAll
    static void start() throws Exception {
        stub =
                StubModelServer.start(
                        new EchoAnswers((text, _) ->
                                text.contains("<")
                                        ? Payloads.all().get(ASKED.getAndIncrement())
                                        : "The model answers %s."
                                                .formatted(
                                                        WORDS.get(
                                                                ASKED.getAndIncrement()
                                                                        % WORDS.size()))));
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
        chromium.close();
        served.close();
        stub.close();
    }

    @BeforeEach
    void drafted_twice() throws Exception {
        open("모델은 질문에 답합니다.", "faster");
    }

    private void open(String bullet, String instruction) throws Exception {
        if (page != null) {
            page.context().close();
        }
        ASKED.set(0);
        String key = "twice-" + ++digests;
        served.post(
                "/api/v1/digests?key=" + key,
                "text/markdown",
                "### [Paper](https://arxiv.org/abs/2401.13795)\n\n- %s\n- 다른 글\n"
                        .formatted(bullet));
        page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate("/digests/" + key + "?lang=en");
        row().locator(".row-n").click();
        redo("");
        assertThat(row()).hasAttribute("data-state", "draft");
        assertThat(slip()).hasCount(0);
        redo(instruction);
        assertThat(slip()).isVisible();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        page.context().close();
        assertThat(chromium.alarms()).isEmpty();
    }

    private Locator row() {
        return page.locator(ROW);
    }

    private Locator slip() {
        return row().locator(".slip-answers");
    }

    private void redo(String instruction) {
        page.keyboard().press("r");
        row().locator("[name=instruction]").fill(instruction);
        page.keyboard().press("Enter");
        assertThat(row().locator("form")).hasCount(0);
    }

    @Test
    void both_are_read_side_by_side() {
        assertThat(row()).hasAttribute("data-state", "draft");
        assertThat(row().locator(".tgt > .t")).containsText("answers questions");
        Locator before = slip().locator(".ways > div").first();
        Locator now = slip().locator(".ways > div").last();
        assertThat(before.locator("del")).containsText("the");
        assertThat(before).containsText("answers removed: the question");
        assertThat(before.locator("ins")).hasCount(0);
        assertThat(before).not().containsText("Instruction");
        assertThat(now.locator("ins")).containsText("questions");
        assertThat(now).containsText("stub, ");
        assertThat(now).containsText("Instruction: “faster”");
        assertThat(page.locator("#toast"))
                .containsText("Drafted 1.1 again; the text before stands beside it");
        assertThat(page.locator(".decide .q")).containsText("Two texts");
        assertThat(page.locator("#inspector .why")).containsText("go back to the one before");

        page.reload();

        assertThat(slip()).containsText("Go back to this");
    }

    @Test
    void one_key_goes_back_and_u_takes_that_back() {
        page.keyboard().press("1");
        assertThat(row().locator(".tgt > .t")).containsText("answers the question");
        assertThat(slip()).hasCount(0);
        assertThat(row()).hasAttribute("data-state", "draft");
        assertThat(page.locator("#toast")).containsText("Took the other text for 1.1");

        page.keyboard().press("u");

        assertThat(slip()).isVisible();
        assertThat(row().locator(".tgt > .t")).containsText("answers questions");
    }

    @Test
    void u_takes_the_redo_back() {
        page.keyboard().press("u");

        assertThat(slip()).hasCount(0);
        assertThat(row().locator(".tgt > .t")).containsText("answers the question");
        assertThat(row()).hasAttribute("data-state", "draft");
    }

    @Test
    void the_other_keeps_the_new_and_u_takes_that_back_too() {
        page.keyboard().press("2");
        assertThat(slip()).hasCount(0);
        assertThat(row().locator(".tgt > .t")).containsText("answers questions");
        page.keyboard().press("u");
        assertThat(slip()).isVisible();
    }

    @Test
    void an_approval_is_a_choice() {
        page.keyboard().press("a");
        page.locator(ROW + "[data-state='approved'], " + ROW + " .slip-reason").first().waitFor();
        if (row().locator(".slip-reason input").count() > 0) {
            row().locator(".slip-reason input").fill("it is a test");
            page.keyboard().press("Enter");
        }
        assertThat(row()).hasAttribute("data-state", "approved");
        assertThat(slip()).hasCount(0);
    }

    @Test
    void it_looks_as_designed_and_runs_nothing() throws Exception {
        for (String text : List.of("모델은 질문에 답합니다.", "모델은 <b>질문</b>마다 답합니다.")) {
            boolean hostile = text.contains("<");
            open(text, hostile ? Payloads.all().get(7) : "Make it quicker to read, and shorter.");
            for (int width : new int[] {1280, 390}) {
                for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                    String locale = scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR";
                    Page seen = chromium.page(served, width, scheme, locale);
                    Trap trap = Trap.on(seen);
                    seen.navigate("/digests/twice-" + digests + "?lang=en");
                    seen.locator(ROW + " .row-n").click();
                    assertThat(seen.locator(".slip-answers")).isVisible();
                    seen.locator("#terms").waitFor();
                    Picture.of(
                            seen,
                            "answers-%s-%d-%s"
                                    .formatted(hostile ? "hostile" : "plain", width, locale));
                    assertThat(trap.sprung()).isEmpty();
                    seen.context().close();
                }
            }
        }
    }
}
