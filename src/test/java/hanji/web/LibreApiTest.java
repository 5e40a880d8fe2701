package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class LibreApiTest {

    private static final String TRANSLATE = "/translate";

    private static final String TRANSFORMER =
            "This paper proposes the Transformer, a new model built solely on attention mechanisms that uses no recurrence or convolutions at all.";

    /// What a recorded answer is there for.
    private static String recorded() {
        return given().get("/api/v1/digests/2026-03-02").path("entries[0].segments[1].text");
    }

    @Test
    void a_text_is_answered_by_a_text_and_a_list_by_a_list() {
        String source = recorded();

        json("{\"q\":\"%s\",\"source\":\"ko\",\"target\":\"en\",\"format\":\"text\"}"
                        .formatted(source))
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .header("X-Hanji-State", "draft")
                .header("X-Hanji-Findings", startsWith("critical=0"))
                .body("translatedText", is(TRANSFORMER))
                .body("detectedLanguage", nullValue());
        json("{\"q\":[\"%s\"],\"source\":\"auto\",\"target\":\"en\"}".formatted(source))
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body("translatedText", is(List.of(TRANSFORMER)))
                .body("detectedLanguage[0].language", is("ko"));
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("q", source)
                .formParam("source", "ko")
                .formParam("target", "en")
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body("translatedText", is(TRANSFORMER));
    }

    @Test
    void languages_are_listed_by_its_codes() {
        given().get("/languages")
                .then()
                .statusCode(200)
                .body("code", hasItems("ko", "en", "ja", "zh-Hans", "de"))
                .body("find { it.code == 'ko' }.targets", is(List.of("en", "ja", "zh-Hans", "de")))
                .body("find { it.code == 'de' }.targets", is(List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    오픈 소스 AI, ko, 66.7
                    モデルの学習, ja, 100
                    模型训练, zh-Hans, 100
                    open source, en, 0
                    42, en, 0
                    """)
    void a_language_is_detected_by_its_letters(String text, String language, float confidence) {
        json("{\"q\":\"%s\"}".formatted(text))
                .post("/detect")
                .then()
                .statusCode(200)
                .body("size()", is(1))
                .body("[0].language", is(language))
                .body("[0].confidence", is(confidence));
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("q", text)
                .post("/detect")
                .then()
                .statusCode(200)
                .body("[0].language", is(language));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | {"source":"ko","target":"en"}                                | Invalid request: missing q parameter.
                    400 | {"q":"글","target":"en"}                                     | Invalid request: missing source parameter.
                    400 | {"q":"글","source":"ko"}                                     | Invalid request: missing target parameter.
                    400 | {"q":["글",3],"source":"ko","target":"en"}                   | q[1] is no text.
                    400 | {"q":"글","source":"en","target":"de"}                       | en is not supported as source: use ko or auto.
                    400 | {"q":"글","source":"ko","target":"fr"}                       | Unknown language "fr": use one of en, ja, zh-CN, de.
                    400 | {"q":"글","source":"ko","target":"en","format":"html"}       | html format is not supported: use text.
                    502 | {"q":"적힌 적 없는 글","source":"ko","target":"zh"}          | With model "recorded", no answer is recorded for this text: “적힌 적 없는 글”. Choose a configured model.
                    """)
    void errors_have_its_shape(int status, String body, String sentence) {
        json(body)
                .post(TRANSLATE)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("error", is(sentence))
                .body("size()", is(1));
    }
}
