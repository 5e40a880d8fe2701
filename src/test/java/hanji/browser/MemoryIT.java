package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What was approved on one bench helps on another.
class MemoryIT {

    private static final String BENCH = "/digests/2026-03-02?lang=en";
    private static final String APPROVED = "Reviewed once, to be used again.";
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Served served;
    private static Chromium chromium;
    private static String source;

    @BeforeAll
    static void a_text_is_approved() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator row = page.locator(".row[data-place='1.1']");
        source = row.locator(".src").innerText().strip();
        int status =
                page.request()
                        .put(
                                served.address()
                                        + "/api/v1/units/"
                                        + row.getAttribute("data-unit")
                                        + "",
                                RequestOptions.create()
                                        .setHeader("Content-Type", "application/json")
                                        .setHeader(
                                                "If-Match",
                                                "\"" + row.getAttribute("data-version") + "\"")
                                        .setData(
                                                "{\"text\":\"%s\",\"approve\":true,\"reason\":\"not to be read as it is\"}"
                                                        .formatted(APPROVED)))
                        .status();
        assertThat(status).isEqualTo(200);
        page.reload();
        assertThat(row).hasAttribute("data-state", "approved");
        page.request()
                .post(
                        served.address() + "/api/v1/digests?key=second",
                        RequestOptions.create()
                                .setHeader("Content-Type", "text/markdown; charset=utf-8")
                                .setData(
                                        "### [Second paper](https://example.org/2)\n\n- 다시 말해 "
                                                + source
                                                + "\n- 다른 글\n"));
        page.context().close();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        assertThat(chromium.alarms()).isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + ".png"))
                        .setFullPage(false));
    }

    private static Locator remembered(Page page) {
        page.navigate("/digests/second?lang=en");
        Locator row = page.locator(".row[data-place='1.1']");
        row.locator(".row-n").click();
        Locator match = page.locator("#memory .mem-list li");
        for (int i = 0; i < 20 && match.count() == 0; i++) {
            page.waitForTimeout(300);
            page.reload();
            page.locator(".row[data-place='1.1'] .row-n").click();
            page.locator("#memory h2").waitFor();
        }
        return match;
    }

    @Test
    void one_key_puts_the_best_match_into_the_editor() {
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        Locator match = remembered(page);
        assertThat(match).hasCount(1);
        assertThat(match).containsText("% alike");
        assertThat(match.locator("ins")).containsText("다시 말해");
        match.evaluate("one => one.scrollIntoView()");
        picture(page, "memory-bench-light");
        assertThat(match.locator("[data-memory-use]")).isVisible();
        page.keyboard().press("M");
        Locator field = page.locator(".row[data-place='1.1'] textarea.edit");
        assertThat(field).hasValue(APPROVED);
        page.context().close();
    }

    @Test
    void a_text_that_was_being_written_can_be_put_back() {
        Page page = chromium.page(served, 390, ColorScheme.DARK, "ko-KR");
        Locator match = remembered(page);
        assertThat(match).hasCount(1);
        match.evaluate("one => one.scrollIntoView()");
        picture(page, "memory-bench-dark-390-ko");
        Locator row = page.locator(".row[data-place='1.1']");
        row.locator(".row-n").click();
        page.keyboard().press("e");
        row.locator("textarea.edit").fill("Half a sentence");
        match.locator("[data-memory-use]").click();
        assertThat(row.locator("textarea.edit")).hasValue(APPROVED);
        row.locator("[data-act='put-back']").click();
        assertThat(row.locator("textarea.edit")).hasValue("Half a sentence");
        page.context().close();
    }

    @Test
    void a_concordance_is_read_on_every_width() {
        for (int width : new int[] {390, 1280}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String tag = scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR";
                Page page = chromium.page(served, width, scheme, tag);
                page.navigate("/memory");
                page.locator("#search").fill("used again");
                // both words, wherever they stand
                assertThat(page.locator("#results mark")).hasCount(2);
                assertThat(page.locator("#results .hit-row")).containsText("2026-03-02 1.1");
                assertThat(
                                (Integer)
                                        page.evaluate(
                                                "document.documentElement.scrollWidth - innerWidth"))
                        .isLessThanOrEqualTo(0);
                picture(page, "memory-%d-%s".formatted(width, tag));
                page.context().close();
            }
        }
    }
}
