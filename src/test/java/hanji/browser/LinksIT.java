package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What stands for what, in the row in hand and in condensations.
class LinksIT {

    private static final String BENCH = "/digests/2026-03-02?lang=en";
    private static final Path PICTURES = Path.of("target", "pictures");

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        page.locator("[data-act='run-condense']").first().click();
        assertThat(page.locator(".row[data-place='1.tldr']")).hasAttribute("data-state", "draft");
        page.context().close();
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

    private static Locator lit(Locator within) {
        return within.locator("[data-lit]");
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    @Test
    void either_side_of_a_link_lights_both() {
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator row = page.locator(".row[data-place='2.4']");
        row.locator(".row-n").click();
        Locator source = row.locator(".src [data-link]", hasText("^3억 4천만$"));
        Locator target = row.locator(".tgt [data-link]", hasText("^340 million$"));
        String before = target.textContent();

        source.hover();

        assertThat(lit(row)).hasCount(2);
        assertThat(lit(row.locator(".tgt"))).hasText(before);
        assertThat(target).hasCSS("text-decoration-line", "underline");
        assertThat(target).hasCSS("text-decoration-style", "solid");
        picture(page, "links-light");

        page.mouse().move(1, 1);
        assertThat(lit(page.locator("body"))).hasCount(0);
        target.hover();
        assertThat(lit(row.locator(".src"))).hasText("3억 4천만");

        page.mouse().move(1, 1);
        Locator button = page.locator("#links button", new Page.LocatorOptions().setHasText("24"));
        button.focus();
        assertThat(lit(row)).hasText(new String[] {"24", "24"});
        page.keyboard().press("Tab");
        assertThat(lit(row.locator(".tgt"))).hasText("340 million");
    }

    @Test
    void a_claim_leads_to_the_bullet_that_bears_it_out() {
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator tldr = page.locator(".row[data-place='1.tldr']");
        tldr.locator(".tgt > .t").click();
        Locator claim = tldr.locator(".tgt .claim[data-link]").first();
        claim.hover();
        assertThat(lit(tldr.locator(".bear"))).hasCount(1);
        picture(page, "links-claims");

        tldr.locator(".tgt .ref").first().click();

        assertThat(page.locator(".row[aria-current]"))
                .hasAttribute("data-place", Pattern.compile("1\\.\\d"));
    }

    @Test
    void d_shows_in_the_row_what_a_person_changed() {
        Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator row = page.locator(".row[data-place='1.3']");
        row.locator(".row-n").click();
        String text = row.locator(".own").inputValue();
        page.keyboard().press("e");
        page.locator("textarea.edit").fill(text + " Indeed.");
        row.locator("[data-approve='false']").click();
        assertThat(page.locator("#changes ins")).hasCount(1);
        assertThat(row.locator(".tgt > .t ins")).hasCount(0);

        page.keyboard().press("d");

        assertThat(row.locator(".tgt > .t ins")).containsText("Indeed.");
        assertThat(page.locator("[data-diff-toggle]")).hasAttribute("aria-pressed", "true");
        page.locator(".hist summary").first().click();
        picture(page, "changes");

        page.locator("[data-diff-toggle]").click();
        assertThat(row.locator(".tgt > .t ins")).hasCount(0);
        assertThat(row.locator(".tgt > .t")).hasText(text + " Indeed.");
    }

    private static Locator.LocatorOptions hasText(String pattern) {
        return new Locator.LocatorOptions().setHasText(Pattern.compile(pattern));
    }
}
