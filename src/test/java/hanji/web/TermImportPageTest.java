package hanji.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hanji.testing.StubModelServer;
import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a file of terms would do to the texts there are, on the page that brings it in. Each test
/// takes its terms out again.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Tag("postgresql")
@Timeout(60)
class TermImportPageTest {

    private StubModelServer stub;

    private static RequestSpecification upload(String csv) {
        return given().multiPart(
                        "file", "terms.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .header("HX-Request", "true");
    }

    private static Response redo(String csv, String seal) {
        return upload(csv).multiPart("apply", "redo").multiPart("seal", seal).post("/terms/import");
    }

    private static String seal(String page) {
        assertThat(page).contains("name=\"seal\" value=\"");
        return page.replaceFirst("(?s).*name=\"seal\" value=\"([^\"]+)\".*", "$1");
    }

    private static JsonPath terms(String english) {
        return given().queryParam("q", english).get("/api/v1/terms").jsonPath();
    }

    private static void takeOut(String english) {
        JsonPath found = terms(english);
        given().header("If-Match", found.getString("terms[0].version"))
                .delete("/api/v1/terms/" + found.getString("terms[0].id"))
                .then()
                .statusCode(204);
    }

    @Test
    void a_preview_tells_the_texts_and_the_price_and_brings_about_exactly_that() {
        Calls.imported("bring-1", "흑단 손잡이를 답니다.", "흑단 손잡이가 낫습니다.", "문을 엽니다.");
        List<String> units = Calls.translations("bring-1", "en");
        units.forEach(Calls::drafted);
        Calls.decided(units.getFirst(), "approve", "{\"reason\":\"a test\"}").statusCode(200);
        int calls = stub.calls();
        String csv = "ko,en\n흑단 손잡이,ebony handle\n";

        String page =
                upload(csv)
                        .post("/terms/import")
                        .then()
                        .statusCode(200)
                        .body(
                                containsString("What the import would change in texts"),
                                containsString("<mark class=\"hit\">흑단 손잡이</mark>"),
                                containsString("Drafts to be redone"),
                                containsString("Proposals beside people’s texts"),
                                containsString("Import and redo 2 texts"))
                        .extract()
                        .asString();
        assertThat(stub.calls()).as("nobody was asked").isEqualTo(calls);
        assertThat(terms("ebony handle").getList("terms")).isEmpty();

        String place =
                redo(csv, seal(page))
                        .then()
                        .statusCode(204)
                        .header("HX-Redirect", containsString("/batches/"))
                        .extract()
                        .header("HX-Redirect");

        given().get("/api/v1" + place.substring(place.indexOf("/batches/")))
                .then()
                .statusCode(200)
                .body("counts.total", is(2));
        assertThat(terms("ebony handle").getList("terms")).hasSize(1);
        upload(csv)
                .post("/terms/import")
                .then()
                .body(
                        containsString("<b>0 new</b>"),
                        not(containsString("What the import would change")));
        takeOut("ebony handle");
    }

    @Test
    void what_was_changed_since_is_said_and_nothing_is_done() {
        Calls.imported("bring-2", "자작나무 발판을 놓습니다.");
        String unit = Calls.translations("bring-2", "en").getFirst();
        Calls.drafted(unit);
        String csv = "ko,en\n자작나무 발판,birch step\n";
        String seal = seal(upload(csv).post("/terms/import").asString());
        Calls.decided(unit, "approve", "{\"reason\":\"a test\"}").statusCode(200);

        String page =
                redo(csv, seal)
                        .then()
                        .statusCode(200)
                        .body(containsString("look again"), not(containsString(seal)))
                        .extract()
                        .asString();

        assertThat(terms("birch step").getList("terms")).isEmpty();
        redo(csv, "x").then().body(containsString("it is not one of ours"));
        assertThat(seal(page)).isNotEqualTo(seal);
    }

    @Test
    void terms_that_no_text_speaks_of_cost_nothing_more() {
        String csv = "ko,en\n호두나무 서랍,walnut drawer\n";

        upload(csv)
                .post("/terms/import")
                .then()
                .body(
                        containsString("No text would be read otherwise"),
                        not(containsString("value=\"redo\"")));
        upload(csv)
                .multiPart("apply", "true")
                .post("/terms/import")
                .then()
                .body(not(containsString("What the import would change")));
        assertThat(terms("walnut drawer").getList("terms")).hasSize(1);
        takeOut("walnut drawer");
    }
}
