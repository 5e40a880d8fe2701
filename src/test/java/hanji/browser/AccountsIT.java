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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Coming in with a password, and what each sees then.
class AccountsIT {

    private static final String PASSWORD = "a long password";
    private static final String BENCH = "/digests/2026-03-02?lang=en";

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start(Map.of("HANJI_AUTH", "form"));
        try (Database database = Database.open(served.database())) {
            Accounts accounts = new Accounts(database, Clock.systemUTC());
            Map.of(
                            "mina", "admin",
                            "eve", "editor:en",
                            "vera", "viewer")
                    .forEach((name, rights) ->
                            accounts.add(name, PASSWORD, Rights.of(rights), Editor.HANJI));
        }
        chromium = new Chromium();
        Page page = login("mina", 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        page.locator("[data-act='run-condense']").first().click();
        assertThat(page.locator(".row[data-state='draft']").nth(30)).isVisible();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        chromium.closePages();
        // a refused login and a lost session are answers that the browser calls errors
        assertThat(chromium.alarms())
                .allMatch(
                        alarm -> alarm.matches("(?s)console: .*(401 \\(Unauth|Error Code 401 ).*"),
                        "an expected 401");
    }

    private static Page login(String name, int width, ColorScheme scheme, String locale) {
        Page page = chromium.page(served, width, scheme, locale);
        page.navigate("/login");
        enter(page, name, PASSWORD);
        return page;
    }

    private static void enter(Page page, String name, String password) {
        page.locator("[name=name]").fill(name);
        page.locator("[name=password]").fill(password);
        page.locator(".door button").click();
    }

    @Test
    void who_is_sent_to_the_login_comes_back_to_where_she_wanted_to_go() {
        Page page = chromium.page(served);
        page.navigate("/stats?days=7");
        enter(page, "eve", "wrong");
        assertThat(page.locator("[role=alert]"))
                .hasText("Name and password do not belong together. Try again.");
        enter(page, "eve", PASSWORD);
        assertThat(page).hasURL(served.address() + "/stats?days=7");
    }

    @Test
    void a_viewer_sees_no_button_that_she_may_not_press() {
        Page page = login("vera", 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);

        assertThat(page.locator(".row").first()).isVisible();
        for (String act : List.of("approve", "edit", "reject", "redo", "approve-clean", "run")) {
            for (Locator button : page.locator("[data-act='" + act + "']").all()) {
                assertThat(button).isHidden();
            }
        }
        page.locator(".row").first().click();
        page.keyboard().press("a");
        assertThat(page.locator("#trouble")).containsText("You may not do that here.");
        page.navigate("/");
        assertThat(page.locator("#import")).hasCount(0);
    }

    @Test
    void an_editor_edits_and_does_not_approve() {
        Page page = login("eve", 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator row = page.locator(".row[data-state='draft']").nth(5);
        row.click();
        assertThat(row.locator("[data-act='edit']")).isVisible();
        assertThat(row.locator("[data-act='approve']")).isHidden();
        page.navigate("/digests/2026-03-02?lang=ja");
        assertThat(page.locator("[data-act='run']").first()).isHidden();
    }

    /// She goes on where she was, with the text that she had typed.
    @Test
    void a_session_that_ended_keeps_what_was_typed() {
        Page page = login("eve", 1280, ColorScheme.LIGHT, "en-US");
        page.navigate(BENCH);
        Locator row = page.locator(".row[data-state='draft']").nth(8);
        String id = row.getAttribute("id");
        row.click();
        page.keyboard().press("e");
        page.locator("textarea.edit").fill("Typed before the session ended.");
        page.context().clearCookies();

        page.locator("#" + id + " [data-approve='false']").click();

        assertThat(page.locator("#waiting")).containsText("You are signed out.");
        assertThat(page.locator("#" + id + " .waits"))
                .containsText("Typed before the session ended.");
        Page tab =
                page.context().waitForPage(() -> page.locator("#waiting a[href='/login']").click());
        enter(tab, "eve", PASSWORD);
        assertThat(tab.locator(".top a[href='/account']")).hasText("eve");

        page.bringToFront();
        assertThat(page.locator("#" + id)).hasAttribute("data-state", "edited");
        assertThat(page.locator("#waiting")).isHidden();
    }

    @Test
    void a_token_is_shown_once_and_works_until_it_is_revoked() throws Exception {
        Page page = login("mina", 1280, ColorScheme.LIGHT, "en-US");
        page.navigate("/account");
        page.locator("[name=label]").fill("nightly <b>batch</b>");
        page.locator("[name=scope][value=read]").check();
        page.locator("form[action='/account/tokens'] button").click();
        String token = page.locator("#secret").textContent();

        assertThat(served.get("/api/v1/models", token).statusCode()).isEqualTo(200);
        assertThat(served.get("/account", token).statusCode()).isEqualTo(403);
        page.navigate("/account");
        assertThat(page.locator("#secret")).hasCount(0);
        assertThat(page.locator("main")).containsText("nightly <b>batch</b>");
        page.locator("form[action$='/revoke'] button").first().click();
        assertThat(page.locator("td", new Page.LocatorOptions().setHasText("over")).first())
                .isVisible();
        assertThat(served.get("/api/v1/models", token).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "/login,1280,LIGHT,en-US", "/login,390,DARK,ko-KR",
        "/account,1280,DARK,ko-KR", "/account,390,LIGHT,en-US",
        "/audit,1280,LIGHT,en-US", "/audit,390,DARK,ko-KR",
        "/digests/2026-03-02?lang=en,390,LIGHT,ko-KR"
    })
    void axe_finds_nothing_serious(String path, int width, ColorScheme scheme, String locale) {
        Page page =
                path.equals("/login")
                        ? chromium.page(served, width, scheme, locale)
                        : login("mina", width, scheme, locale);
        page.navigate(path);
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                Path.of(
                                        "target/screenshots",
                                        "accounts"
                                                + path.replaceAll("[^a-z]+", "_")
                                                + width
                                                + ".png")));

        assertThat(
                        new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .filter(rule ->
                                                Set.of("serious", "critical")
                                                        .contains(rule.getImpact()))
                                        .map(rule ->
                                                rule.getId() + rule.getNodes().getFirst().getHtml())
                                        .toList())
                .isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(true);
    }
}
