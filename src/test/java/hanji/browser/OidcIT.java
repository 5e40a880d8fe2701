package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// People whom an OpenID Connect provider vouches for, in a real browser.
class OidcIT {

    private static final MockOAuth2Server PROVIDER = Provider.start();

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start(Provider.settings(PROVIDER, Map.of("HANJI_SESSION_LONGEST", "10s")));
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
        PROVIDER.shutdown();
    }

    private static Page login(String path, String name, String claims) {
        Page page = chromium.stranger(served);
        page.navigate(path);
        page.locator("a.btn-ink").click();
        page.locator("input[name=username]").fill(name);
        page.locator("textarea[name=claims]").fill(claims);
        page.locator("input[type=submit], button[type=submit]").first().click();
        return page;
    }

    @Test
    void somebody_comes_in_with_roles_and_leaves() {
        Page page =
                login(
                        "/digests/2026-03-02?lang=ja",
                        "kim",
                        "{\"roles\":[\"editor\",\"other\"],\"languages\":[\"ja\"]}");

        assertThat(page).hasURL(served.address() + "/digests/2026-03-02?lang=ja");
        assertThat(page.locator(".top a[href='/account']")).hasText("kim");
        page.navigate("/account");
        assertThat(page.locator(".mast p")).hasText("Editor (日本語)");
        page.navigate("/audit");
        assertThat(page.locator("main")).containsText("kim may not do that");

        page.locator("form.leave button").click();
        assertThat(page).hasURL(Pattern.compile(".*/login"));
        page.navigate("/stats");
        assertThat(page).hasURL(Pattern.compile(".*/login\\?back=%2Fstats"));

        page.locator("a[href='/login/oidc/leave']").click();
        assertThat(page).hasURL(Pattern.compile(".*/login\\?state=.*"));
        page.locator("a.btn-ink").click();
        assertThat(page.locator("input[name=username]")).isVisible();
    }

    @Test
    void a_session_ends_and_the_provider_is_asked_again() {
        Page page = login("/", "lee", "{\"roles\":[\"viewer\"]}");
        assertThat(page.locator(".top a[href='/account']")).hasText("lee");

        page.waitForTimeout(10_500);
        page.navigate("/stats");

        assertThat(page).hasURL(Pattern.compile(".*/login\\?back=%2Fstats"));
    }

    @Test
    void who_has_no_role_here_stays_outside() {
        Page page = login("/", "park", "{\"roles\":[\"cook\"]}");

        assertThat(page.locator("main")).containsText("The provider gives park no role here");
        assertThat(page.locator(".top a[href='/account']")).hasCount(0);
    }
}
