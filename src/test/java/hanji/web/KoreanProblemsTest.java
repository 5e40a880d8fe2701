package hanji.web;

import static hanji.web.Calls.imported;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is wrong, in the reader's language, with what she sent in it.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
class KoreanProblemsTest {

    private static final String HOSTILE = "<script>alert(1)</script>";
    private static final String SHOWN = "&lt;script&gt;alert(1)&lt;/script&gt;";

    private static RequestSpecification korean() {
        return given().header("Accept-Language", "ko");
    }

    @Test
    void an_error_page() {
        korean().get("/digests/{key}", HOSTILE.replace("/", "|"))
                .then()
                .statusCode(404)
                .body(
                        allOf(
                                containsString("<html lang=\"ko\">"),
                                containsString(
                                        "<p lang=\"ko\">“&lt;script&gt;alert(1)&lt;|script&gt;” 다이제스트가 없습니다. 먼저 가져오세요.</p>"),
                                not(containsString("There is no digest")),
                                not(containsString("<script>alert"))));
        given().header("Accept-Language", "en")
                .get("/digests/nowhere")
                .then()
                .statusCode(404)
                .body(
                        containsString(
                                "<p lang=\"en\">There is no digest &quot;nowhere&quot;: import it first.</p>"));
    }

    @Test
    void a_note_beside_a_row() {
        imported("korean-note", "글입니다.");
        String unit = translations("korean-note", "en").getFirst();

        korean().header("HX-Request", "true")
                .formParam("model", HOSTILE)
                .post("/digests/korean-note/units/" + unit + "/redo")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("<p lang=\"ko\">모르는 모델입니다: “" + SHOWN + "”."),
                                not(containsString("<script>alert"))));
    }

    @Test
    void what_nobody_put_into_korean_says_that_it_is_english() {
        imported("korean-none", "아직 아무도 기록하지 않은 글입니다.");
        String unit = translations("korean-none", "en").getFirst();

        korean().header("HX-Request", "true")
                .formParam("model", "recorded")
                .post("/digests/korean-none/units/" + unit + "/redo")
                .then()
                .statusCode(200)
                .body(matchesPattern("(?s).*slip-problem\" role=\"alert\"><p lang=\"en\">[A-Z].*"));
    }

    @Test
    void an_upload_that_is_refused() {
        korean().header("HX-Request", "true")
                .multiPart("file", "<b>.md", "\n".getBytes(StandardCharsets.UTF_8))
                .post("/import")
                .then()
                .statusCode(200)
                .body(containsString("<span lang=\"ko\">“&lt;b&gt;.md” 파일이 비어 있습니다."));
    }

    @Test
    void lines_of_a_file_of_terms_that_are_of_no_use() {
        korean().header("HX-Request", "true")
                .multiPart(
                        "file",
                        "terms.csv",
                        "language,term,status\nko,말뭉치,좋음\n".getBytes(StandardCharsets.UTF_8))
                .post("/terms/import")
                .then()
                .statusCode(200)
                .body(containsString("<b class=\"t-bad\" lang=\"ko\">모르는 상태입니다: “좋음”. 쓸 수 있는 상태:"));
    }

    @Test
    void a_search_for_too_much() {
        korean().queryParam("q", "말".repeat(201))
                .get("/search")
                .then()
                .statusCode(400)
                .body(containsString("<p lang=\"ko\">찾을 말: 201자입니다. 200자까지 쓰세요.</p>"));
    }

    @Test
    void programs_are_told_in_english() {
        korean().get("/api/v1/digests/nowhere")
                .then()
                .statusCode(404)
                .body(containsString("There is no digest \\\"nowhere\\\": import it first."));
    }
}
