package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Text of digests, models and editors is shown, never run.
class HostileIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> PAYLOADS =
            List.of(
                    "<script>alert(1)</script>",
                    "<img src=x onerror=alert(2)>",
                    "<svg/onload=alert(3)>",
                    "[click](javascript:alert(4))",
                    "[data](data:text/html,<script>alert(5)</script>)",
                    "\"><script>alert(6)</script>",
                    "'; drop table unit; --",
                    "{#if true}{inject:editor.name}{/if} ${7*7} {{8*8}}",
                    "<a href=\"javascript:alert(9)\">nine</a>",
                    "![x](https://example.invalid/x.png\"onload=alert(10))",
                    "</textarea><script>alert(11)</script>",
                    "<iframe srcdoc='<script>alert(12)</script>'></iframe>");

    private static Served served;
    private static Chromium chromium;
    private static String key;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        key = "<b onclick=alert(1)>hostile<b> \"quoted\" 'or' 1=1";
        StringBuilder digest = new StringBuilder("## Papers\n\n");
        for (String payload : PAYLOADS) {
            digest.append("### [").append(payload.replace("[", "\\[").replace("]", "\\]"));
            digest.append("](javascript:alert(0))\n\n<img src=x onerror=alert(13)>\n\n");
            digest.append("Vote: 1\n\nAuthors: ").append(payload.replace(",", "")).append("\n\n");
            digest.append("- 한글 ").append(payload).append("\n\n");
        }
        var imported =
                served.post(
                        "/api/v1/digests?key=" + encoded(key), "text/markdown", digest.toString());
        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(201);
        JsonNode units = JSON.readTree(served.get(units("en")).body()).get("units");
        for (JsonNode unit : units) {
            String id = unit.get("id").asText();
            String text = "Text " + PAYLOADS.get(Math.floorMod(id.hashCode(), PAYLOADS.size()));
            served.put(
                    "/api/v1/units/" + id,
                    0,
                    JSON.createObjectNode()
                            .put("text", text)
                            .put("approve", true)
                            .put("reason", "<script>alert(14)</script>")
                            .toString());
        }
        served.post(
                "/api/v1/units/" + units.get(0).get("id").asText() + "/reject",
                "application/json",
                "{\"reason\":\"<script>alert(15)</script>\"}");
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String units(String lang) {
        return "/api/v1/units?digest=" + encoded(key) + "&lang=" + lang;
    }

    @Test
    void nothing_runs_on_any_page() {
        Page page = chromium.page(served);
        String digest = "/digests/" + encoded(key);
        for (String path :
                List.of(
                        "/",
                        digest + "?lang=en",
                        digest + "?lang=ja",
                        digest + "/preview?lang=en")) {
            page.navigate(path);
            page.waitForTimeout(200);
        }

        assertThat(chromium.alarms()).isEmpty();
        assertThat(page.locator("article img, article iframe, a[href^='javascript:']")).hasCount(0);
    }

    @Test
    void it_is_shown_as_text() {
        Page page = chromium.page(served);
        page.navigate("/digests/" + encoded(key) + "?lang=en");

        for (String payload :
                List.of("<script>alert(1)</script>", "{#if true}{inject:editor.name}{/if}")) {
            assertThat(page.getByText(payload).first()).isAttached();
        }
        assertThat(page.getByText("<script>alert(15)</script>").first()).isAttached();
        assertThat(chromium.alarms()).isEmpty();
    }

    @Test
    void the_downloaded_page_holds_no_script_either() throws Exception {
        String html =
                served.get(
                                "/api/v1/digests/"
                                        + encoded(key)
                                        + "/export?lang=en&format=html&state=any")
                        .body();
        Page page = chromium.page(served);
        page.setContent(html);

        assertThat(page.locator("script, img, iframe, a[href^='javascript:']")).hasCount(0);
        assertThat(chromium.alarms()).isEmpty();
    }
}
