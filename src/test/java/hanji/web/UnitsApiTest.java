package hanji.web;

import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.decided;
import static hanji.web.Calls.drafted;
import static hanji.web.Calls.imported;
import static hanji.web.Calls.json;
import static hanji.web.Calls.problem;
import static hanji.web.Calls.translations;
import static hanji.web.Calls.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("postgresql")
class UnitsApiTest {

    private static String only(String key) {
        imported(key, "오픈 소스로 공개했습니다.");
        return translations(key, "en").getFirst();
    }

    @Test
    void segments_come_before_the_condensations_of_their_entry() {
        imported("order", "하나", "둘");

        assertThat(units("order", "ja").getList("units.place"))
                .isEqualTo(List.of("1.1", "1.2", "1.headline", "1.tldr", "1.bullets"));
        assertThat(units("order", "ja").getList("units.state", String.class))
                .containsOnly("initial");
    }

    @Test
    void a_life_from_draft_to_approval_and_back() {
        String unit = only("life");

        drafted(unit);
        problem(
                decided(unit, "approve", "{}"),
                409,
                "A critical finding stands against this text: give a \"reason\" to approve it all the same.");
        decided(unit, "approve", "{\"reason\":\"the Hangul is a name\"}")
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("state", is("reviewed"))
                .body("mark", is("approved"))
                .body("actor", is("Editor"))
                .body("target.provenance.by", is("machine"))
                .body("target.text", is("[en] 오픈 소스로 공개했습니다."));
        decided(unit, "undo", "")
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("state", is("translated"));
        decided(unit, "reject", "{\"reason\":\"Hangul is left\"}")
                .statusCode(200)
                .body("state", is("initial"))
                .body("mark", is("rejected"))
                .body("reason", is("Hangul is left"));
        given().get(UNITS + "/" + unit)
                .then()
                .statusCode(200)
                .header("ETag", "\"4\"")
                .body("version", is(4))
                .body("history.act", is(List.of("rejected", "undone", "approved", "drafted")));
    }

    @Test
    void decisions_need_no_body() throws IOException, InterruptedException {
        String unit = translations("2026-03-04", "en").getFirst();

        assertThat(bare(unit, "redo")).isEqualTo(200);
        assertThat(bare(unit, "approve")).isEqualTo(200);
        assertThat(bare(unit, "undo")).isEqualTo(200);
        assertThat(bare(unit, "reject")).isEqualTo(409);
        given().get(UNITS + "/" + unit)
                .then()
                .body("history.act", is(List.of("undone", "approved", "drafted")));
    }

    /// Without a body and without a Content-Type, as `curl -X POST` sends it.
    private static int bare(String unit, String decision) throws IOException, InterruptedException {
        URI address =
                URI.create(
                        "%s:%d%s/%s/%s"
                                .formatted(
                                        RestAssured.baseURI,
                                        RestAssured.port,
                                        UNITS,
                                        unit,
                                        decision));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    @Test
    void a_redo_of_what_a_person_wrote_is_a_proposal_beside_it() {
        String unit = only("proposal");
        json("{\"text\":\"Released as open source.\",\"approve\":true}")
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(200)
                .body("state", is("reviewed"))
                .body("target.provenance.by", is("human"));

        drafted(unit);

        given().get(UNITS + "/" + unit)
                .then()
                .body("state", is("reviewed"))
                .body("target.text", is("Released as open source."))
                .body("proposal.text", is("[en] 오픈 소스로 공개했습니다."));
    }

    @Test
    void an_edit_without_the_version_it_was_made_of() {
        problem(
                json("{\"text\":\"Mine\"}").put(UNITS + "/" + only("unversioned")).then(),
                428,
                "Send If-Match with the ETag of the version you edited, so that nobody's work is lost.");
    }

    @Test
    void somebody_was_faster() {
        String unit = only("faster");
        json("{\"text\":\"Theirs\"}").header("If-Match", "\"0\"").put(UNITS + "/" + unit);

        problem(
                json("{\"text\":\"Mine\"}")
                        .header("If-Match", "\"0\"")
                        .put(UNITS + "/" + unit)
                        .then()
                        .body("current.version", is(1))
                        .body("current.target.text", is("Theirs"))
                        .body("yours", is("Mine")),
                412,
                "Somebody was faster: \"current\" is what stands now. Nothing was changed.");
        problem(
                json("{}").header("If-Match", "\"0\"").post(UNITS + "/" + unit + "/approve").then(),
                412,
                "Somebody was faster: \"current\" is what stands now. Nothing was changed.");
        given().get(UNITS + "/" + unit)
                .then()
                .body("version", is(1))
                .body("target.text", is("Theirs"));
    }

    @Test
    void what_both_changed_apart_comes_back_in_one() {
        String unit = only("merged");
        json("{\"text\":\"The old model reads ten books.\"}")
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit);
        json("{\"text\":\"The old model reads twelve books.\"}")
                .header("If-Match", "\"1\"")
                .put(UNITS + "/" + unit);

        json("{\"text\":\"The new model reads ten books.\"}")
                .header("If-Match", "\"1\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(412)
                .body("current.target.text", is("The old model reads twelve books."))
                .body("yours", is("The new model reads ten books."))
                .body("merged", is("The new model reads twelve books."));
        json("{\"text\":\"The old model reads nine books.\"}")
                .header("If-Match", "\"1\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(412)
                .body("yours", is("The old model reads nine books."))
                .body("merged", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "\"-1\"", "*", "\"1\", \"2\"", "\"99999999999\""})
    void an_etag_that_is_none(String etag) {
        problem(
                json("{\"text\":\"Mine\"}")
                        .header("If-Match", etag)
                        .put(UNITS + "/" + translations("2026-03-02", "de").getFirst())
                        .then(),
                400,
                "If-Match is %s, and an ETag of a unit looks like \"3\".".formatted(etag));
    }

    @Test
    void what_cannot_be_decided_says_why() {
        String unit = only("undecided");

        problem(decided(unit, "approve", "{}"), 409, "There is no text to approve here.");
        problem(
                decided(unit, "reject", "{\"reason\":\"x\"}"),
                409,
                "There is no text to reject here.");
        problem(decided(unit, "undo", ""), 409, "There is no decision to take back.");
        problem(
                json("{\"text\":\" \"}").header("If-Match", "\"0\"").put(UNITS + "/" + unit).then(),
                409,
                "The text is empty: write one, or reject the unit.");
        problem(
                json("{}").header("If-Match", "\"0\"").put(UNITS + "/" + unit).then(),
                400,
                "The body needs a \"text\".");
        problem(
                json("{\"text\":\"%s\"}".formatted("a".repeat(20_001)))
                        .header("If-Match", "\"0\"")
                        .put(UNITS + "/" + unit)
                        .then(),
                413,
                "The text has 20,001 characters; a unit holds at most 20,000.");
        given().get(UNITS + "/" + unit)
                .then()
                .body("version", is(0))
                .body("target", nullValue())
                .body("history", is(List.of()));
    }

    @Test
    void recorded_answers_draft_the_samples_and_follow_no_instruction() {
        String unit = translations("2026-03-03", "en").getFirst();

        problem(
                json("{\"instruction\":\"shorter\"}").post(UNITS + "/" + unit + "/redo").then(),
                502,
                "A recorded answer cannot follow an instruction: edit the text, or connect a model (README, \"Connecting a model\") and choose it.");
        json("{}")
                .post(UNITS + "/" + unit + "/redo")
                .then()
                .statusCode(200)
                .body("state", is("translated"))
                .body("target.provenance.model", is("recorded"))
                .body("target.provenance.modelName", is("authored"));
    }

    @Test
    void states_and_risk_choose_and_order() {
        imported("risky", "하나", "둘", "셋");
        List<String> all = translations("risky", "de");
        drafted(all.get(2));

        assertThat(listed(Map.of("digest", "risky", "lang", "de", "state", "translated")))
                .isEqualTo(List.of(all.get(2)));
        assertThat(listed(Map.of("digest", "risky", "lang", "de", "order", "risk")).getFirst())
                .isEqualTo(all.get(2));
    }

    private static List<String> listed(Map<String, String> query) {
        return given().queryParams(query)
                .get(UNITS)
                .then()
                .statusCode(200)
                .extract()
                .path("units.id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lang=en                                 | 400 | Which digest? Add ?digest= with its key, as 2024-01-26.
                    digest=2026-03-02                       | 400 | Which language? Add ?lang= with one of en, ja, zh-CN, de.
                    digest=2001-01-01&lang=en               | 404 | There is no digest "2001-01-01": import it first.
                    digest=2026-03-02&lang=xx               | 400 | Unknown language "xx": use one of en, ja, zh-CN, de.
                    digest=2026-03-02&lang=ko               | 400 | "ko" is the language of the digests: translate into one of en, ja, zh-CN, de.
                    digest=2026-03-02&lang=en&state=done    | 400 | Unknown state "done": use initial, translated, reviewed or final.
                    digest=2026-03-02&lang=en&order=random  | 400 | Unknown order "random": use page or risk.
                    """)
    void a_list_of_what_there_is_not(String query, int status, String sentence) {
        problem(given().get(UNITS + "?" + query).then(), status, sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "translation-1-xx",
                "translation-1-ko",
                "sing-1-en",
                "translation--1-en"
            })
    void an_id_that_is_none(String id) {
        problem(
                given().get(UNITS + "/" + id).then(),
                404,
                "There is no unit \"%s\": ids look like translation-12-en.".formatted(id));
    }

    @Test
    void an_id_that_nothing_has() {
        problem(
                given().get(UNITS + "/translation-999999-en").then(),
                404,
                "There is no such unit: its digest no longer holds it.");
    }

    @Test
    void a_redo_with_an_unknown_model() {
        problem(
                json("{\"model\":\"gpt\"}")
                        .post(UNITS + "/" + translations("2026-03-02", "de").getFirst() + "/redo")
                        .then(),
                400,
                "Unknown model \"gpt\": use one of down, error, slow, stub, recorded.");
    }
}
