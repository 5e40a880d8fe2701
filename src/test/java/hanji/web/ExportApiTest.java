package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.drafted;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.problem;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@Tag("postgresql")
class ExportApiTest {

    private static final String DIGEST =
            """
            ### [<b>A</b> & {x}](javascript:alert(1))

            - **What's New**: 하나 <script>alert(1)</script> [눌러](javascript:alert(2))
            - 둘
            """;

    /// One bullet approved, one only drafted.
    private static void reviewed(String key) {
        markdown(DIGEST).queryParam("key", key).post(DIGESTS).then().statusCode(201);
        var units = translations(key, "en");
        json("""
        {"text":"**What's New**: One <script>alert(1)</script> [press](javascript:alert(2))",
         "approve":true,"reason":"as in the source"}
        """)
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + units.get(0))
                .then()
                .statusCode(200)
                .body("state", is("reviewed"));
        drafted(units.get(1));
    }

    private static Response export(String key, String format, String state) {
        return given().queryParams(Map.of("lang", "en", "format", format, "state", state))
                .get(DIGESTS + "/" + key + "/export");
    }

    @Test
    void markdown_differs_in_approved_bullets_only() {
        reviewed("export-md");
        String approved = DIGEST.replace("하나", "One").replace("눌러", "press");

        Response answer = export("export-md", "md", "reviewed");
        assertThat(answer.contentType()).isEqualTo("text/markdown;charset=utf-8");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"export-md.en.md\"; filename*=UTF-8''export-md.en.md");
        assertThat(answer.asString()).isEqualTo(approved);
        assertThat(export("export-md", "md", "any").asString())
                .isEqualTo(approved.replace("- 둘", "- [en] 둘"));
    }

    @Test
    void json_says_whose_text_it_is() {
        reviewed("export-json");

        export("export-json", "json", "reviewed")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("key", is("export-json"))
                .body("target", is("en"))
                .body("entries[0].title", is("<b>A</b> & {x}"))
                .body("entries[0].segments[0].target.state", is("reviewed"))
                .body("entries[0].segments[0].target.provenance.editor", is("Editor"))
                .body("entries[0].segments[1].source", is("둘"))
                .body("entries[0].segments[1].target", nullValue());
        export("export-json", "json", "any")
                .then()
                .body("entries[0].segments[1].target.text", is("[en] 둘"))
                .body("entries[0].segments[1].target.provenance.model", is("stub"));
    }

    @Test
    void html_holds_texts_and_no_code() {
        reviewed("export-html");

        Response answer = export("export-html", "html", "any");

        assertThat(answer.contentType()).isEqualTo("text/html;charset=utf-8");
        String page = answer.asString();
        assertThat(page)
                .doesNotContain("<script", "<b>", "javascript:")
                .doesNotContainPattern("(?i)<[^>]*\\son[a-z]+=")
                .contains("<h2 lang=\"en\">&lt;b&gt;A&lt;/b&gt; &amp; {x}</h2>")
                .contains(
                        "<strong>What&#39;s New</strong>: One &lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("<li lang=\"en\">[en] 둘</li>");
        assertThat(answer.then().extract().htmlPath().getString("html.body.article.h2"))
                .isEqualTo("<b>A</b> & {x}");
    }

    @Test
    void publishing_needs_an_approval_and_makes_it_final() {
        markdown(DIGEST).queryParam("key", "publish").post(DIGESTS);
        String unit = translations("publish", "de").getFirst();
        problem(
                given().queryParam("lang", "de").post(DIGESTS + "/publish/publish").then(),
                409,
                "No translation of publish into German is approved: approve some before publishing.");

        json("{\"text\":\"Eins\",\"approve\":true,\"reason\":\"kurz\"}")
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit);
        given().queryParam("lang", "de")
                .post(DIGESTS + "/publish/publish")
                .then()
                .statusCode(200)
                .body("units", is(1))
                .body("language", is("de"))
                .body("actor", is("Editor"));
        given().get(UNITS + "/" + unit)
                .then()
                .body("state", is("final"))
                .body("history[0].act", is("published"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-03-02 | format=md            | 400 | Which language? Add ?lang= with one of en, ja, zh-CN, de.
                    2026-03-02 | lang=xx              | 400 | Unknown language "xx": use one of en, ja, zh-CN, de.
                    2026-03-02 | lang=en&format=docx  | 400 | Unknown format "docx" of an export: use md, json, html, xliff, xliff12 or tmx.
                    2026-03-02 | lang=en&state=draft  | 400 | Unknown state "draft" of an export: use reviewed or any.
                    2001-01-01 | lang=en              | 404 | There is no digest "2001-01-01": import it first.
                    """)
    void what_cannot_be_exported(String key, String query, int status, String sentence) {
        problem(given().get(DIGESTS + "/" + key + "/export?" + query).then(), status, sentence);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-02,''", "2026-03-02,ko", "2001-01-01,en"})
    void what_cannot_be_published(String key, String lang) {
        given().queryParam("lang", lang)
                .post(DIGESTS + "/" + key + "/publish")
                .then()
                .statusCode(key.equals("2001-01-01") ? 404 : 400)
                .contentType("application/problem+json");
    }
}
