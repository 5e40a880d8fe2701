package hanji.web;

import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.imported;
import static hanji.web.Calls.json;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A model that fails leaves a sentence and nothing half-done.
@QuarkusTest
@Tag("postgresql")
class FailingModelApiTest {

    @SuppressWarnings("NullAway.Init") // set by TestServer
    StubModelServer stub;

    @AfterEach
    void answer_again() {
        stub.always(new Fault.None());
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                content("text", Fault.Change.TEXT, "is not JSON"),
                content("few", Fault.Change.TOO_FEW_IDS, "0 of the 1 texts"),
                content("foreign", Fault.Change.FOREIGN_IDS, "nobody-asked"),
                content("empty", Fault.Change.EMPTY_STRINGS, "segment 1"),
                Arguments.of("slow", new Fault.Hang(), "slow", "slow"),
                Arguments.of("down", new Fault.None(), "down", "down"),
                Arguments.of("error", Fault.Status.of(500), "error", "error"));
    }

    private static Arguments content(String name, Fault.Change change, String said) {
        return Arguments.of(name, new Fault.Content(change), "stub", said);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void nothing_of_it_is_kept_but_the_reason(String name, Fault fault, String model, String said) {
        stub.always(fault);
        String key = "failing-" + name;
        imported(key, "하나 " + name);
        String unit = translations(key, "en").getFirst();
        String wish = "{\"model\":\"%s\"}".formatted(model);

        String sentence =
                json(wish)
                        .post(UNITS + "/" + unit + "/redo")
                        .then()
                        .statusCode(502)
                        .contentType("application/problem+json")
                        .body("title", is("Bad Gateway"))
                        .extract()
                        .path("detail");

        assertThat(sentence).contains(said).matches(".*[.”]").doesNotContain("Exception", "null");
        given().get(UNITS + "/" + unit)
                .then()
                .body("state", is("initial"))
                .body("mark", is("failed"))
                .body("target", nullValue())
                .body("reason", is(sentence));
        stub.always(new Fault.None());
        json("{\"model\":\"stub\"}")
                .post(UNITS + "/" + unit + "/redo")
                .then()
                .statusCode(200)
                .body("mark", is("draft"))
                .body("target.number", is(1));
    }

    @Test
    void what_stood_stands_when_a_redo_fails() {
        imported("failing-redo", "하나");
        String unit = translations("failing-redo", "en").getFirst();
        json("{\"text\":\"One\",\"approve\":true}")
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(200);

        json("{\"model\":\"down\"}").post(UNITS + "/" + unit + "/redo").then().statusCode(502);

        given().get(UNITS + "/" + unit)
                .then()
                .body("state", is("reviewed"))
                .body("target.text", is("One"))
                .body("proposal", nullValue());
    }

    @Test
    void a_failed_call_of_translate_pays_once_it_succeeds() {
        stub.script(Fault.Status.of(503));

        json("{\"texts\":[\"한 번 실패\"],\"target\":\"en\",\"model\":\"stub\"}")
                .post("/api/v1/translate")
                .then()
                .statusCode(200)
                .body("translations[0].provenance.attempts", is(2));
    }
}
