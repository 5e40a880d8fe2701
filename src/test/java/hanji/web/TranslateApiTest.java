package hanji.web;

import static hanji.web.Calls.json;
import static hanji.web.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import hanji.testing.StubModelServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("postgresql")
class TranslateApiTest {

    private static final String TRANSLATE = "/api/v1/translate";

    @SuppressWarnings("NullAway.Init") // set by TestServer
    StubModelServer stub;

    @Test
    void texts_come_back_in_their_order_with_findings_and_provenance() {
        int before = stub.calls();
        String body =
                "{\"texts\":[\" 약 42만 개입니다. \",\"둘\"],\"source\":\"ko\",\"target\":\"en\",\"model\":\"stub\",\"title\":\"T\"}";

        json(body)
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body("translations.text", is(List.of("[en] 약 42만 개입니다.", "[en] 둘")))
                .body("translations[0].findings[0].severity", notNullValue())
                .body("translations[0].provenance.by", is("machine"))
                .body("translations[0].provenance.model", is("stub"))
                .body("translations[0].provenance.units", is(2))
                .body("translations[0].provenance.cached", is(false));
        json(body)
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body("translations[1].provenance.cached", is(true));

        assertThat(stub.calls() - before).isEqualTo(1);
    }

    @Test
    void recorded_answers_serve_when_no_model_is_named() {
        String source =
                given().get("/api/v1/digests/2026-03-02").path("entries[0].segments[1].text");

        json("{\"texts\":[\"%s\"],\"target\":\"en\"}".formatted(source))
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body(
                        "translations[0].text",
                        is(
                                "This paper proposes the Transformer, a new model built solely on attention mechanisms that uses no recurrence or convolutions at all."))
                .body("translations[0].provenance.model", is("recorded"));
    }

    @Test
    void what_is_not_recorded_is_said_so() {
        problem(
                json("{\"texts\":[\"적힌 적 없는 글\"],\"target\":\"en\"}").post(TRANSLATE).then(),
                502,
                "With model \"recorded\", no answer is recorded for this text: “적힌 적 없는 글”. Choose a configured model.");
    }

    @Test
    void fifty_texts_and_no_more() {
        json(body(Collections.nCopies(50, "글"))).post(TRANSLATE).then().statusCode(200);
        problem(
                json(body(Collections.nCopies(51, "글"))).post(TRANSLATE).then(),
                413,
                "\"texts\" holds 51 texts, and one call takes 50: send several.");
    }

    @Test
    void thirty_two_kibibytes_and_no_more() {
        json(body(List.of("a".repeat(32 * 1024)))).post(TRANSLATE).then().statusCode(200);
        problem(
                json(body(List.of("가".repeat(10_923)))).post(TRANSLATE).then(),
                413,
                "\"texts\" and \"title\" hold 32,769 bytes, and one call takes 32,768: send several.");
    }

    private static String body(List<String> texts) {
        return "{\"texts\":[\"%s\"],\"target\":\"ja\",\"model\":\"stub\"}"
                .formatted(String.join("\",\"", texts));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"texts":["글"," "],"target":"en"}           | texts[1] is empty.
                    {"texts":["글",null],"target":"en"}          | texts[1] is empty.
                    {"texts":[],"target":"en"}                   | "texts" needs at least one text.
                    {"target":"en"}                              | "texts" needs at least one text.
                    {"texts":["글"]}                             | The body needs "texts" and a "target" language.
                    {"texts":["글"],"target":"ko"}               | "ko" is the language of the digests: translate into one of en, ja, zh-CN, de.
                    {"texts":["글"],"target":"xx"}               | Unknown language "xx": use one of en, ja, zh-CN, de.
                    {"texts":["a"],"source":"en","target":"de"}  | "source" can only be ko: Hanji translates from Korean.
                    {"texts":["글"],"target":"en","model":"gpt"} | Unknown model "gpt": use one of down, error, slow, stub, recorded.
                    """)
    void a_request_that_cannot_be_used(String body, String sentence) {
        problem(json(body).post(TRANSLATE).then(), 400, sentence);
    }
}
