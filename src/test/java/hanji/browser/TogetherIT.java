package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two people, each in a browser of her own, on one digest.
class TogetherIT {

    private static final String PASSWORD = "a long password";
    private static final String BENCH = "/digests/2026-03-02?lang=en";

    private static final AtomicInteger TURN = new AtomicInteger();

    private static Served served;
    private static Chromium chromium;
    private static Page ida;
    private static Page uma;

    @BeforeAll
    static void two_people_open_the_digest() throws Exception {
        served = Served.start(Map.of("HANJI_AUTH", "form", "HANJI_REQUESTS_PER_SECOND", "0"));
        try (Database database = Database.open(served.database())) {
            Accounts accounts = new Accounts(database, Clock.systemUTC());
            accounts.add("ida", PASSWORD, Rights.of("admin"), Editor.HANJI);
            accounts.add("uma", PASSWORD, Rights.of("admin"), Editor.HANJI);
            accounts.add("eve", PASSWORD, Rights.of("editor:en"), Editor.HANJI);
        }
        chromium = new Chromium();
        ida = login("ida", 1280, ColorScheme.LIGHT, "en-US");
        ida.navigate(BENCH);
        ida.locator("[data-act='run-condense']").first().click();
        assertThat(ida.locator(".row[data-state='draft']").nth(30)).isVisible();
        uma = login("uma", 1280, ColorScheme.LIGHT, "en-US");
        ida.navigate(BENCH);
        uma.navigate(BENCH);
    }

    @AfterAll
    static void stop() {
        chromium.close();
        served.close();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        assertThat(chromium.alarms()).isEmpty();
    }

    private static Page login(String name, int width, ColorScheme scheme, String locale) {
        Page page = chromium.page(served, width, scheme, locale);
        page.navigate("/login");
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(PASSWORD);
        page.locator(".door button").click();
        assertThat(page.locator("#main")).isVisible();
        return page;
    }

    /// A draft that no other test has taken.
    private static String unit() {
        return ida.locator(".row:not(.row-cond)")
                .nth(TURN.getAndIncrement())
                .getAttribute("data-unit");
    }

    private static Locator row(Page page, String unit) {
        return page.locator("#u-" + unit);
    }

    private static String text(Locator row) {
        return row.locator(".own").inputValue();
    }

    /// Opens the editor with what stands.
    private static Locator write(Page page, String unit, String text) {
        row(page, unit).locator(".row-n").click();
        page.keyboard().press("e");
        Locator area = row(page, unit).locator("textarea.edit");
        area.fill(text);
        return area;
    }

    private static void save(Page page, String unit) {
        row(page, unit).locator("[data-approve='false']").first().click();
    }

    @Test
    void each_sees_where_the_other_is_and_what_she_writes_in() {
        String unit = unit();
        row(uma, unit).locator(".row-n").click();
        String place = row(uma, unit).getAttribute("data-place");

        assertThat(ida.locator("#company")).containsText("uma");
        assertThat(ida.locator("#company")).containsText("umaat " + place);
        assertThat(uma.locator("#company")).containsText("ida");
        write(uma, unit, "Something else.");
        assertThat(row(ida, unit).locator(".near")).hasText("Writing here: uma");
        uma.keyboard().press("Escape");
        assertThat(row(ida, unit).locator(".near")).hasCount(0);
    }

    @Test
    void who_closes_her_page_is_gone() {
        Page eve = login("eve", 1280, ColorScheme.LIGHT, "en-US");
        eve.navigate(BENCH);
        assertThat(ida.locator("#company")).containsText("eve");

        eve.navigate("/");

        assertThat(ida.locator("#company")).not().containsText("eve");
        eve.context().close();
    }

    @Test
    void what_one_decides_the_other_sees_without_a_reload_and_nothing_moves() {
        String above = unit();
        String reading = unit();
        row(ida, reading).locator(".row-n").click();
        double before = row(ida, reading).boundingBox().y;
        String done = ida.locator("#progress strong").textContent();

        row(uma, above).locator(".row-n").click();
        uma.keyboard().press("a");

        assertThat(row(ida, above)).hasAttribute("data-state", "approved");
        assertThat(ida.locator("#progress strong")).not().hasText(done);
        assertThat(row(ida, reading)).hasAttribute("aria-current", "true");
        assertThat(row(ida, reading)).isFocused();
        assertThat(row(ida, reading).boundingBox().y).isBetween(before - 2, before + 2);
    }

    @Test
    void what_both_wrote_is_put_together_and_no_word_is_lost() {
        String unit = unit();
        String base = text(row(ida, unit));
        write(ida, unit, "Honestly, " + base);
        write(uma, unit, base + " So says Uma.");
        save(uma, unit);
        assertThat(row(ida, unit).locator(".behind")).isVisible();
        assertThat(row(ida, unit).locator("textarea.edit")).hasValue("Honestly, " + base);

        save(ida, unit);

        Locator slip = row(ida, unit).locator(".slip-versions");
        assertThat(slip).containsText("Your changes do not touch each other");
        assertThat(slip.locator(".chg-me")).containsText("Honestly,");
        assertThat(slip.locator(".chg-them")).containsText("So says Uma.");
        ida.keyboard().press("3");
        assertThat(row(ida, unit).locator("textarea.edit"))
                .hasValue("Honestly, " + base + " So says Uma.");
        save(ida, unit);
        assertThat(row(ida, unit).locator(".slip-versions")).hasCount(0);
        assertThat(row(uma, unit)).containsText("Honestly, ");
        assertThat(text(row(uma, unit))).isEqualTo("Honestly, " + base + " So says Uma.");
    }

    @Test
    void where_both_changed_the_same_words_all_texts_stay_until_somebody_chose() {
        String unit = unit();
        String base = text(row(ida, unit));
        write(ida, unit, base + " It costs three billion.");
        write(uma, unit, base + " It costs two trillion.");
        save(uma, unit);
        assertThat(row(ida, unit).locator(".behind")).isVisible();
        save(ida, unit);

        Locator slip = row(ida, unit).locator(".slip-versions");
        assertThat(slip.locator(".choice")).isVisible();
        assertThat(slip.locator(".ways > div").nth(0)).containsText(base);
        assertThat(slip.locator(".ways > div").nth(1)).containsText("three billion");
        assertThat(slip.locator(".ways > div").nth(2)).containsText("two trillion");
        row(ida, unit).locator(".row-n").click();
        ida.keyboard().press("3");
        assertThat(slip.locator(".choose-first")).containsText("Choose first");
        assertThat(row(ida, unit).locator("textarea.edit")).hasCount(0);

        // a decision of a third kind changes nothing of what lies before her
        row(uma, unit).locator(".row-n").click();
        uma.keyboard().press("a");
        assertThat(row(uma, unit)).hasAttribute("data-state", "approved");
        ida.waitForTimeout(1_500);
        assertThat(slip.locator(".ways > div").nth(1)).containsText("three billion");

        slip.locator(".choice input").first().check();
        slip.locator("[data-choice='3']").click();
        assertThat(row(ida, unit).locator("textarea.edit"))
                .hasValue(base + " It costs three billion.");
        assertThat(slip).isVisible();
    }

    @Test
    void a_comment_calls_somebody_who_finds_it_on_the_first_page() {
        String unit = unit();
        row(ida, unit).locator(".row-n").click();
        Locator field = ida.locator("#talk[data-unit='" + unit + "'] textarea");
        field.fill("@uma, is <b>this</b> the usual term?");
        field.press("Control+Enter");

        assertThat(ida.locator("#talk .talk-t")).hasText("@uma, is <b>this</b> the usual term?");
        assertThat(ida.locator("#talk .mention")).hasText("@uma");
        assertThat(row(uma, unit).locator(".talks")).hasText("1 comment");
        Page first = uma.context().newPage();
        first.navigate("/");
        assertThat(first.locator("#mine")).containsText("is <b>this</b> the usual term?");
        first.locator("#mine a").first().click();
        assertThat(first.locator("#u-" + unit)).hasAttribute("aria-current", "true");
        assertThat(first.locator("#talk[data-unit='" + unit + "'] .talk-t")).isVisible();
        assertThat(first.locator("#inspector .hist")).containsText("Comment");

        first.locator("#talk .talk-acts button").first().click();
        assertThat(first.locator("#talk .talk-over")).containsText("Settled by uma");
        assertThat(row(ida, unit).locator(".talks")).hasCount(0);
        first.navigate("/");
        assertThat(first.locator("#mine")).not().containsText("the usual term");
        first.close();
    }

    @Test
    void what_was_said_can_be_taken_back_and_the_history_knows() {
        String unit = unit();
        row(ida, unit).locator(".row-n").click();
        Locator field = ida.locator("#talk[data-unit='" + unit + "'] textarea");
        field.fill("Nonsense.");
        ida.locator("#talk form button").click();
        ida.locator("#talk .talk-acts button").nth(1).click();

        assertThat(ida.locator("#talk")).containsText("taken back");
        assertThat(ida.locator("#talk")).not().containsText("Nonsense.");
        row(uma, unit).locator(".row-n").click();
        assertThat(uma.locator("#inspector .hist")).containsText("Comment taken back");
        assertThat(uma.locator("#inspector")).not().containsText("Nonsense.");
    }

    @Test
    void an_entry_is_given_to_somebody_and_everybody_sees_whose_it_is() {
        Locator place = ida.locator("[data-assigned='2']");
        ida.locator("#e2").evaluate("entry => { entry.open = true; }");
        place.locator("[data-assign]").click();
        place.locator("select").selectOption("uma");
        place.locator(".btn-ink").click();

        assertThat(place.locator(".assigned-to")).hasText("Assigned to uma");
        assertThat(place.locator("form")).hasCount(0);
        assertThat(uma.locator("[data-assigned='2'] .assigned-to")).hasText("Assigned to uma");
        uma.locator(".mine-only input").check();
        assertThat(uma.locator("#queue-in a[href='#e1']")).isHidden();
        uma.locator(".mine-only input").uncheck();
        Page first = uma.context().newPage();
        first.navigate("/");
        assertThat(first.locator("#mine")).containsText("2026-03-02, English");
        first.close();
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en-US", "1280, DARK, ko-KR", "390, LIGHT, ko-KR", "390, DARK, en-US"})
    void it_looks_as_designed(int width, ColorScheme scheme, String locale) {
        String unit = unit();
        Page page = login("ida", width, scheme, locale);
        page.navigate(BENCH);
        String base = text(row(page, unit));
        row(page, unit).locator(".src").click();
        page.keyboard().press("e");
        row(page, unit)
                .locator("textarea.edit")
                .fill("Honestly, " + base + " It costs three billion.");
        write(uma, unit, base + " It costs two trillion.");
        save(uma, unit);
        assertThat(row(page, unit).locator(".behind")).isVisible();
        assertThat(uma.locator("#inspector .hist")).containsText("Edited");
        Locator field = uma.locator("#talk[data-unit='" + unit + "'] textarea");
        field.fill("@ida two or three? The paper says 2조.");
        field.press("Control+Enter");
        assertThat(row(page, unit).locator(".talks")).isVisible();
        shoot(page, "writing", width, scheme);
        save(page, unit);
        assertThat(row(page, unit).locator(".choice")).isVisible();
        assertThat(page.locator("#talk .talk-t")).isVisible();
        row(page, unit).evaluate("row => row.scrollIntoView()");
        page.evaluate("scrollBy(0, -120)");
        shoot(page, "merge", width, scheme);
        page.locator("#talk").scrollIntoViewIfNeeded();
        shoot(page, "comments", width, scheme);
        page.navigate("/");
        assertThat(page.locator("#mine")).containsText("2조");
        shoot(page, "mine", width, scheme);
        page.context().close();
    }

    private static void shoot(Page page, String what, int width, ColorScheme scheme) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                Path.of(
                                        "target/screenshots",
                                        "together-%s-%d-%s.png".formatted(what, width, scheme))));
        assertThat(
                        new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .filter(rule ->
                                                Set.of("serious", "critical")
                                                        .contains(rule.getImpact()))
                                        .map(rule ->
                                                rule.getId()
                                                        + ": "
                                                        + rule.getNodes().getFirst().getHtml()))
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(true);
    }
}
