package hanji.web;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/// Calls that many tests of the interface begin with. Each test brings digests of its own, under
/// keys that no other test uses.
final class Calls {

    static final String DIGESTS = "/api/v1/digests";
    static final String UNITS = "/api/v1/units";

    private Calls() {}

    static RequestSpecification json(String body) {
        return given().contentType("application/json").body(body);
    }

    static RequestSpecification markdown(byte[] body) {
        return given().contentType("text/markdown").body(body);
    }

    static RequestSpecification markdown(String body) {
        return given().contentType("text/markdown; charset=utf-8").body(body);
    }

    /// A digest of one entry with such bullets, imported.
    static void imported(String key, String... bullets) {
        markdown(
                        "### [Paper](https://arxiv.org/abs/2401.13795)\n\n- "
                                + String.join("\n- ", bullets))
                .queryParam("key", key)
                .post(DIGESTS)
                .then()
                .statusCode(201);
    }

    static JsonPath units(String key, String lang) {
        return given().queryParams(Map.of("digest", key, "lang", lang))
                .get(UNITS)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /// The ids of the translations of a digest, in page order.
    static List<String> translations(String key, String lang) {
        return units(key, lang).getList("units.findAll { it.kind == 'translation' }.id");
    }

    /// A draft of the stub server for a unit.
    static void drafted(String unit) {
        json("{\"model\":\"stub\"}").post(UNITS + "/" + unit + "/redo").then().statusCode(200);
    }

    static ValidatableResponse decided(String unit, String decision, String body) {
        return json(body).post(UNITS + "/" + unit + "/" + decision).then();
    }

    /// An answer as RFC 9457 has it, with this sentence.
    static void problem(ValidatableResponse answer, int status, String detail) {
        answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("type", is("about:blank"))
                .body("detail", is(detail));
    }
}
