package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An editor's work from the first page to the download.
class ReviewIT {

    private static final String DIGEST = "2026-03-03";

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        chromium.closePages();
        assertThat(chromium.alarms()).isEmpty();
    }

    @Test
    void first_page_shows_the_sample_digests_and_that_no_model_is_configured() {
        Page page = chromium.page(served);
        page.navigate("/");

        assertThat(page.getByText("No model is configured.")).isVisible();
        for (String digest :
                new String[] {"2026-03-02", "2026-03-03", "2026-03-04", "2026-03-05"}) {
            assertThat(page.locator("td.d a", new Page.LocatorOptions().setHasText(digest)))
                    .isVisible();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh-CN", "de"})
    void translate_condense_decide_preview_and_export(String lang) throws Exception {
        Page page = chromium.page(served);
        page.navigate("/digests/" + DIGEST + "?lang=" + lang);

        page.locator("[data-act='run-condense']").first().click();
        Locator drafts = page.locator(".row[data-state='draft']");
        assertThat(drafts).hasCount(20 + 4 * 3);
        assertThat(page.getByText("Recorded answer").first()).isVisible();

        Locator rows = page.locator(".row");
        String approved = text(rows.nth(0));
        rows.nth(0).click();
        page.keyboard().press("a");
        assertThat(rows.nth(0)).hasAttribute("data-state", "approved");
        assertThat(rows.nth(1)).hasAttribute("aria-current", "true");

        String mended = "Mended by hand: " + text(rows.nth(1));
        page.keyboard().press("e");
        page.locator("textarea.edit").fill(mended);
        page.keyboard().press("Control+Enter");
        assertThat(rows.nth(1)).hasAttribute("data-state", "approved");

        page.keyboard().press("x");
        page.locator("input[name='reason']").fill("too stiff");
        page.keyboard().press("Enter");
        assertThat(rows.nth(2)).hasAttribute("data-state", "rejected");
        assertThat(rows.nth(2)).containsText("too stiff");

        page.keyboard().press("a");
        assertThat(rows.nth(3)).hasAttribute("data-state", "approved");
        page.keyboard().press("u");
        assertThat(rows.nth(3)).hasAttribute("data-state", "draft");

        Locator tldr = page.locator(".row-cond").nth(1);
        tldr.click();
        page.keyboard().press("a");
        assertThat(tldr).hasAttribute("data-state", "approved");

        page.navigate("/digests/" + DIGEST + "/preview?lang=" + lang);
        assertThat(page.locator("article").first()).containsText("Mended by hand");

        Download download =
                page.waitForDownload(() -> page.locator("a[href*='format=md']").first().click());
        String markdown = Files.readString(download.path());
        String source = Files.readString(Path.of("fixtures/digests/" + DIGEST + ".md"));
        assertThat(markdown).contains(approved).contains(mended);
        assertThat(markdown.lines().filter(line -> !source.contains(line))).hasSize(2);
    }

    private static String text(Locator row) {
        return row.locator(".own").inputValue();
    }
}
