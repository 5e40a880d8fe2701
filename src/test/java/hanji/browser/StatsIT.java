package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Charts as somebody reads them: with eyes, with keys, and without scripts.
class StatsIT {

    private static Newsdesk desk;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        desk = new Newsdesk();
        chromium = new Chromium();
        desk.work(chromium);
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        desk.close();
    }

    /// What the Content-Security-Policy stops is one of these.
    @AfterEach
    void nothing_happened_that_must_not() {
        chromium.closePages();
        assertThat(chromium.alarms()).isEmpty();
    }

    private static Page stats(String query) {
        Page page = desk.page(chromium, "en-US");
        page.navigate("/stats" + query);
        return page;
    }

    @Test
    void every_chart_is_drawn_and_has_its_table_folded_below() {
        Page page = stats("");

        int charts = page.locator(".chart").count();
        assertThat(charts).isGreaterThan(5);
        assertThat(page.locator(".plot canvas")).hasCount(charts);
        assertThat(page.locator(".chart details[open]")).hasCount(0);
        page.locator("#chart-approved summary").click();
        assertThat(page.locator("#chart-approved table")).isVisible();
    }

    @Test
    void arrows_read_the_days_as_the_table_has_them() {
        Page page = stats("?days=7");
        Locator plot = page.locator("#chart-calls .plot");
        List<String> days =
                page.locator("#chart-calls tbody tr").all().stream()
                        .map(row -> row.locator("th").textContent())
                        .toList();
        String first =
                page.locator("#chart-calls tbody tr").first().locator("td").first().textContent();

        plot.focus();
        page.keyboard().press("Home");
        for (int day = 0; !days.contains(said(plot).split(":")[0]); day++) {
            assertThat(day).as("days that were gone through").isLessThan(7);
            page.keyboard().press("ArrowRight");
        }

        assertThat(plot)
                .hasAttribute("aria-valuetext", Pattern.compile(".*: English " + first + ".*"));
        assertThat(page.locator("#chart-calls .point")).hasText(said(plot));
    }

    private static String said(Locator plot) {
        return plot.getAttribute("aria-valuetext");
    }

    @Test
    void lines_are_told_apart_without_colour() {
        Page page = stats("?by=prompt");
        assertThat(
                        page.locator(".models line").all().stream()
                                .map(key ->
                                        key.evaluate(
                                                "line => getComputedStyle(line).strokeDasharray"))
                                .toList())
                .hasSizeGreaterThan(1)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_change_of_theme_draws_the_lines_anew() {
        Page page = stats("");
        String ink = "() => document.querySelector('.plot canvas').toDataURL()";
        Object light = page.evaluate(ink);
        page.locator("[data-theme-toggle]").click();
        page.waitForCondition(() -> !page.evaluate(ink).equals(light));
    }

    @Test
    void without_scripts_the_tables_are_there() {
        Page page = desk.unscripted(chromium, "/stats");

        assertThat(page.locator("#chart-approved table")).isVisible();
        assertThat(page.locator(".plot").first()).isHidden();
    }
}
