package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import hanji.testing.StubModelServer;
import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What an approved wording would do, by the interface and on the page.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Tag("postgresql")
@Timeout(60)
class WordingApiTest {

    private static final String EFFECT = "/api/v1/memory/effect";

    private StubModelServer stub;

    private static String first(String key) {
        return Calls.translations(key, "en").getFirst();
    }

    private static JsonPath unit(String id) {
        return given().get(Calls.UNITS + "/" + id).jsonPath();
    }

    private static void write(String unit, String text) {
        json("{\"text\":\"%s\",\"approve\":true,\"reason\":\"a test\"}".formatted(text))
                .header("If-Match", "\"" + unit(unit).getInt("version") + "\"")
                .put(Calls.UNITS + "/" + unit)
                .then()
                .statusCode(200);
    }

    private static String asked(String unit, String more) {
        return "{\"unit\":\"%s\",\"model\":\"stub\"%s}".formatted(unit, more);
    }

    @Test
    void a_script_learns_the_texts_and_the_price_and_has_exactly_that_done() throws Exception {
        for (String key : List.of("wording-1", "wording-2", "wording-3")) {
            Calls.imported(key, "무쇠 <i>손잡이</i>를 단다.");
            Calls.drafted(first(key));
        }
        write(first("wording-1"), "They mount an iron <i>handle</i>.");
        write(first("wording-2"), "One puts an iron <i>knob</i> on.");
        int calls = stub.calls();

        JsonPath effect =
                json(asked(first("wording-1"), ""))
                        .post(EFFECT)
                        .then()
                        .statusCode(200)
                        .body("counts.en.redo", is(1))
                        .body("counts.en.propose", is(1))
                        .body("total", is(2))
                        .body("texts[0].fate", is("redo"))
                        .body("texts[1].unit", is(first("wording-2")))
                        .body("texts[1].fate", is("propose"))
                        .extract()
                        .jsonPath();
        int taken = effect.getInt("taken");
        int priced = effect.get("dryRun") == null ? 0 : effect.getInt("dryRun.calls");
        assertThat(taken + priced).isEqualTo(2);
        assertThat(stub.calls()).as("nobody was asked").isEqualTo(calls);
        given().get("/memory/effect?unit=" + first("wording-1"))
                .then()
                .statusCode(200)
                .body(containsString("&lt;i&gt;"))
                .body(not(containsString("<i>")))
                .body(containsString("Bring it to 2 texts"));

        String sealed =
                asked(first("wording-1"), ",\"seal\":\"%s\"".formatted(effect.getString("seal")));
        Response made = json(sealed).post(EFFECT + "/apply");
        assertThat(made.statusCode()).isEqualTo(priced == 0 ? 204 : 202);
        while (unit(first("wording-2")).get("proposal") == null
                || unit(first("wording-3")).getInt("version") < 2) {
            Thread.sleep(20);
        }

        assertThat(stub.calls() - calls).isEqualTo(priced);
        assertThat(unit(first("wording-2")).getString("target.text"))
                .isEqualTo("One puts an iron <i>knob</i> on.");
        json(asked(first("wording-1"), ""))
                .post(EFFECT)
                .then()
                .body("counts.en.fits", is(2))
                .body("dryRun", nullValue());
    }

    @Test
    void what_was_changed_since_is_said_and_nothing_is_done() {
        for (String key : List.of("wording-4", "wording-5")) {
            Calls.imported(key, "놋쇠 문패를 건다.");
            Calls.drafted(first(key));
        }
        write(first("wording-4"), "They hang a brass plate.");
        String seal =
                json(asked(first("wording-4"), ""))
                        .post(EFFECT)
                        .then()
                        .body("total", greaterThan(0))
                        .extract()
                        .path("seal");
        write(first("wording-5"), "A plate of brass is hung.");

        json(asked(first("wording-4"), ",\"seal\":\"%s\"".formatted(seal)))
                .post(EFFECT + "/apply")
                .then()
                .statusCode(409)
                .body("detail", containsString("look again"));
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("unit", first("wording-4"))
                .formParam("model", "stub")
                .formParam("seal", seal)
                .post("/memory/effect/apply")
                .then()
                .statusCode(409)
                .body(containsString("look again"));
        assertThat(unit(first("wording-5")).getString("target.text"))
                .isEqualTo("A plate of brass is hung.");
        assertThat((Object) unit(first("wording-5")).get("proposal")).isNull();
    }

    @Test
    void what_is_no_wording_is_refused_with_its_reason() {
        Calls.imported("wording-6", "청동 종을 친다.");
        String unit = first("wording-6");
        for (Object[] wrong :
                new Object[][] {
                    {EFFECT, "{}", 400, "unit: it is missing"},
                    {EFFECT, asked("nothing", ""), 404, "no unit \"nothing\""},
                    {EFFECT, asked("translation-99999999-en", ""), 404, "no such unit"},
                    {EFFECT, asked(unit, ""), 409, "is approved"},
                    {EFFECT + "?limit=5000", asked(unit, ""), 400, "limit"},
                    {EFFECT + "/apply", asked(unit, ""), 400, "seal: it is missing"},
                    {EFFECT + "/apply", asked(unit, ",\"seal\":\"x\""), 400, "not one of ours"},
                }) {
            json((String) wrong[1])
                    .post((String) wrong[0])
                    .then()
                    .statusCode((int) wrong[2])
                    .contentType("application/problem+json")
                    .body("detail", containsString((String) wrong[3]));
        }
        given().get("/memory/effect?unit=" + unit).then().statusCode(409);
        given().redirects().follow(false).get("/memory/effect").then().statusCode(303);
    }
}
