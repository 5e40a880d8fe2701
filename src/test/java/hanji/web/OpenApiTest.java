package hanji.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void every_call_is_there_with_a_summary_and_an_example_of_its_body() throws IOException {
        JsonNode paths =
                new ObjectMapper()
                        .readTree(
                                given().accept("application/json")
                                        .get("/q/openapi")
                                        .then()
                                        .statusCode(200)
                                        .extract()
                                        .asString())
                        .path("paths");
        List<String> calls = new ArrayList<>();
        List<String> poor = new ArrayList<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(call -> {
                                    String name = call.getKey() + " " + path.getKey();
                                    calls.add(name);
                                    if (isPoor(call.getValue())) {
                                        poor.add(name);
                                    }
                                }));

        assertThat(calls)
                .contains(
                        "post /api/v1/digests",
                        "get /api/v1/digests",
                        "get /api/v1/digests/{key}",
                        "post /api/v1/digests/{key}/publish",
                        "get /api/v1/digests/{key}/export",
                        "post /api/v1/translate",
                        "post /api/v1/inspect",
                        "get /api/v1/units",
                        "get /api/v1/units/{id}",
                        "put /api/v1/units/{id}",
                        "post /api/v1/units/{id}/approve",
                        "post /api/v1/units/{id}/reject",
                        "post /api/v1/units/{id}/undo",
                        "post /api/v1/units/{id}/redo",
                        "get /api/v1/models",
                        "get /api/v1/prompts",
                        "get /api/v1/search",
                        "get /api/v1/usage",
                        "post /v2/translate",
                        "get /v2/usage",
                        "post /translate",
                        "get /languages",
                        "post /detect")
                .allMatch(call ->
                        call.matches("\\w+ (/api/v1/.*|/v2/.*|/translate|/languages|/detect)"));
        assertThat(poor).isEmpty();
    }

    private static boolean isPoor(JsonNode call) {
        boolean exampled = true;
        for (JsonNode content : call.path("requestBody").path("content")) {
            exampled &= content.has("examples") || content.has("example");
        }
        return call.path("summary").asText().isBlank() || !exampled;
    }
}
