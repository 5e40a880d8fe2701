package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import hanji.testing.TestServer;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = TestServer.class, scope = TestResourceScope.GLOBAL)
@Tag("postgresql")
class ImportApiTest {

    private static final String TWO =
            """
            ## Daily Papers (2031-05-01)

            ### [A](https://arxiv.org/abs/2401.13795)

            - 하나
            - 둘
            """;

    @Test
    void new_then_the_same_then_changed() {
        markdown(TWO)
                .post(DIGESTS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(DIGESTS + "/2031-05-01"))
                .body("key", is("2031-05-01"))
                .body("outcome", is("created"))
                .body("entries", is(1))
                .body("segments", is(2))
                .body("kept", nullValue());
        markdown(TWO)
                .post(DIGESTS)
                .then()
                .statusCode(200)
                .header("Location", endsWith(DIGESTS + "/2031-05-01"))
                .body("outcome", is("unchanged"));
        markdown(TWO.replace("둘", "두 번째") + "- 셋\n")
                .post(DIGESTS)
                .then()
                .statusCode(201)
                .body("outcome", is("updated"))
                .body("kept", is(1))
                .body("changed", is(1))
                .body("added", is(1))
                .body("removed", is(0));
    }

    @Test
    void json_and_what_it_becomes() {
        json("""
        {"key":"json-import","entries":[{"title":"A","link":"https://arxiv.org/abs/2401.13795",
         "votes":3,"authors":["김철수"],"bullets":["하나","둘"]}]}
        """)
                .post(DIGESTS)
                .then()
                .statusCode(201)
                .body("key", is("json-import"))
                .body("segments", is(2));
        given().get(DIGESTS + "/json-import")
                .then()
                .statusCode(200)
                .body("entries[0].arxivId", is("2401.13795"))
                .body("entries[0].authors", is(List.of("김철수")))
                .body("entries[0].votes", is(3))
                .body("entries[0].segments.text", is(List.of("하나", "둘")))
                .body("entries[0].segments[0].kind", is("bullet"));
    }

    @Test
    void a_key_names_what_has_no_date() {
        markdown("### A\n\n- 하나\n")
                .queryParam("key", "모음 1")
                .post(DIGESTS)
                .then()
                .statusCode(201)
                .header("Location", endsWith(DIGESTS + "/%EB%AA%A8%EC%9D%8C%201"))
                .body("key", is("모음 1"));
        given().get(DIGESTS + "/{key}", "모음 1").then().statusCode(200).body("key", is("모음 1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    text/markdown    | "upload.md" has more than 1,048,576 bytes, and a digest may not: split it into one file for each day.
                    application/json | The JSON has more than 1,048,576 bytes, and a digest may not: split it into one digest for each day.
                    """)
    void fifty_megabytes_are_refused_at_once(String type, String sentence)
            throws IOException, InterruptedException {
        byte[] big = new byte[50 << 20];
        Arrays.fill(big, (byte) 'a');
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(RestAssured.baseURI + ":" + RestAssured.port + DIGESTS))
                        .header("Content-Type", type)
                        .timeout(Duration.ofSeconds(20))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(big))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .contains("application/problem+json");
            assertThat(JsonPath.from(answer.body()).getString("detail")).isEqualTo(sentence);
        }
    }

    @Test
    void invalid_utf_8() {
        byte[] bytes = "### A\n\n- 하나\n".getBytes(StandardCharsets.UTF_8);
        bytes[10] = (byte) 0xff;

        problem(
                markdown(bytes).post(DIGESTS).then(),
                400,
                "\"upload.md\" is not valid UTF-8 at byte 9 (line 3): save the file as UTF-8 and import it again.");
    }

    @Test
    void nothing_and_nothing_but_space() {
        String empty =
                "\"upload.md\" is empty: import a file with \"### [Title](link)\" headings and bullets below them.";

        problem(given().contentType("text/markdown").post(DIGESTS).then(), 400, empty);
        problem(markdown(" \n\t\n").post(DIGESTS).then(), 400, empty);
    }

    @Test
    void no_entries() {
        problem(
                markdown("하나\n\n- 둘\n").post(DIGESTS).then(),
                400,
                "\"upload.md\" holds no entries: an entry begins with a heading like \"### [Title](https://arxiv.org/abs/2401.13795)\" and has bullets like \"- text\" below it.");
    }

    @Test
    void a_hundred_thousand_list_markers_in_one_another() {
        String deep =
                "### [A](https://arxiv.org/abs/2401.13795)\n\n- 하나\n"
                        + "- ".repeat(100_000)
                        + "글\n";

        Assertions.assertTimeout(
                Duration.ofSeconds(10),
                () ->
                        markdown(deep)
                                .queryParam("key", "deep")
                                .post(DIGESTS)
                                .then()
                                .statusCode(201)
                                .body("findings.kind", is(List.of("too-deep"))));
        assertThat(given().queryParam("lang", "en").get(DIGESTS + "/deep/export").asString())
                .isEqualTo(deep);
    }

    @Test
    void json_that_is_no_digest_names_the_place() {
        problem(
                json("{\"key\":\"j\",\"entries\":[{\"titel\":\"A\"}]}").post(DIGESTS).then(),
                400,
                "The digest's JSON cannot be used: $.entries[0].titel is not a known key; known are authors, bullets, link, media, title, votes.");
    }

    @Test
    void a_key_that_would_be_a_folder() {
        problem(
                markdown(TWO).queryParam("key", "../x").post(DIGESTS).then(),
                400,
                "The key \"..x\" cannot be used: give 1 to 100 characters without slashes and control characters.");
    }
}
