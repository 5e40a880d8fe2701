package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hanji.testing.StubModelServer;
import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a change of a term would do, by the interface and on the page. Each test takes its terms
/// out again.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Tag("postgresql")
@Timeout(60)
class EffectApiTest {

    private static final String EFFECT = "/api/v1/terms/effect";

    private StubModelServer stub;

    private static String concept(String korean, String english) {
        return """
        {"terms":[{"language":"ko","text":"%s","status":"preferred"},{"language":"en","text":"%s","status":"preferred"}]}\
        """
                .formatted(korean, english);
    }

    private static String adding(String korean, String english, String more) {
        return "{\"change\":\"add\",\"model\":\"stub\",\"concept\":%s%s}"
                .formatted(concept(korean, english), more);
    }

    private static String text(String unit) {
        return given().get(Calls.UNITS + "/" + unit).jsonPath().getString("target.text");
    }

    private static void takeOut(String english) {
        JsonPath found = given().queryParam("q", english).get("/api/v1/terms").jsonPath();
        given().header("If-Match", found.getString("terms[0].version"))
                .delete("/api/v1/terms/" + found.getString("terms[0].id"))
                .then()
                .statusCode(204);
    }

    private static RequestSpecification form(String... fields) {
        RequestSpecification form =
                given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                        .redirects()
                        .follow(false);
        for (int i = 0; i < fields.length; i += 2) {
            form.formParam(fields[i], fields[i + 1]);
        }
        return form;
    }

    @Test
    void a_script_learns_the_texts_and_the_price_and_has_exactly_that_done() throws Exception {
        Calls.imported("effect-1", "은빛 경첩을 답니다.", "은빛 경첩이 낫습니다.", "문을 엽니다.");
        List<String> units = Calls.translations("effect-1", "en");
        units.forEach(Calls::drafted);
        Calls.decided(units.getFirst(), "approve", "{\"reason\":\"a test\"}").statusCode(200);
        String approved = text(units.getFirst());
        int calls = stub.calls();

        JsonPath effect =
                json(adding("은빛 경첩", "silver hinge", ""))
                        .post(EFFECT)
                        .then()
                        .statusCode(200)
                        .body("counts.en.redo", is(1))
                        .body("counts.en.propose", is(1))
                        .body("total", is(2))
                        .body("texts[0].unit", is(units.get(1)))
                        .body("texts[0].fate", is("redo"))
                        .body("texts[0].marks", is(List.of(List.of(0, 5))))
                        .body("texts[0].findings[0].check", is("untranslated"))
                        .body("texts[1].fate", is("propose"))
                        .body("dryRun.units", is(2))
                        .body("dryRun.calls", is(1))
                        .body("dryRun.cost", greaterThan(0f))
                        .extract()
                        .jsonPath();
        assertThat(stub.calls()).as("nobody was asked").isEqualTo(calls);
        given().queryParam("q", "silver hinge").get("/api/v1/terms").then().body("terms", empty());

        String sealed =
                adding(
                        "은빛 경첩",
                        "silver hinge",
                        ",\"seal\":\"%s\"".formatted(effect.getString("seal")));
        Response made = json(sealed).post(EFFECT + "/apply");
        made.then().statusCode(202);
        String batch = made.jsonPath().getString("id");
        json(sealed).post(EFFECT + "/apply").then().statusCode(202).body("id", is(batch));
        while (!given().get("/api/v1/batches/" + batch)
                .jsonPath()
                .getString("state")
                .equals("done")) {
            Thread.sleep(20);
        }

        assertThat(stub.received().getLast().data().path("terms").toString())
                .contains("silver hinge");
        assertThat(stub.calls()).isEqualTo(calls + 1);
        assertThat(text(units.getFirst())).isEqualTo(approved);
        given().get(Calls.UNITS + "/" + units.get(1)).then().body("version", is(2));
        given().get(Calls.UNITS + "/" + units.get(2)).then().body("version", is(1));
        takeOut("silver hinge");
    }

    @Test
    void what_was_changed_since_is_said_and_nothing_is_done() {
        Calls.imported("effect-2", "구리 빗장을 겁니다.");
        String unit = Calls.translations("effect-2", "en").getFirst();
        Calls.drafted(unit);
        String seal =
                json(adding("구리 빗장", "copper bolt", "")).post(EFFECT).then().extract().path("seal");
        Calls.decided(unit, "reject", "{\"reason\":\"a test\"}").statusCode(200);

        json(adding("구리 빗장", "copper bolt", ",\"seal\":\"%s\"".formatted(seal)))
                .post(EFFECT + "/apply")
                .then()
                .statusCode(409)
                .body("detail", containsString("look again"));
        given().queryParam("q", "copper bolt").get("/api/v1/terms").then().body("terms", empty());
    }

    @Test
    void what_is_no_change_is_refused_by_the_name_of_its_field() {
        for (String[] wrong :
                new String[][] {
                    {"{}", "change: it is missing"},
                    {"{\"change\":\"mend\"}", "change: \"mend\" is not known"},
                    {"{\"change\":\"add\"}", "concept: it is missing"},
                    {"{\"change\":\"remove\",\"id\":1}", "version: it is missing"},
                    {"{\"change\":\"remove\",\"id\":999999,\"version\":1}", "no term 999999"},
                    {adding("가", "b", ",\"seal\":null"), "seal: it is missing"},
                    {adding("가", "b", ",\"seal\":\"x\""), "seal: it is not one of ours"},
                }) {
            String path = wrong[1].startsWith("seal") ? EFFECT + "/apply" : EFFECT;
            json(wrong[0]).post(path).then().body("detail", containsString(wrong[1]));
        }
        json(adding("가", "b", "")).post(EFFECT + "?limit=5000").then().statusCode(400);
        json(adding("가", "b", "").replace("\"stub\"", "\"none\""))
                .post(EFFECT)
                .then()
                .statusCode(200);
    }

    @Test
    void the_page_shows_everything_as_text_and_does_what_it_showed() {
        Calls.imported("effect-3", "주석 <b>고리</b>를 겁니다.", "주석 고리를 겁니다.");
        List<String> units = Calls.translations("effect-3", "en");
        units.forEach(Calls::drafted);
        String[] fields = {
            "language", "ko", "term", "주석 고리", "status", "preferred", "capitals", "any",
            "part", "", "termNote", "", "language", "en", "term", "<img src=x onerror=alert(1)>",
            "status", "preferred", "capitals", "any", "part", "", "termNote", "<script>",
        };

        String page =
                form(fields).post("/terms/effect").then().statusCode(200).extract().asString();

        assertThat(page)
                .contains("&lt;img src=x", "<mark class=\"hit\">주석 고리</mark>")
                .doesNotContain("<img", "<script>")
                .contains("Save and redo 1 text<");
        String seal = page.replaceFirst("(?s).*name=\"seal\" value=\"([^\"]+)\".*", "$1");
        form(fields)
                .formParam("seal", seal)
                .post("/terms/effect/apply")
                .then()
                .statusCode(303)
                .header("Location", containsString("/batches/"));
        form(fields)
                .formParam("seal", seal.replaceFirst(".$", "x"))
                .post("/terms/effect/apply")
                .then()
                .statusCode(400);
        takeOut("onerror");

        form(fields)
                .formParam("seal", seal.replaceFirst("\\.1(\\d+)$", ".2$1"))
                .post("/terms/effect/apply")
                .then()
                .statusCode(409)
                .body(containsString("Terms were changed since you looked"));
        form(fields)
                .post("/terms/effect/edit")
                .then()
                .statusCode(200)
                .body(containsString("주석 고리"))
                .body(not(containsString("<img")));
        given().redirects().follow(false).get("/terms/effect").then().statusCode(303);
    }
}
