package hanji.web;

import static hanji.web.Calls.imported;
import static hanji.web.Calls.json;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/// What checks say, in the reader's language.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
class FindingsPageTest {

    private static final String ENGLISH =
            "The number changed: 2조 (2,000,000,000,000) became 2 billion";
    private static final String KOREAN = "숫자가 바뀌었습니다: 2조 (2,000,000,000,000) → 2 billion";

    @Test
    void a_finding_is_read_in_the_language_of_the_page() {
        String unit = drafted("findings-read");

        given().header("Accept-Language", "ko")
                .get("/digests/findings-read?lang=en")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("<p lang=\"ko\">" + KOREAN),
                                containsString("치명"),
                                not(containsString("The number changed"))));
        given().header("Accept-Language", "en")
                .get("/digests/findings-read?lang=en")
                .then()
                .body(containsString("<p lang=\"en\">" + ENGLISH));
        given().get(Calls.UNITS + "/" + unit)
                .then()
                .body(
                        "target.findings[0].message",
                        containsString(ENGLISH),
                        "target.findings[0].remark.key",
                        is("numbers.scaled"));
    }

    @Test
    void what_speaks_against_an_approval_too() {
        String unit = drafted("findings-against");

        given().header("Accept-Language", "ko")
                .header("HX-Request", "true")
                .formParam("version", 1)
                .post("/digests/findings-against/units/" + unit + "/approve")
                .then()
                .statusCode(200)
                .body(containsString("<p>" + KOREAN));
    }

    /// A text with a finding, unread.
    private static String drafted(String key) {
        imported(key, "매개변수는 2조 개입니다.");
        String unit = translations(key, "en").getFirst();
        json("{\"text\":\"It has 2 billion parameters.\"}")
                .header("If-Match", "\"0\"")
                .put(Calls.UNITS + "/" + unit)
                .then()
                .statusCode(200);
        return unit;
    }
}
