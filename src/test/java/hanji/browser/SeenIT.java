package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Characters that nobody would see, and hosts that look like others, are seen.
class SeenIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TARGET =
            "Light\u200B weights \u202Egnp.exe\u202C and 👩🏽‍🚀, see [the code](https://аррӏе.com/x).";

    /// Text nodes of the page that hold one of the characters; fields keep them.
    private static final String RAW =
            """
            () => {
              const found = [];
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                if (/[\\u202a-\\u202e\\u2066-\\u2069]/.test(texts.currentNode.data)
                  && !texts.currentNode.parentElement.closest('textarea')) found.push(texts.currentNode.data);
              }
              return found;
            }
            """;

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        served.post(
                "/api/v1/digests?key=seen",
                "text/markdown",
                """
                ### [Light\u202E weights](https://docs.аrxiv.org/abs/1)

                Authors: Mina\u200B Han, שלום לוי, José Álvarez

                - 가벼운\u200B 가중치 \u202E글\u202C 그리고 [코드](https://аррӏе.com/x)와 👩🏽‍🚀.
                - 둘째 문장이다.
                """);
        JsonNode units =
                JSON.readTree(served.get("/api/v1/units?digest=seen&lang=en").body()).get("units");
        put(units.get(0), TARGET, false);
        put(units.get(1), "The second\u00AD sentence. ", true);
    }

    private static void put(JsonNode unit, String text, boolean approve) throws Exception {
        String edit =
                JSON.createObjectNode()
                        .put("text", text)
                        .put("approve", approve)
                        .put("reason", "b\u202Eecause")
                        .toString();
        assertThat(served.put("/api/v1/units/" + unit.get("id").asText(), 0, edit).statusCode())
                .isEqualTo(200);
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

    @Test
    void marks_have_names_and_the_editor_has_the_text() {
        Page page = chromium.page(served);
        page.navigate("/digests/seen?lang=en");
        Locator row = page.locator(".row").first();

        assertThat(row.locator(".tgt > .t .unseen"))
                .hasText(new String[] {"U+200B", "U+202E", "U+202C"});
        assertThat(
                        row.locator(".tgt > .t")
                                .getByRole(
                                        AriaRole.IMG,
                                        new Locator.GetByRoleOptions()
                                                .setName("U+202E RIGHT-TO-LEFT OVERRIDE")))
                .isVisible();
        assertThat(row.locator(".src .unseen")).hasCount(3);
        assertThat(page.locator("#inspector .unseen").first()).isVisible();
        assertThat(page.evaluate(RAW)).asInstanceOf(LIST).isEmpty();
        row.locator(".row-n").click();
        page.keyboard().press("e");
        assertThat(row.locator("textarea.edit").inputValue()).isEqualTo(TARGET);
    }

    @Test
    void lookalikes_are_told_on_bench_and_preview() {
        Page page = chromium.page(served);
        for (String path :
                new String[] {"/digests/seen?lang=en", "/digests/seen/preview?lang=en"}) {
            page.navigate(path);
            assertThat(page.locator(".lookalike").first())
                    .hasText("⚠ docs.xn--rxiv-43d.org looks like another address");
            assertThat(page.locator(".lookalike").getByText("xn--80ak6aa92e.com").first())
                    .isVisible();
            assertThat(page.locator("a[href='https://docs.xn--rxiv-43d.org/abs/1']").first())
                    .hasAttribute("rel", "noopener noreferrer nofollow");
            assertThat(page.evaluate(RAW)).asInstanceOf(LIST).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, LIGHT, en-US", "1280, DARK, ko-KR", "390, LIGHT, ko-KR", "390, DARK, en-US"})
    void it_looks_as_designed(int width, ColorScheme scheme, String locale) {
        Page page = chromium.page(served, width, scheme, locale);
        for (String path :
                new String[] {"/digests/seen?lang=en", "/digests/seen/preview?lang=en"}) {
            page.navigate(path);
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    Path.of(
                                            "target/screenshots",
                                            "seen%s-%d-%s.png"
                                                    .formatted(
                                                            path.contains("preview")
                                                                    ? "-preview"
                                                                    : "",
                                                            width,
                                                            scheme))));
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
        page.context().close();
    }
}
