package hanji.web;

import static hanji.web.Calls.json;
import static hanji.web.Calls.problem;
import static io.restassured.RestAssured.given;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class BadRequestsApiTest {

    private static final String TRANSLATE = "/api/v1/translate";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"texts":["글"                                | 1 | 16 | Unexpected end-of-input: expected close marker for Array.
                    aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa | 1 | 1 | Unrecognized token 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa….
                    []                                            | 1 | 1  | the whole is of the wrong type.
                    "text"                                        | 1 | 1  | the whole is of the wrong type.
                    {"texts":"글","target":"en"}                  | 1 | 10 | "texts" is of the wrong type.
                    {"texts":["글",1],"target":"en"}              | 1 | 17 | "texts[1]" cannot be "1".
                    {"texts":["글"],"target":{}}                  | 1 | 27 | "target" is of the wrong type.
                    {"texts":["글"],"target":"en","to":"en"}      | 1 | 42 | "to" is not known here; known are model, source, target, texts, title.
                    {"texts":["글"],"target":"en"} {}             | 1 | 33 | something follows its end.
                    """)
    void a_body_that_is_not_what_the_call_takes(String body, int line, int at, String what) {
        problem(
                json(body).post(TRANSLATE).then(),
                400,
                "The body is not the JSON this call takes (line %d, byte %d): %s"
                        .formatted(line, at, what));
    }

    @Test
    void a_property_that_is_there_twice() {
        problem(
                json("{\"finding\":\"numbers * *\",\"reason\":\"a\",\"reason\":\"b\"}")
                        .post("/api/v1/units/translation-1-en/dismiss")
                        .then(),
                400,
                "The body is not the JSON this call takes (line 1, byte 47): Duplicate field 'reason'.");
    }

    @Test
    void a_number_in_the_place_of_a_yes() {
        problem(
                json("{\"text\":\"a\",\"approve\":1}")
                        .header("If-Match", "\"0\"")
                        .put("/api/v1/units/translation-1-en")
                        .then(),
                400,
                "The body is not the JSON this call takes (line 1, byte 23): \"approve\" cannot be \"1\".");
    }

    @ParameterizedTest
    @CsvSource({
        "POST,/api/v1/translate,text/plain",
        "POST,/api/v1/digests,application/octet-stream",
        "POST,/api/v1/digests,text/html",
        "PUT,/api/v1/units/translation-1-en,text/plain",
        "POST,/api/v1/units/translation-1-en/approve,text/plain",
        "POST,/api/v1/units/translation-1-en/reject,text/plain",
        "POST,/api/v1/units/translation-1-en/redo,text/plain"
    })
    void a_content_type_that_a_call_does_not_take(String method, String path, String type) {
        problem(
                given().contentType(type).body(new byte[] {'x'}).request(method, path).then(),
                415,
                "This call does not take that Content-Type: /q/openapi lists what it takes.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/",
                "/api/v1",
                "/api/v1/nothing",
                "/api/v2/digests",
                "/api/v1/units/1/x/y"
            })
    void an_unknown_address(String path) {
        problem(
                given().get(path).then(),
                404,
                "There is nothing at this address: /q/openapi lists what there is.");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/api/v1/digests",
        "PATCH,/api/v1/units/translation-1-en",
        "GET,/api/v1/translate",
        "POST,/api/v1/models"
    })
    void a_method_that_an_address_does_not_take(String method, String path) {
        problem(
                given().request(method, path).then(),
                405,
                "This address does not take that method: /q/openapi lists what it takes.");
    }

    @Test
    void a_media_type_that_nothing_is_answered_in() {
        problem(
                given().accept("application/xml").get("/api/v1/models").then(),
                406,
                "No answer in that media type: ask for application/json.");
    }
}
