package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.drafted;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.problem;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What looks like code in keys and texts goes in and comes out as it is.
@QuarkusTest
@Tag("postgresql")
class HostileTextApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)<script>",
                "\"'onmouseover=alert(1) x='",
                "'; drop table digest; --",
                "{#if true}{key}{;if}",
                "..%2f..%2fetc%2fpasswd",
                "a?b#c&d=e;f+g h",
                "2월 모음 — 한국어 파일 이름",
                "😀\u202E gnp.exe",
            })
    void a_key_is_a_key(String key) {
        String text = "`" + key.replace("`", "") + "` 글";
        String location =
                markdown("### A\n\n- " + text + "\n")
                        .queryParam("key", key)
                        .post(DIGESTS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location");

        assertThat(location).matches("[!-~]+");
        assertThat(URI.create(location).getPath()).isEqualTo(DIGESTS + "/" + key);
        assertThat(
                        given().urlEncodingEnabled(false)
                                .get(location)
                                .then()
                                .statusCode(200)
                                .extract()
                                .<String>path("key"))
                .isEqualTo(key);
        List<String> listed =
                given().queryParam("limit", 200).get(DIGESTS).then().extract().path("digests.key");
        assertThat(listed).contains(key);
        assertThat(
                        given().urlEncodingEnabled(false)
                                .get(location)
                                .<String>path("entries[0].segments[0].text"))
                .isEqualTo(text);

        var export =
                given().queryParam("lang", "en")
                        .urlEncodingEnabled(false)
                        .get(location + "/export");
        assertThat(export.statusCode()).isEqualTo(200);
        assertThat(export.header("Content-Disposition"))
                .matches(
                        "attachment; filename=\"[A-Za-z0-9._-]+\"; filename\\*=UTF-8''[A-Za-z0-9._*%-]+");
        assertThat(export.asString()).isEqualTo("### A\n\n- " + text + "\n");
    }

    @Test
    void texts_and_reasons_are_texts() {
        String hostile =
                "<img src=x onerror=alert(1)> {#if} {x} $x_{i}$ '; drop table unit; -- \\u0000 ../ %s";
        markdown("### A\n\n- " + hostile + "\n").queryParam("key", "hostile-text").post(DIGESTS);
        String unit = translations("hostile-text", "en").getFirst();

        json("{\"text\":\"%s\"}".formatted(escaped(hostile)))
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(200);
        json("{\"reason\":\"%s\"}".formatted(escaped(hostile)))
                .post(UNITS + "/" + unit + "/reject")
                .then()
                .statusCode(200);

        var read = given().get(UNITS + "/" + unit).then().statusCode(200).extract();
        assertThat(read.<String>path("source")).isEqualTo(hostile);
        assertThat(read.<String>path("target.text")).isEqualTo(hostile);
        assertThat(read.<String>path("reason")).isEqualTo(hostile);
        assertThat(read.contentType()).startsWith("application/json");
    }

    @Test
    void a_character_that_no_database_keeps() {
        markdown("### A\n\n- 글\n").queryParam("key", "nul").post(DIGESTS);
        String unit = translations("nul", "en").getFirst();

        for (String text : List.of("a\\u0000b", "a\\ud800b")) {
            problem(
                    json("{\"text\":\"%s\"}".formatted(text))
                            .header("If-Match", "\"0\"")
                            .put(UNITS + "/" + unit)
                            .then(),
                    400,
                    "The text holds a NUL or half a surrogate pair, which cannot be kept: take it out.");
        }
    }

    /// Both are bytes of the digest, so they are kept in it, and shown.
    @Test
    void a_nul_in_a_digest() {
        String digest = "### A\0B\n\n- 글\0자\n";
        markdown(digest).queryParam("key", "nul-digest").post(DIGESTS).then().statusCode(201);
        drafted(translations("nul-digest", "en").getFirst());

        assertThat(given().queryParam("lang", "en").get(DIGESTS + "/nul-digest/export").asString())
                .isEqualTo(digest);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
