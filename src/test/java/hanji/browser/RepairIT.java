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

    private static StubModelServer stub;
    private static Served served;

    @BeforeAll
    static void start() throws Exception {
        stub =
                StubModelServer.start(
                        new Mender(_ -> "Accuracy rose by 15%.", _ -> "Accuracy rose by 12%."));
        served =
                Served.start(
                        Map.of(
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

    @Test
    void the_history_on_the_bench_has_both_texts_and_what_they_cost() throws Exception {
        served.post("/api/v1/digests?key=mended", "text/markdown", DIGEST);
        JsonNode units = JSON.readTree(served.get("/api/v1/units?digest=mended&lang=en").body());
        String unit = units.path("units").path(0).path("id").asText();
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
                        "Accuracy rose by 12%.",
                        "repair@",
                        "; cost 0.",
                        "Drafted",
                        "Accuracy rose by 15%.",
                        "translate@",
                        "; cost 0.");
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
