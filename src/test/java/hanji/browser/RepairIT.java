package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.testing.Mender;
import hanji.testing.StubModelServer;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// What an editor and a caller see of a draft that was mended, as the program comes.
class RepairIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "### [A](https://example.org/1)\n\n- 정확도가 12% 올랐습니다.\n";

    private static final String ERRORS =
            """
            [{"quote":"rose","category":"accuracy/mistranslation","severity":"minor","why":"It went up."}]
            """;

    private static StubModelServer stub;
    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        stub =
                StubModelServer.start(
                        new Mender(
                                _ -> "Accuracy rose by 15%.",
                                _ -> "Accuracy rose by 12%.",
                                _ -> ERRORS));
        served =
                Served.start(
                        Map.of(
                                "HANJI_JUDGE_MODEL", "mini",
                                "HANJI_LLM_MODELS_MINI_PROVIDER", "openai",
                                "HANJI_LLM_MODELS_MINI_MODEL", "stub",
                                "HANJI_LLM_MODELS_MINI_BASE_URL", stub.baseUrl(),
                                "HANJI_LLM_MODELS_MINI_PRICE_IN", "2",
                                "HANJI_LLM_MODELS_MINI_PRICE_OUT", "8"));
    }

    @AfterAll
    static void stop() {
        served.close();
        stub.close();
    }

    private static JsonNode first(String digest) throws Exception {
        return JSON.readTree(served.get("/api/v1/units?digest=" + digest + "&lang=en").body())
                .path("units")
                .path(0);
    }

    @Test
    void the_history_on_the_bench_has_both_texts_and_what_they_cost() throws Exception {
        served.post("/api/v1/digests?key=mended", "text/markdown", DIGEST);
        String unit = first("mended").path("id").asText();
        JsonNode redone =
                JSON.readTree(
                        served.post("/api/v1/units/" + unit + "/redo", "application/json", "{}")
                                .body());
        assertThat(redone.path("target").path("text").asText()).isEqualTo("Accuracy rose by 12%.");

        HttpResponse<String> bench = served.get("/digests/mended?lang=en&unit=" + unit);

        assertThat(bench.statusCode()).isEqualTo(200);
        String history = bench.body().substring(bench.body().indexOf("class=\"hist\""));
        assertThat(history)
                .containsSubsequence(
                        "Mended by the findings",
                        "12</ins>%.",
                        "repair@",
                        "<dt>Cost</dt><dd>0.",
                        "Drafted",
                        "Accuracy rose by 15%.",
                        "translate@",
                        "<dt>Cost</dt><dd>0.");
    }

    @Test
    void a_judgement_stands_beside_its_text_until_that_is_edited() throws Exception {
        served.post("/api/v1/digests?key=judged", "text/markdown", DIGEST);
        String unit = first("judged").path("id").asText();
        served.post("/api/v1/units/" + unit + "/redo", "application/json", "{}");

        HttpResponse<String> judged =
                served.post("/api/v1/digests/judged/judge?lang=en", "application/json", "");

        assertThat(JSON.readTree(judged.body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"model\":\"mini\",\"judged\":1,\"before\":0,\"failed\":0}"));
        JsonNode judgement = first("judged").path("judgement");
        assertThat(judgement.path("score").asDouble()).isEqualTo(33.33);
        assertThat(judgement.path("errors").path(0).path("target").path(0).asInt()).isEqualTo(9);
        assertThat(served.get("/digests/judged?lang=en").body())
                .contains("mini: 1 error, 33.3 points per 100 words")
                .contains("“rose” It went up.");

        served.put("/api/v1/units/" + unit, 2, "{\"text\":\"Accuracy went up by 12%.\"}");
        assertThat(first("judged").has("judgement")).isFalse();
        assertThat(served.get("/stats").body()).contains("id=\"agreement\"");
    }

    @Test
    void texts_at_once_come_mended() throws Exception {
        JsonNode answer =
                JSON.readTree(
                        served.post(
                                        "/api/v1/translate",
                                        "application/json",
                                        "{\"texts\":[\"정확도가 12% 올랐습니다.\"],\"target\":\"en\"}")
                                .body());

        JsonNode only = answer.path("translations").path(0);
        assertThat(only.path("text").asText()).isEqualTo("Accuracy rose by 12%.");
        assertThat(only.path("findings")).isEmpty();
        assertThat(only.path("provenance").path("prompt").asText()).startsWith("repair@");
    }
}
