package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an editor does about findings.
class DismissIT {

    private static final String BENCH = "/digests/2026-03-02?lang=en";

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

    private static void write(Page page, Locator row, String text) {
        row.click();
        page.keyboard().press("e");
        page.locator("textarea.edit").fill(text);
        row.locator("[data-approve='false']").click();
        assertThat(row.locator("textarea.edit")).hasCount(0);
    }

    @Test
    void findings_are_marked_explained_and_dismissed_and_the_riskiest_comes_first() {
        Page page = chromium.page(served);
        page.navigate(BENCH);
        page.locator("[data-act='run-condense'], [data-act='run']").first().click();
        Locator rows = page.locator(".row[data-place='1.2'], .row[data-place='1.4']");
        Locator small = rows.first();
        Locator score = rows.last();
        assertThat(score).hasAttribute("data-state", "draft");
        String right = score.locator(".own").inputValue();
        String wrong = right.replace("28.4", "82.4");
        write(page, small, small.locator(".own").inputValue() + " It is is new.");

        write(page, score, wrong);

        Locator first = page.locator("#queue [data-risk]").first();
        assertThat(first).containsText("1.4");
        assertThat(score.locator(".src mark.f-critical")).containsText("28.4");
        assertThat(score.locator(".tgt mark.f-critical")).containsText("82.4");
        assertThat(score.locator(".finding-critical"))
                .containsText("The number changed: 28.4 became 82.4.");
        assertThat(score.locator(".sev")).isVisible();

        page.keyboard().press("n");

        assertThat(score.locator(".finding-critical")).hasCount(0);
        assertThat(score.locator("mark.f-critical")).hasCount(0);
        assertThat(score.locator(".sev")).hasCount(0);
        assertThat(score.locator(".finding-dismissed")).containsText("Not an error: Mina");
        assertThat(first).containsText("1.2");

        page.reload();
        assertThat(score.locator(".finding-dismissed")).containsText("The number changed");
        page.navigate("/stats");
        assertThat(page.locator("#findings tbody tr").first()).containsText("numbers");

        Page korean = chromium.page(served, 390, ColorScheme.DARK, "ko-KR");
        korean.navigate(BENCH);
        Locator same = korean.locator(".row[data-place='1.4']");
        assertThat(same.locator(".finding-dismissed")).containsText("오류 아님: Mina");
        same.locator("[data-act='restore']").click();
        assertThat(same.locator(".finding-critical")).containsText("숫자가 바뀌었습니다: 28.4 → 82.4");

        page.navigate(BENCH);
        score.click();
        page.keyboard().press("Shift+N");
        page.locator("[data-form='dismiss'] input[name='reason']").fill("as the paper has it");
        page.keyboard().press("Enter");
        assertThat(score.locator(".finding-dismissed")).containsText("as the paper has it");
        write(page, score, wrong + " Indeed.");
        assertThat(score.locator(".finding-critical")).hasCount(1);
        write(page, score, right);
        assertThat(score.locator(".finding, .finding-dismissed")).hasCount(0);
    }
}
