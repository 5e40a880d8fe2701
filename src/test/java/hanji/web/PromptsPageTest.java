package hanji.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pages on prompts, and a unit that becomes a case.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Timeout(60)
class PromptsPageTest {

    private static final String DIGEST =
            """
            ## Daily Papers (2031-01-01)

            ### [<b>Odd</b> "paper"](https://arxiv.org/abs/1706.03762)

            - 점수는 <i>12</i>점이고 값은 $x_{i}$입니다.
            """;

    private static String unit() {
        given().contentType("text/markdown; charset=utf-8")
                .body(DIGEST)
                .queryParam("key", "prompted")
                .post("/api/v1/digests");
        List<String> ids =
                given().queryParams(Map.of("digest", "prompted", "lang", "en"))
                        .get("/api/v1/units")
                        .jsonPath()
                        .getList("units.findAll { it.kind == 'translation' }.id");
        return ids.getFirst();
    }

    @Test
    void every_prompt_is_listed_with_how_its_cases_stand() {
        given().get("/prompts")
                .then()
                .statusCode(200)
                .body(containsString("href=\"/prompts/translate\""))
                .body(containsString("href=\"/prompts/condense-tldr\""))
                .body(containsString("106 ok"));
    }

    @Test
    void a_prompt_has_its_text_and_its_cases_with_their_answers() {
        given().get("/prompts/condense-tldr")
                .then()
                .statusCode(200)
                .body(containsString("en-tldr-grounded-001"))
                .body(containsString("fixtures/condense-tldr.yaml:"))
                .body(containsString("&quot;tldr&quot;"))
                .body(containsString("{#if target"));
        given().get("/prompts/nothing")
                .then()
                .statusCode(404)
                .body(containsString("There is no prompt"));
    }

    @Test
    void what_would_be_sent_for_a_unit_is_shown_and_is_text() {
        String unit = unit();

        given().queryParam("unit", unit)
                .get("/prompts/translate")
                .then()
                .statusCode(200)
                .body(containsString("점수는 &lt;i&gt;12&lt;/i&gt;점"))
                .body(not(containsString("<i>12</i>")));
        given().queryParam("unit", unit)
                .get("/prompts/condense-tldr")
                .then()
                .statusCode(400)
                .body(containsString("is asked for by prompt translate"));
        given().queryParam("unit", "nothing").get("/prompts/translate").then().statusCode(404);
    }

    @Test
    void two_models_stand_side_by_side() {
        given().queryParams(Map.of("before", "authored", "after", "authored"))
                .get("/prompts/condense-tldr")
                .then()
                .statusCode(200)
                .body(containsString("0 changed, 0 of them worse, "));
        given().queryParams(Map.of("before", ";env;"))
                .get("/prompts/condense-tldr")
                .then()
                .statusCode(400)
                .body(containsString("git has no prompts and fixtures of &quot;;env;&quot;"));
        given().urlEncodingEnabled(false)
                .get("/prompts/condense-tldr?before=%2Fe%00")
                .then()
                .statusCode(400)
                .body(containsString("is no revision."));
        given().queryParams(Map.of("before", "--output=x"))
                .get("/prompts/condense-tldr")
                .then()
                .statusCode(400)
                .body(containsString("&quot;--output=x&quot; is no revision."));
    }

    @Test
    void an_approved_unit_becomes_a_case() {
        String unit = unit();
        String address = "/digests/prompted/units/" + unit + "/fixture";
        given().get(address).then().statusCode(409).body(containsString("Nobody approved 1.1 yet"));

        given().contentType("application/json")
                .header("If-Match", "\"0\"")
                .body(
                        Map.of(
                                "text",
                                "The score is <i>12</i> and the value $x_{i}$.",
                                "approve",
                                true,
                                "reason",
                                "mine"))
                .put("/api/v1/units/" + unit)
                .then()
                .statusCode(200);

        String yaml = given().get(address).then().statusCode(200).extract().asString();
        assertThat(yaml)
                .contains("id: \"bench-prompted-1-1-en\"")
                .contains("reference: \"The score is <i>12</i> and the value $x_{i}$.\"")
                .contains("점수는 <i>12</i>점이고 값은 $x_{i}$입니다.");
    }
}
