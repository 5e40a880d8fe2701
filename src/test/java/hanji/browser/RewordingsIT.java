package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What editors write again and again is proposed as a term.
class RewordingsIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Machine's words, editors' words; hostile ones stay what they are.
    private static final List<String> SOURCES =
            List.of(
                    "어휘를 토큰으로 나눈다.",
                    "한 문장의 토큰이 많다 <script>ran(1)</script>.",
                    "토큰마다 값을 낸다.",
                    "빛이 프리즘을 지난다.",
                    "두 프리즘이 서로 닿는다.",
                    "프리즘마다 색이 다르다.");

    private static StubModelServer stub;
    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void editors_mend_six_drafts() throws Exception {
        stub =
                StubModelServer.start(
                        new EchoAnswers((text, _) ->
                                text.length()
                                        + (text.contains("토큰")
                                                ? " written pieces <img src=x onerror=ran(2)>"
                                                : " wedges")
                                        + " here."));
        served =
                Served.start(
                        Map.of(
                                "HANJI_REPAIR", "false",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl()));
        chromium = new Chromium();
        served.post(
                "/api/v1/digests?key=mended",
                "text/markdown",
                "### [Paper](https://arxiv.org/abs/2401.13795)\n\n- "
                        + String.join("\n- ", SOURCES)
                        + "\n");
        for (JsonNode unit : units()) {
            String path = "/api/v1/units/" + unit.get("id").asText();
            JsonNode drafted =
                    JSON.readTree(served.post(path + "/redo", "application/json", "{}").body());
            String mended =
                    drafted.get("target")
                            .get("text")
                            .asText()
                            .replace("pieces", "tokens")
                            .replace("wedges", "prisms");
            var answer =
                    served.put(
                            path,
                            drafted.get("version").asInt(),
                            JSON.createObjectNode()
                                    .put("text", mended)
                                    .put("approve", true)
                                    .put("reason", "a test")
                                    .toString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    private static List<JsonNode> units() throws Exception {
        JsonNode all = JSON.readTree(served.get("/api/v1/units?digest=mended&lang=en").body());
        return all.get("units")
                .valueStream()
                .filter(unit -> unit.get("kind").asText().equals("translation"))
                .toList();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
        stub.close();
    }

    @Test
    void they_stand_among_the_proposals_and_are_decided_on_by_key() {
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String locale = scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR";
                Page page = chromium.page(served, width, scheme, locale);
                Trap trap = Trap.on(page);
                page.navigate("/terms/proposals");
                assertThat(page.locator(".t-prop h2:has-text('토큰')")).containsText("토큰 = token");
                page.locator(".t-prop summary").first().click();
                Picture.of(page, "rewordings-%d-%s".formatted(width, locale));
                assertThat(trap.sprung()).isEmpty();
                page.context().close();
            }
        }
        Page page = chromium.page(served);
        page.navigate("/terms/proposals");
        Locator tokens = page.locator(".t-prop[aria-label='토큰: token']");
        assertThat(tokens).containsText("Editors change removed: pieces added: tokens in 3 texts");
        tokens.focus();
        page.keyboard().press("a");
        assertThat(page.locator(".t-done")).containsText("토큰 = token");
        Locator prisms = page.locator(".t-prop[aria-label='프리즘: prism']");
        prisms.focus();
        page.keyboard().press("x");
        assertThat(prisms).hasCount(0);

        page.reload();

        assertThat(page.locator("[name=language]")).hasCount(0);
        page.navigate("/terms");
        assertThat(page.locator("tbody tr").first()).containsText("토큰");
        assertThat(page.locator("tbody tr").first()).containsText("token");
        page.context().close();
        assertThat(chromium.alarms()).isEmpty();
    }
}
