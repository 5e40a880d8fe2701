package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What pages of other sites can make the browser of somebody who is signed in do to Hanji: one on
/// another port of the same address, whose requests carry her cookie, and one under another name.
@Timeout(300)
class ForgeryIT {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data";
    private static final String TEXT = "text/plain";
    private static final String JSON = "application/json";

    private static final String DIGEST = "2026-03-03";
    private static final String BENCH = "/digests/" + DIGEST;
    private static final String PASSWORD = "a password of many words";

    private static Served served;
    private static Stranger stranger;
    private static Chromium chromium;
    private static Database database;
    private static Page victim;

    /// Another tab of her browser.
    private static Page page;

    private static String batch = "";

    /// The first rows of the bench.
    private static List<String> units = List.of();

    @BeforeAll
    static void start() throws Exception {
        served = Served.start(Map.of("HANJI_AUTH", "form"));
        stranger = Stranger.start();
        chromium = new Chromium();
        database = Database.open(served.database());
        Accounts accounts = new Accounts(database, Clock.systemUTC());
        accounts.add("victim", PASSWORD, Rights.ALL, Editor.everything("test"));
        accounts.add("mallory", PASSWORD, Rights.ALL, Editor.everything("test"));
        victim = chromium.page(served);
        page = victim.context().newPage();
        victim.navigate("/login");
        victim.locator("input[name=name]").fill("victim");
        victim.locator("input[name=password]").fill(PASSWORD);
        victim.locator("button[type=submit]").click();
        victim.navigate(BENCH + "?lang=en");
        victim.locator("[data-act='run-condense']").first().click();
        assertThat(victim.locator(".row[data-state='draft']")).hasCount(20 + 4 * 3);
        units =
                victim.locator(".row:not(.row-cond)").all().stream()
                        .map(row -> row.getAttribute("data-unit"))
                        .toList();
        batch =
                database.read(handle ->
                        handle.createQuery("select id from batch").mapTo(String.class).first());
    }

    @AfterAll
    static void stop() {
        database.close();
        chromium.close();
        stranger.close();
        served.close();
    }

    private static String unit(int number) {
        return BENCH + "/units/" + units.get(number);
    }

    private static Stream<Forgery> forgeries() {
        String reason = "{\"version\":\"1\",\"reason\":\"forged\"}";
        String api = "/api/v1/units/" + units.get(0);
        String edit = "{\"text\":\"forged\",\"approve\":true,\"reason\":\"forged\"}";
        String digest = "{\"### [Forged](https://example.org/f)\\n\\n- forged\":\"\"}";
        return Stream.of(
                Forgery.form("/login", "{\"name\":\"mallory\",\"password\":\"" + PASSWORD + "\"}"),
                Forgery.framed(
                        "/login", "{\"name\":\"mallory\",\"password\":\"" + PASSWORD + "\"}"),
                Forgery.form("/logout", "{}"),
                Forgery.framed("/logout", "{}"),
                Forgery.form(
                        "/account/tokens",
                        "{\"label\":\"forged\",\"scope\":\"review\",\"days\":\"9\"}"),
                Forgery.form(
                        "/account/password",
                        "{\"old\":\"" + PASSWORD + "\",\"fresh\":\"forged by another site\"}"),
                Forgery.form(unit(0) + "/approve", reason),
                Forgery.framed(unit(0) + "/approve", reason),
                Forgery.form(unit(0) + "/edit", "{\"version\":\"1\",\"text\":\"forged\"}"),
                Forgery.form(unit(0) + "/reject", reason),
                Forgery.form(unit(0) + "/undo", "{\"version\":\"1\"}"),
                Forgery.form(unit(0) + "/redo", "{\"instruction\":\"forged\"}"),
                Forgery.form(unit(0) + "/approve", MULTIPART, reason),
                Forgery.form(unit(0) + "/approve", TEXT, reason),
                Forgery.form(BENCH + "/run?lang=de", "{}"),
                Forgery.form(BENCH + "/publish?lang=en", "{}"),
                Forgery.form(BENCH + "/entries/1/approve-clean?lang=en", "{\"seen\":\"\"}"),
                Forgery.form("/import", MULTIPART, "{\"file\":\"forged\"}"),
                Forgery.form("/batches/" + batch + "/cancel", "{}"),
                Forgery.form("/batches/" + batch + "/retry", "{}"),
                Forgery.form("/api/v1/digests?key=forged", TEXT, digest),
                Forgery.form("/api/v1/batches/" + batch + "/cancel", "{}"),
                Forgery.fetch("no-cors", "POST", unit(0) + "/approve", FORM, "version=1&reason=f"),
                Forgery.fetch("no-cors", "POST", api + "/approve", TEXT, "{}"),
                Forgery.fetch("no-cors", "POST", api + "/undo", TEXT, ""),
                Forgery.fetch("no-cors", "POST", api + "/approve", JSON, "{}"),
                Forgery.fetch("no-cors", "PUT", api, TEXT, edit),
                Forgery.fetch("no-cors", "DELETE", api, TEXT, ""),
                Forgery.fetch("no-cors", "PATCH", api, TEXT, edit),
                Forgery.fetch("cors", "POST", unit(0) + "/approve", FORM, "version=1&reason=f"),
                Forgery.fetch("cors", "POST", api + "/undo", TEXT, ""),
                Forgery.fetch("cors", "POST", api + "/approve", JSON, "{\"reason\":\"forged\"}"),
                Forgery.fetch("cors", "PUT", api, JSON, edit),
                Forgery.fetch("cors", "DELETE", api, TEXT, ""),
                Forgery.fetch("cors", "PATCH", api, JSON, edit),
                Forgery.beacon(unit(0) + "/approve", FORM, "version=1&reason=forged"),
                Forgery.beacon("/logout", FORM, ""),
                Forgery.beacon("/api/v1/digests?key=forged", TEXT, "### Forged\n\n- forged"),
                Forgery.beacon(api + "/approve", JSON, "{\"reason\":\"forged\"}"));
    }

    static Stream<Arguments> forged() {
        return Stream.of("127.0.0.1", "localhost")
                .flatMap(host -> forgeries().map(forgery -> Arguments.of(host, forgery)));
    }

    @ParameterizedTest
    @MethodSource("forged")
    void forged_request_is_refused_and_changes_nothing(String host, Forgery forgery) {
        List<String> before = Everything.in(database);
        long refused = refusals(forgery);
        page.navigate(stranger.address(host));

        String told = forgery.send(page, served.address());

        if (forgery.arrives()) {
            page.waitForCondition(() -> refusals(forgery) == refused + 1);
        } else {
            assertThat(told).as("the browser does not send it").isIn("TypeError", "true");
            assertThat(refusals(forgery)).isEqualTo(refused);
        }
        assertThat(Everything.in(database)).isEqualTo(before);
        assertStillHerself();
    }

    @Test
    void request_that_another_site_sends_on_is_refused() {
        List<String> before = Everything.in(database);
        Forgery onward =
                Forgery.form(
                        "/on?" + served.address() + unit(0) + "/approve",
                        "{\"version\":\"1\",\"reason\":\"forged\"}");
        page.navigate(stranger.address("127.0.0.1"));

        Response answer =
                page.waitForResponse(
                        served.address() + unit(0) + "/approve",
                        () -> onward.send(page, stranger.address("127.0.0.1")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(Everything.in(database)).isEqualTo(before);
    }

    @Test
    void picture_with_the_address_of_a_decision_decides_nothing() {
        String picture =
                "url => { document.body.append(Object.assign(new Image(), { src: url })); }";
        List<String> before = Everything.in(database);
        page.navigate(stranger.address("127.0.0.1"));
        for (String path :
                List.of(
                        unit(0) + "/approve?version=1",
                        unit(0) + "/undo?version=1",
                        BENCH + "/publish?lang=en",
                        "/account/tokens?label=forged&scope=review",
                        "/logout")) {

            page.waitForRequest(
                    request -> request.url().equals(served.address() + path),
                    () -> page.evaluate(picture, served.address() + path));

            assertThat(victim.request().get(path).status()).as(path).isIn(404, 405);
        }
        assertThat(Everything.in(database)).isEqualTo(before);
        assertStillHerself();
    }

    @Test
    void no_other_site_shows_hanji_in_a_frame() {
        String frame =
                "url => { const frame = document.createElement('iframe');"
                        + " frame.src = url; document.body.append(frame); }";
        page.navigate(stranger.address("127.0.0.1"));

        page.evaluate(frame, stranger.address("127.0.0.1"));
        page.evaluate(frame, served.address() + BENCH + "?lang=en");

        page.waitForCondition(() -> page.frames().get(1).title().equals("Elsewhere"));
        page.waitForCondition(() -> page.frames().get(2).url().startsWith("chrome-error:"));
        assertThat(page.frames().get(2).content()).doesNotContain("data-unit");
    }

    /// What the same scripts do on Hanji's own page, so that the others were refused for where they
    /// came from and nothing else. Only a framed form is not among them: Hanji's pages have no
    /// frames.
    @Test
    void same_requests_of_hanjis_own_page_are_answered() {
        String mine = "{\"version\":\"1\",\"text\":\"written at home\"}";
        String unit = units.get(9);

        own(Forgery.form(unit(5) + "/edit", mine), 200);
        own(Forgery.form("/import", MULTIPART, "{\"file\":\"no file\"}"), 200);
        own(
                Forgery.form(
                        "/api/v1/digests?key=home",
                        TEXT,
                        "{\"### [Own](https://example.org/o)\\n\\n- 우리 글입니다\":\"\"}"),
                201);
        own(Forgery.fetch("no-cors", "POST", unit(7) + "/edit", FORM, "version=1&text=home"), 200);
        own(Forgery.fetch("cors", "POST", unit(8) + "/edit", FORM, "version=1&text=home"), 200);
        own(Forgery.fetch("cors", "PUT", "/api/v1/units/" + unit, JSON, "{\"text\":\"x\"}"), 428);
        own(Forgery.fetch("cors", "DELETE", "/api/v1/units/" + unit, TEXT, ""), 405);
        own(Forgery.fetch("cors", "PATCH", "/api/v1/units/" + unit, JSON, "{}"), 405);
        own(
                Forgery.fetch(
                        "cors",
                        "POST",
                        "/api/v1/units/" + unit + "/approve",
                        JSON,
                        "{\"reason\":\"read twice\"}"),
                200);
        own(Forgery.beacon(unit(10) + "/edit", FORM, "version=1&text=home"), 200);

        assertThat(
                        Everything.in(database).stream()
                                .filter(row -> row.startsWith("audit ") && row.contains("victim"))
                                .filter(row -> row.contains("decision")))
                .hasSize(5);
    }

    private static void own(Forgery request, int status) {
        page.navigate("/stats");
        Response answer =
                page.waitForResponse(
                        response -> response.url().equals(served.address() + request.path()),
                        () -> request.send(page, served.address()));
        assertThat(answer.status()).as(request.toString()).isEqualTo(status);
    }

    private static long refusals(Forgery forgery) {
        String start =
                forgery.method() + " " + forgery.place() + " was refused: it came from another";
        return served.log().lines().filter(line -> line.contains(start)).count();
    }

    private static void assertStillHerself() {
        Response account = victim.navigate("/account");
        assertThat(account.url()).endsWith("/account");
        assertThat(account.status()).isEqualTo(200);
    }
}
