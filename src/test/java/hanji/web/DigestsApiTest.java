package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.imported;
import static hanji.web.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("postgresql")
class DigestsApiTest {

    private static final Map<String, Integer> NOTHING =
            Map.of("approved", 0, "published", 0, "edited", 0, "drafts", 0, "toDecide", 0);

    @Test
    void pages_hold_every_digest_once_newest_key_first() {
        imported("2031-06-01", "하나");
        imported("2031-06-02", "하나");
        imported("2031-06-03", "하나");

        int total = given().get(DIGESTS).then().statusCode(200).extract().path("total");
        assertThat(total).isGreaterThanOrEqualTo(7);
        List<String> all =
                given().queryParam("limit", 200).get(DIGESTS).then().extract().path("digests.key");
        assertThat(all).hasSize(total).doesNotHaveDuplicates();
        assertThat(all)
                .containsSubsequence(
                        "2031-06-03", "2031-06-02", "2031-06-01", "2026-03-05", "2026-03-02");
        int first = all.indexOf("2031-06-03");
        given().queryParams(Map.of("limit", 2, "offset", first))
                .get(DIGESTS)
                .then()
                .statusCode(200)
                .body("offset", is(first))
                .body("digests.key", is(List.of("2031-06-03", "2031-06-02")));
    }

    @Test
    void every_language_has_its_progress() {
        imported("progress", "하나");

        Map<String, Object> digest =
                given().queryParam("limit", 200)
                        .get(DIGESTS)
                        .then()
                        .extract()
                        .path("digests.find { it.key == 'progress' }");
        assertThat(digest)
                .containsEntry("entries", 1)
                .containsEntry("segments", 1)
                .containsEntry("revision", 1)
                .containsEntry("name", "progress.md");
        assertThat(digest.get("progress"))
                .isEqualTo(Map.of("en", NOTHING, "ja", NOTHING, "zh-CN", NOTHING, "de", NOTHING));
    }

    @Test
    void past_the_end_is_an_empty_page() {
        given().queryParam("offset", 1_000_000)
                .get(DIGESTS)
                .then()
                .statusCode(200)
                .body("digests", empty())
                .body("total", greaterThanOrEqualTo(4));
    }

    @ParameterizedTest
    @CsvSource({"-1,50", "0,0", "0,201", "0,-5"})
    void pages_have_bounds(int offset, int limit) {
        problem(
                given().queryParams(Map.of("offset", offset, "limit", limit)).get(DIGESTS).then(),
                400,
                "offset is 0 or more, and limit between 1 and 200.");
    }

    @ParameterizedTest
    @CsvSource({"limit,many", "offset,99999999999", "limit,1.5"})
    void a_page_is_counted_in_whole_numbers(String parameter, String value) {
        problem(
                given().queryParam(parameter, value).get(DIGESTS).then(),
                400,
                "A parameter of the address cannot be read (For input string: \"%s\"): /q/openapi lists what this call takes."
                        .formatted(value));
    }

    @Test
    void one_digest_has_its_entries_and_segments() {
        given().get(DIGESTS + "/2026-03-02")
                .then()
                .statusCode(200)
                .body("key", is("2026-03-02"))
                .body("revision", is(1))
                .body("entries.number", is(List.of(1, 2, 3, 4)))
                .body("entries[0].title", is("Attention Is All You Need"))
                .body("entries[0].link", is("https://arxiv.org/abs/1706.03762"))
                .body("entries[0].media[0].kind", is("image"))
                .body("entries[0].votes", is(128))
                .body("entries[0].segments.number", is(List.of(1, 2, 3, 4, 5, 6)))
                .body("findings", empty());
    }

    @Test
    void nobody_judges_where_no_judge_is_configured() {
        imported("2031-06-04", "하나");

        given().post(DIGESTS + "/2031-06-04/judge?lang=en")
                .then()
                .statusCode(409)
                .body("detail", containsString("hanji.judge.model"));
        given().post(DIGESTS + "/2031-06-04/judge").then().statusCode(400);
    }

    @Test
    void an_unknown_digest() {
        problem(
                given().get(DIGESTS + "/2001-01-01").then(),
                404,
                "There is no digest \"2001-01-01\": import it first.");
    }
}
