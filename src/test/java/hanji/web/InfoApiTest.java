package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("postgresql")
class InfoApiTest {

    @Test
    void models_the_default_first_and_without_their_secrets() {
        given().get("/api/v1/models")
                .then()
                .statusCode(200)
                .body("models.id", is(List.of("recorded", "down", "error", "slow", "stub")))
                .body("models.live", is(List.of(false, true, true, true, true)))
                .body(
                        "models[4]",
                        is(
                                Map.of(
                                        "id",
                                        "stub",
                                        "provider",
                                        "openai",
                                        "name",
                                        "stub",
                                        "live",
                                        true,
                                        "priceIn",
                                        2,
                                        "priceOut",
                                        8)));
    }

    @Test
    void prompts_and_their_versions() {
        Map<String, List<String>> prompts =
                Map.of(
                        "id",
                        given().get("/api/v1/prompts").path("prompts.id"),
                        "version",
                        given().get("/api/v1/prompts").path("prompts.version"));

        assertThat(prompts.get("id"))
                .containsExactlyInAnyOrder(
                        "translate",
                        "condense-headline",
                        "condense-tldr",
                        "condense-bullets",
                        "repair",
                        "judge");
        assertThat(prompts.get("version")).allMatch(version -> version.matches("[0-9a-f]{64}"));
    }

    @Test
    void usage_counts_every_call_and_what_it_cost() {
        int before = stubCalls();

        json("{\"texts\":[\"쓴 만큼\"],\"target\":\"de\",\"model\":\"stub\"}")
                .post("/api/v1/translate")
                .then()
                .statusCode(200);

        assertThat(stubCalls() - before).isEqualTo(1);
        assertThat(stubUsage())
                .containsOnlyKeys(
                        "day", "model", "calls", "failed", "tokensIn", "tokensOut", "cost");
    }

    private static int stubCalls() {
        return (int) stubUsage().getOrDefault("calls", 0);
    }

    private static Map<String, Object> stubUsage() {
        Map<String, Object> usage =
                given().get("/api/v1/usage").path("usage.find { it.model == 'stub' }");
        return usage == null ? Map.of() : usage;
    }
}
