package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("postgresql")
class ExchangeApiTest {

    private static final String DIGEST =
            """
            ### [A](https://arxiv.org/abs/1706.03762)

            - 오픈 소스로 공개했습니다.
            - 그림을 그립니다.
            """;

    private static void approved(String key) {
        markdown(DIGEST).queryParam("key", key).post(DIGESTS).then().statusCode(201);
        json("""
        {"text":"Released as open source.","approve":true,"reason":"as in the source"}
        """)
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + translations(key, "en").getFirst())
                .then()
                .statusCode(200);
    }

    private static Response export(String key, String format) {
        return given().queryParams(Map.of("lang", "en", "format", format))
                .get(DIGESTS + "/" + key + "/export");
    }

    private static Response bring(String key, Map<String, Object> how, String file) {
        return given().contentType("application/xml")
                .queryParams(how)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(DIGESTS + "/" + key + "/import");
    }

    @ParameterizedTest
    @CsvSource({
        "xliff,   xlf, application/xliff+xml;charset=utf-8",
        "xliff12, xlf, application/x-xliff+xml;charset=utf-8",
        "tmx,     tmx, application/x-tmx+xml;charset=utf-8"
    })
    void a_file_goes_out_is_looked_at_and_comes_in(String format, String ending, String type) {
        String key = "exchange-" + format;
        approved(key);

        Response out = export(key, format);
        assertThat(out.contentType()).isEqualToIgnoringCase(type);
        assertThat(out.header("Content-Disposition")).contains(key + ".en." + ending);
        String edited = out.asString().replace("Released as", "Published as");

        bring(key, Map.of("format", format, "dryRun", true), edited)
                .then()
                .statusCode(200)
                .body("dryRun", is(true))
                .body("changed", is(1))
                .body("rows[0].before", is("Released as open source."))
                .body("rows[0].after", is("Published as open source."))
                .body("rows[0].outcome", is("changed"))
                .body("rows[0].state", is("reviewed"));
        assertThat(export(key, format).asString()).isEqualTo(out.asString());

        bring(key, Map.of("format", format, "lang", "en"), edited)
                .then()
                .statusCode(200)
                .body("changed", is(1));
        assertThat(export(key, format).asString()).contains("Published as");
        assertThat(history(key, "en")).contains("Editor, imported from ");
        assertThat(history(key, "ko")).contains("에서 가져옴");
        bring(key, Map.of("format", format), edited).then().body("changed", is(0));
        bring(key, Map.of("format", format, "lang", "de"), edited).then().body("same", is(0));
    }

    /// What the inspector tells of the first bullet's texts.
    private static String history(String key, String language) {
        return Jsoup.parse(
                        given().header("Accept-Language", language)
                                .get(
                                        "/digests/%s/units/%s/inspector"
                                                .formatted(key, translations(key, "en").getFirst()))
                                .asString())
                .select(".hist summary")
                .text();
    }

    @Test
    void what_cannot_be_done_is_a_problem_that_says_so() {
        String key = "exchange-wrong";
        approved(key);

        given().queryParam("format", "xliff")
                .get(DIGESTS + "/" + key + "/export")
                .then()
                .statusCode(400)
                .body("detail", containsString("An XLIFF file has one language"));
        bring(key, Map.of("format", "tmx"), "<tmx>")
                .then()
                .statusCode(400)
                .body("detail", containsString("Line 1"));
        bring(key, Map.of(), "<tmx/>")
                .then()
                .statusCode(400)
                .body("detail", containsString("Which format?"));
        bring(key, Map.of("format", "po"), "<tmx/>").then().statusCode(400);
        bring(key, Map.of("format", "tmx", "state", "final"), "<tmx/>").then().statusCode(400);
        bring("exchange-no-such", Map.of("format", "tmx"), "<tmx/>").then().statusCode(404);
    }
}
