package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.account.Scope;
import hanji.account.Sessions;
import hanji.account.Tokens;
import hanji.store.Database;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A Hanji in the middle of its work: accounts, drafts in all states, batches that went well and
/// did not, some weeks of figures.
final class Newsdesk implements AutoCloseable {

    static final String BENCH = "/digests/2026-03-02?lang=en";

    private final StubModelServer stub = StubModelServer.start(new EchoAnswers());
    private final Served served;
    private final String session;
    private final String token;
    private String unit = "";
    private String done = "";
    private String failed = "";

    Newsdesk() throws Exception {
        served =
                Served.start(
                        Map.of(
                                "HANJI_AUTH", "form",
                                "HANJI_DEV_STATES", "true",
                                "HANJI_REQUESTS_PER_SECOND", "0",
                                "HANJI_LLM_DEFAULT", "recorded",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl(),
                                "HANJI_LLM_MODELS_MINI_PRICE_IN", "2",
                                "HANJI_LLM_MODELS_MINI_PRICE_OUT", "8"));
        try (Database database = Database.open(served.database())) {
            Accounts accounts = new Accounts(database, Clock.systemUTC());
            accounts.add("mina", "a long password", Rights.of("admin"), Editor.HANJI);
            session =
                    new Sessions(
                                    database,
                                    Clock.systemUTC(),
                                    Duration.ofHours(1),
                                    Duration.ofHours(1))
                            .begin(accounts.get("mina"), null, "test")
                            .text();
            token =
                    new Tokens(database, Clock.systemUTC())
                            .create(
                                    Editor.everything("mina"),
                                    "nightly",
                                    Set.of(Scope.values()),
                                    Duration.ofHours(1))
                            .text();
        }
    }

    /// Does some work.
    void work(Chromium chromium) throws Exception {
        done = batch("2026-03-05", "en");
        stub.always(Fault.Status.of(400));
        failed = batch("2026-03-04", "de");
        Page page = page(chromium, "en-US");
        for (String digest : List.of(BENCH, "/digests/2026-03-03?lang=ja")) {
            page.navigate(digest);
            page.locator("[data-act='run-condense']").first().click();
            assertThat(page.locator(".row[data-state='draft']").nth(30)).isVisible();
        }
        Locator first = page.locator(".row:not(.row-cond)").first();
        first.click();
        page.keyboard().press("a");
        assertThat(first).hasAttribute("data-state", "approved");
        send("POST", "/api/v1/digests/2026-03-03/publish?lang=ja", "");
        page.navigate(BENCH);
        Locator bullets = page.locator(".row:not(.row-cond)");
        unit = bullets.first().getAttribute("data-unit");
        for (int i = 0; i < 4; i++) {
            bullets.nth(i).click();
            page.keyboard().press("a");
            assertThat(bullets.nth(i)).hasAttribute("data-state", "approved");
        }
        bullets.nth(4).click();
        page.keyboard().press("e");
        page.locator("textarea.edit").fill("For French it trained 3.5 days on 8 GPUs: 41.8 BLEU.");
        page.locator("[data-approve='true']").click();
        assertThat(bullets.nth(4)).hasAttribute("data-state", "approved");
        bullets.nth(6).click();
        page.keyboard().press("x");
        page.locator("[data-form='reject'] [name=reason]").fill("too stiff to read aloud");
        page.keyboard().press("Enter");
        assertThat(bullets.nth(6)).hasAttribute("data-state", "rejected");
        page.context().close();
        weeks();
    }

    /// Spreads what happened over the last weeks.
    private void weeks() {
        try (Database database = Database.open(served.database())) {
            database.write(handle -> {
                for (int days = 1; days < 12; days++) {
                    String earlier = " set at = at - interval '%d' day where mod(%s, 12) = %d";
                    handle.execute(
                            "update event"
                                    + earlier.formatted(
                                            days,
                                            "case when version = 1 then ascii(right(unit, 4)) else 3 + version end",
                                            days));
                    handle.execute("update model_call" + earlier.formatted(days, "id", days));
                }
                return null;
            });
        }
    }

    private String batch(String digest, String language) throws Exception {
        String batch =
                new ObjectMapper()
                        .readTree(
                                send(
                                        "POST",
                                        "/api/v1/batches",
                                        "{\"model\":\"mini\",\"digests\":[\"%s\"],\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"%s\"]}],\"only\":\"all\"}"
                                                .formatted(digest, language)))
                        .path("id")
                        .asText();
        while (!send("GET", "/api/v1/batches/" + batch, "")
                .matches("(?s).*\"(done|failed)\"[,}].*")) {
            Thread.sleep(50);
        }
        return batch;
    }

    private String send(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(served.address() + path))
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .method(method, BodyPublishers.ofString(body))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    /// Of somebody who has come in.
    Page page(Chromium chromium, String locale) {
        Page page = stranger(chromium, locale);
        page.context()
                .addCookies(List.of(new Cookie("hanji.session", session).setUrl(served.address())));
        return page;
    }

    /// Of somebody who has come in, and whose browser runs no scripts.
    Page unscripted(Chromium chromium, String path) {
        Page page = chromium.unscripted(served);
        page.context()
                .addCookies(List.of(new Cookie("hanji.session", session).setUrl(served.address())));
        page.navigate(path);
        return page;
    }

    Page stranger(Chromium chromium, String locale) {
        return chromium.page(served, 1280, ColorScheme.LIGHT, locale);
    }

    /// An address with what is known only now.
    String path(String path) {
        return path.replace("UNIT", unit).replace("DONE", done).replace("FAILED", failed);
    }

    @Override
    public void close() throws Exception {
        served.close();
        stub.close();
    }
}
