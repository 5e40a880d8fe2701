package hanji.web;

import static hanji.web.Calls.markdown;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.Mutations;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Bodies that were valid once: whatever they are now, the answer is one of the interface's own.
@QuarkusTest
class JsonFuzzApiTest {

    private static final int TRIES = 60;

    private record Call(String method, String path, String body) {}

    @Test
    void no_body_makes_the_server_fail() {
        markdown("### A\n\n- 글\n").queryParam("key", "json-fuzz").post("/api/v1/digests");
        String unit = "/api/v1/units/" + translations("json-fuzz", "en").getFirst();
        for (Call call :
                List.of(
                        new Call(
                                "POST",
                                "/api/v1/translate",
                                "{\"texts\":[\"글\"],\"source\":\"ko\",\"target\":\"en\",\"model\":\"none\",\"title\":\"t\"}"),
                        new Call(
                                "POST",
                                "/api/v1/inspect",
                                "{\"items\":[{\"id\":\"1\",\"lang\":\"en\",\"kind\":\"translation\",\"source\":\"글 3개\",\"target\":\"3 texts\"}]}"),
                        new Call(
                                "POST",
                                "/api/v1/batches?dryRun=true",
                                "{\"digests\":[\"json-fuzz\"],\"tasks\":[{\"kind\":\"condense\",\"styles\":[\"tldr\"],\"targets\":[\"en\"]}],\"only\":\"all\",\"budget\":{\"maxCost\":1.5,\"maxTokens\":10}}"),
                        new Call(
                                "POST",
                                "/api/v1/digests",
                                "{\"key\":\"json-fuzz\",\"title\":\"T\",\"entries\":[{\"title\":\"A\",\"link\":\"https://example.org\",\"votes\":3,\"authors\":[\"B\"],\"bullets\":[\"- 글\"]}]}"),
                        new Call(
                                "PUT", unit, "{\"text\":\"a\",\"approve\":false,\"reason\":\"b\"}"),
                        new Call("POST", unit + "/reject", "{\"reason\":\"b\"}"),
                        new Call(
                                "POST",
                                unit + "/dismiss",
                                "{\"finding\":\"numbers 0-1 0-1\",\"reason\":\"b\"}"),
                        new Call("POST", unit + "/restore", "{\"finding\":\"numbers * *\"}"),
                        new Call(
                                "POST",
                                unit + "/redo",
                                "{\"instruction\":\"a\",\"model\":\"none\"}"))) {
            hold(call);
        }
    }

    private static void hold(Call call) {
        Random random = new Random(20260302);
        Mutations mutations =
                Mutations.of(
                        List.of(call.body()),
                        "null",
                        "true",
                        "{}",
                        "[]",
                        "\"\"",
                        "1",
                        "-0.0",
                        ",",
                        ":",
                        "\"key\":",
                        "NaN",
                        "/*",
                        "\\ud800",
                        "\\u0000",
                        "1e400");
        for (int i = 0; i < TRIES; i++) {
            byte[] body = mutations.next(random);
            Response answer =
                    given().contentType("application/json")
                            .header("If-Match", "\"0\"")
                            .body(body)
                            .request(call.method(), call.path());
            String shown = call + " with " + new String(body) + ": " + answer.asString();
            // 502 is a model's failure: some bodies are still a wish for a redo
            assertThat(answer.statusCode())
                    .as(shown)
                    .matches(status -> status < 500 || status == 502);
            if (answer.statusCode() >= 400) {
                assertThat(answer.contentType()).as(shown).startsWith("application/problem+json");
                assertThat(answer.<String>path("detail")).as(shown).isNotBlank();
            }
        }
    }
}
