package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The termbase by the interface and on its pages. Each test takes its terms out again, for the
/// checks of other tests read them too.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Timeout(60)
class TermsApiTest {

    private static final String TERMS = "/api/v1/terms";

    private static String concept(String korean, String english) {
        return """
        {"terms":[{"language":"ko","text":"%s","status":"preferred"},
                  {"language":"en","text":"%s","status":"preferred"}]}
        """
                .formatted(korean, english);
    }

    private static String inspected(String source, String target) {
        return json("""
        {"items":[{"id":"1","lang":"en","source":"%s","target":"%s"}]}
        """
                        .formatted(source, target))
                .post("/api/v1/inspect")
                .then()
                .extract()
                .asString();
    }

    private static void remove(String place) {
        String tag = given().get(place).header("ETag");
        given().header("If-Match", tag).delete(place).then().statusCode(204);
        given().get(place).then().statusCode(404);
    }

    @Test
    void a_term_is_added_checked_changed_and_taken_out() {
        String place =
                json(concept("보라색 돌쩌귀", "violet hinge"))
                        .post(TERMS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location")
                        .replaceFirst("https?://[^/]+", "");

        assertThat(inspected("보라색돌쩌귀가 있습니다.", "There is a blue knob."))
                .contains("\"terminology\"")
                .contains("violet hinge");
        assertThat(inspected("보라색돌쩌귀가 있습니다.", "There are violet hinges."))
                .doesNotContain("\"terminology\"");
        given().queryParam("q", "VIOLET")
                .get(TERMS)
                .then()
                .statusCode(200)
                .body("total", is(1))
                .body("terms[0].concept.terms.text", hasItem("보라색 돌쩌귀"));

        json(concept("보라색 돌쩌귀", "purple hinge"))
                .header("If-Match", "\"1\"")
                .put(place)
                .then()
                .statusCode(200)
                .body("version", is(2));
        json(concept("보라색 돌쩌귀", "mauve hinge"))
                .header("If-Match", "\"1\"")
                .put(place)
                .then()
                .statusCode(409);
        json(concept("보라색 돌쩌귀", "mauve hinge")).put(place).then().statusCode(400);

        remove(place);
        assertThat(inspected("보라색돌쩌귀가 있습니다.", "There is a blue knob."))
                .doesNotContain("\"terminology\"");
    }

    @Test
    void what_is_no_concept_is_refused_with_a_sentence() {
        json("{\"terms\":[{\"language\":\"en\",\"text\":\"lonely\",\"status\":\"preferred\"}]}")
                .post(TERMS)
                .then()
                .statusCode(400)
                .body("detail", containsString("no Korean term"));
        given().contentType("text/csv").body("a,b").post(TERMS + "/import").then().statusCode(400);
        given().queryParam("format", "doc").get(TERMS + "/export").then().statusCode(400);
        given().queryParam("status", "best").get(TERMS).then().statusCode(400);
    }

    @Test
    void a_file_is_previewed_imported_once_and_exported() {
        String file = "ko,en\n초록 문고리,green handle\n";

        given().contentType("text/csv; charset=utf-8")
                .body(file)
                .post(TERMS + "/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("added", is(1));
        given().queryParam("q", "green handle").get(TERMS).then().body("terms", empty());
        for (int added : new int[] {1, 0}) {
            given().contentType("text/csv; charset=utf-8")
                    .body(file)
                    .post(TERMS + "/import")
                    .then()
                    .statusCode(200)
                    .body("added", is(added));
        }
        for (String format : new String[] {"tbx", "tbx2008", "csv"}) {
            given().queryParam("format", format)
                    .get(TERMS + "/export")
                    .then()
                    .statusCode(200)
                    .body(containsString("green handle"));
        }
        int id =
                given().queryParam("q", "green handle").get(TERMS).jsonPath().getInt("terms[0].id");
        remove(TERMS + "/" + id);
    }

    @Test
    void the_pages_show_terms_as_text_whatever_they_say() {
        String place =
                json(concept("회색 <b>문턱</b>", "<img src=x onerror=alert(1)>"))
                        .post(TERMS)
                        .then()
                        .statusCode(201)
                        .extract()
                        .header("Location")
                        .replaceFirst("https?://[^/]+", "");
        for (String page : new String[] {"/terms", place.replace("/api/v1", "")}) {
            given().get(page)
                    .then()
                    .statusCode(200)
                    .body(containsString("&lt;img"))
                    .body(not(containsString("<img")));
        }
        remove(place);
    }

    @Test
    void a_proposal_is_accepted_with_one_call_and_seen_no_more() {
        for (int day = 1; day <= 2; day++) {
            Calls.imported(
                    "gleaned-" + day,
                    "하늘빛 굴뚝(azure chimney)을 씁니다.",
                    "하늘빛 굴뚝(azure chimney)은 낫습니다.");
        }
        given().get("/terms/proposals")
                .then()
                .statusCode(200)
                .body(containsString("azure chimney"));

        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .header("HX-Request", "true")
                .formParam("english", "azure chimney")
                .formParam("korean", "하늘빛 굴뚝")
                .post("/terms/proposals/accept")
                .then()
                .statusCode(200);

        given().get("/terms/proposals")
                .then()
                .statusCode(200)
                .body(not(containsString("azure chimney")));
        int id =
                given().queryParam("q", "azure chimney")
                        .get(TERMS)
                        .jsonPath()
                        .getInt("terms[0].id");
        remove(TERMS + "/" + id);
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .header("HX-Request", "true")
                .formParam("english", "azure chimney")
                .formParam("all", "하늘빛 굴뚝")
                .post("/terms/proposals/refuse")
                .then()
                .statusCode(200);
        given().get("/terms/proposals").then().body(not(containsString("azure chimney")));
    }
}
