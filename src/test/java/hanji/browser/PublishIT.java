package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.account.Scope;
import hanji.account.Tokens;
import hanji.store.Database;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// From an approved text to the page that its readers keep an address of, and back.
class PublishIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BENCH = "/digests/shown?lang=en";
    private static final String READERS = "/published/shown/en";
    private static final String FEED = "/published/feed.atom";

    private static void put(Served served, JsonNode unit, String text) throws Exception {
        String edit =
                JSON.createObjectNode()
                        .put("text", text)
                        .put("approve", true)
                        .put("reason", "as I read it")
                        .toString();
        String address = "/api/v1/units/" + unit.get("id").asText();
        assertThat(served.put(address, unit.get("version").asInt(), edit).statusCode())
                .isEqualTo(200);
    }

    private static List<JsonNode> units(Served served, String lang) throws Exception {
        String path = "/api/v1/units?digest=shown&lang=" + lang;
        List<JsonNode> bullets = new ArrayList<>();
        JSON.readTree(served.get(path).body())
                .get("units")
                .forEach(unit -> {
                    if (unit.get("kind").asText().equals("translation")) {
                        bullets.add(unit);
                    }
                });
        return bullets;
    }

    /// Opens the slip and waits for what it asks for.
    private static Locator slip(Page page) {
        page.navigate(BENCH);
        page.locator("#publish > summary").click();
        return page.locator("#publish .pub-slip");
    }

    @Test
    void readers_see_what_was_published_until_it_is_published_again() throws Exception {
        try (Served served = Served.start();
                Chromium chromium = new Chromium()) {
            served.post(
                    "/api/v1/digests?key=shown",
                    "text/markdown",
                    "### [A paper](https://arxiv.org/abs/2401.13795)\n\n- 첫째 문장이다.\n- 둘째 문장이다.\n");
            List<JsonNode> units = units(served, "en");
            put(served, units.get(0), "The first sentence.");
            Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
            assertThat(served.get(READERS).statusCode()).isEqualTo(404);

            slip(page).locator("[data-act='publish']").click();

            assertThat(page.locator("#toast")).containsText("Published");
            slip(page).getByText("Open the published page").click();
            assertThat(page).hasURL(served.address() + READERS);
            assertThat(page.locator(".pub-papers")).containsText("The first sentence.");
            assertThat(page.locator(".pub-papers")).containsText("둘째 문장이다.");
            assertThat(page.locator("link[rel=canonical]"))
                    .hasAttribute("href", served.address() + READERS);
            HttpResponse<String> feed = served.get(FEED);
            assertThat(feed.body()).contains("The first sentence.", READERS);

            units = units(served, "en");
            put(served, units.get(0), "Another first sentence.");
            put(served, units.get(1), "The second sentence.");
            page.reload();
            assertThat(page.locator(".pub-papers")).containsText("The first sentence.");
            assertThat(page.locator(".pub-papers")).not().containsText("Another");
            assertThat(served.get(FEED).body()).isEqualTo(feed.body());
            assertThat(served.get(READERS + "/export?format=md").body())
                    .contains("The first sentence.", "둘째 문장이다.")
                    .doesNotContain("Another");

            slip(page).locator("[data-act='publish']").click();
            assertThat(page.locator("#toast")).containsText("Published");
            page.navigate(READERS);
            assertThat(page.locator(".pub-papers")).containsText("Another first sentence.");
            assertThat(page.locator(".pub-papers")).containsText("The second sentence.");
            looks(page, chromium, served);
            assertThat(chromium.alarms()).isEmpty();

            Locator open = slip(page);
            assertThat(open.locator(".pub-record li")).hasCount(2);
            closingAsksNothing(page);
            // what is in the slip is fetched anew, and would take an open part of it away
            page.evaluate(
                    "() => new Promise(done => { document.addEventListener('htmx:afterSettle', () => done(), {once: true});"
                            + " document.querySelector('#publish > summary').click(); })");
            open.locator(".pub-withdraw summary").click();
            open.locator("[data-act='withdraw']").click();
            assertThat(page.locator("#toast")).containsText("Withdrew English");
            assertThat(served.get(READERS).statusCode()).isEqualTo(410);
            assertThat(served.get(READERS + "/export?format=md").statusCode()).isEqualTo(410);
            assertThat(served.get("/published/shown").statusCode()).isEqualTo(410);
            assertThat(served.get("/published").body()).doesNotContain(READERS);
            assertThat(served.get(FEED).body()).doesNotContain(READERS);
            assertThat(served.get("/published/never/en").statusCode()).isEqualTo(404);
            assertThat(units(served, "en"))
                    .allSatisfy(
                            unit -> assertThat(unit.get("state").asText()).isEqualTo("reviewed"));
        }
    }

    private static void closingAsksNothing(Page page) {
        List<String> asked = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().contains("/publication")) {
                asked.add(request.url());
            }
        });
        page.locator("#publish > summary").click();
        assertThat(page.locator("#publish")).not().hasAttribute("open", "");
        page.waitForTimeout(200);
        assertThat(asked).isEmpty();
    }

    /// On paper stand the texts and where they come from, not what is pressed.
    private static void looks(Page page, Chromium chromium, Served served) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page reader = chromium.page(served, 794, scheme, "en-US");
            reader.navigate(READERS);
            reader.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (String pressed : List.of(".top", ".downloads", "button")) {
                assertThat(reader.locator(pressed + ":visible")).hasCount(0);
            }
            assertThat(reader.locator(".pub-papers")).isVisible();
            assertThat(reader.locator(".pub-at")).hasText(served.address() + READERS);
            assertThat(
                            reader.evaluate(
                                    "getComputedStyle(document.body).backgroundColor + getComputedStyle(document.documentElement).backgroundColor"))
                    .asString()
                    .doesNotContain("oklch(0.1", "oklch(0.2");
            reader.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of(
                                            "target/screenshots",
                                            "published-print-%s.png".formatted(scheme))));
            reader.context().close();
        }
    }

    @Test
    void what_is_not_public_is_read_by_those_who_came_in() throws Exception {
        try (Served served =
                Served.start(
                        Map.of(
                                "HANJI_AUTH", "form",
                                "HANJI_PUBLISH_PUBLIC", "false",
                                "HANJI_REQUESTS_PER_SECOND", "0"))) {
            String token;
            try (Database database = Database.open(served.database())) {
                Clock clock = Clock.systemUTC();
                new Accounts(database, clock)
                        .add("vera", "a long password", Rights.of("viewer"), Editor.HANJI);
                token =
                        new Tokens(database, clock)
                                .create(
                                        new Editor("vera", Rights.of("viewer"), null),
                                        "reader",
                                        Set.of(Scope.READ),
                                        Duration.ofHours(1))
                                .text();
            }
            // what never was looks like what is hidden
            for (String path :
                    List.of(
                            "/published",
                            FEED,
                            "/published/2026-03-02",
                            "/published/2026-03-02/en",
                            "/published/2026-03-02/en/export",
                            "/published/never/en")) {
                HttpResponse<String> refused = served.get(path);
                assertThat(refused.statusCode()).as(path).isEqualTo(303);
                assertThat(refused.headers().firstValue("Location").orElseThrow())
                        .as(path)
                        .contains("/login");
                assertThat(refused.body()).as(path).isEmpty();
            }
            for (String path : List.of("/published", FEED)) {
                assertThat(served.get(path, token).statusCode()).as(path).isEqualTo(200);
            }
            assertThat(served.get("/published/never/en", token).statusCode()).isEqualTo(404);
        }
    }
}
