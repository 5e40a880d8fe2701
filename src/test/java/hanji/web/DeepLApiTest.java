package hanji.web;

import static hanji.web.Calls.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.deepl.api.DeepLException;
import com.deepl.api.Formality;
import com.deepl.api.GlossaryInfo;
import com.deepl.api.Language;
import com.deepl.api.TextResult;
import com.deepl.api.TextTranslationOptions;
import com.deepl.api.Translator;
import com.deepl.api.TranslatorOptions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The door for clients of DeepL, also by DeepL's own client for Java.
@QuarkusTest
class DeepLApiTest {

    private static final String TRANSLATE = "/v2/translate";

    private static final String TRANSFORMER =
            "This paper proposes the Transformer, a new model built solely on attention mechanisms that uses no recurrence or convolutions at all.";

    private static Translator client() {
        return new Translator(
                "hanji_token",
                new TranslatorOptions()
                        .setServerUrl("http://localhost:" + RestAssured.port)
                        .setMaxRetries(0));
    }

    /// What a recorded answer is there for.
    private static String recorded() {
        return given().get("/api/v1/digests/2026-03-02").path("entries[0].segments[1].text");
    }

    @Test
    void json_and_forms_are_answered_alike() {
        String source = recorded();

        json("{\"text\":[\"%s\"],\"target_lang\":\"EN-US\",\"split_sentences\":\"0\"}"
                        .formatted(source))
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .header("X-Hanji-State", "draft")
                .header("X-Hanji-Findings", startsWith("critical=0"))
                .body("translations.text", is(List.of(TRANSFORMER)))
                .body("translations[0].detected_source_language", is("KO"));
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("text", source)
                .formParam("target_lang", "en")
                .post(TRANSLATE)
                .then()
                .statusCode(200)
                .body("translations.text", is(List.of(TRANSFORMER)));
    }

    @Test
    void its_client_translates_one_text_and_several() throws Exception {
        String source = recorded();

        List<TextResult> results = client().translateText(List.of(source, source), "ko", "en-US");

        assertThat(results).extracting(TextResult::getText).containsOnly(TRANSFORMER).hasSize(2);
        assertThat(client().translateText(source, null, "en-GB").getDetectedSourceLanguage())
                .isEqualTo("ko");
    }

    @Test
    void its_client_reads_languages_usage_and_glossaries() throws Exception {
        assertThat(client().getSourceLanguages()).extracting(Language::getCode).containsOnly("ko");
        assertThat(client().getTargetLanguages())
                .extracting(Language::getCode, Language::getSupportsFormality)
                .contains(tuple("de", true), tuple("en-US", false));
        assertThat(client().getUsage().anyLimitReached()).isFalse();
        assertThat(client().getUsage().getCharacter()).isNotNull();
        assertThat(client().getGlossaryLanguages()).hasSize(4);
    }

    @Test
    void a_glossary_shows_the_terms_of_its_language() throws Exception {
        json("{\"terms\":[{\"language\":\"ko\",\"text\":\"딥엘용어\",\"status\":\"preferred\"},{\"language\":\"de\",\"text\":\"Testbegriff\",\"status\":\"preferred\"},{\"language\":\"de\",\"text\":\"Unwort\",\"status\":\"forbidden\"}]}")
                .post("/api/v1/terms")
                .then()
                .statusCode(201);

        GlossaryInfo german =
                client().listGlossaries().stream()
                        .filter(glossary -> glossary.getTargetLang().equals("de"))
                        .findFirst()
                        .orElseThrow();

        assertThat(client().getGlossaryEntries(german))
                .containsEntry("딥엘용어", "Testbegriff")
                .doesNotContainValue("Unwort");
        assertThat(client().getGlossary(german.getGlossaryId()).getEntryCount()).isPositive();
        assertThatThrownBy(() -> client().deleteGlossary(german))
                .hasMessageContaining("change it at /terms");
        assertThatThrownBy(() ->
                        client().translateText(
                                        recorded(),
                                        "ko",
                                        "en-US",
                                        new TextTranslationOptions().setGlossary(german)))
                .hasMessageContaining("is for de");
    }

    @Test
    void its_client_tells_what_is_wrong() {
        assertThatThrownBy(() -> client().translateText("글", "en", "de"))
                .isInstanceOf(DeepLException.class)
                .hasMessageContaining("Hanji translates from KO");
        assertThatThrownBy(() -> client().translateText("글", "ko", "fr"))
                .hasMessageContaining("'target_lang' not supported");
        assertThatThrownBy(() ->
                        client().translateText(
                                        "글",
                                        "ko",
                                        "zh",
                                        new TextTranslationOptions().setFormality(Formality.More)))
                .hasMessageContaining("'formality' is not supported");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    400 | {"target_lang":"DE"}                                          | "text" needs at least one text.
                    400 | {"text":["글"]}                                               | Parameter 'target_lang' not specified.
                    400 | {"text":["글"," "],"target_lang":"DE"}                        | text[1] is empty.
                    400 | {"text":["글"],"target_lang":"DE","tag_handling":"xml"}       | 'tag_handling' is not supported: leave it out, and send plain text or Markdown.
                    400 | {"text":["글"],"target_lang":"DE","formality":"rude"}         | Value for 'formality' not supported: use default, more, less, prefer_more or prefer_less.
                    404 | {"text":["글"],"target_lang":"DE","glossary_id":"none"}       | Glossary not found: GET /v2/glossaries lists them.
                    502 | {"text":["적힌 적 없는 글"],"target_lang":"ZH-HANS"}          | With model "recorded", no answer is recorded for this text: “적힌 적 없는 글”. Choose a configured model.
                    """)
    void errors_have_its_shape(int status, String body, String sentence) {
        json(body)
                .post(TRANSLATE)
                .then()
                .statusCode(status)
                .contentType("application/json")
                .body("message", is(sentence))
                .body("size()", is(1));
    }

    @Test
    void what_is_too_much_is_413_and_what_is_not_there_404() {
        json("{\"text\":[\"%s\"],\"target_lang\":\"JA\"}"
                        .formatted(String.join("\",\"", Collections.nCopies(51, "글"))))
                .post(TRANSLATE)
                .then()
                .statusCode(413)
                .body(
                        "message",
                        is("\"text\" holds 51 texts, and one call takes 50: send several."));
        given().get("/v2/document").then().statusCode(404).body("message", startsWith("There is"));
        json("{").post(TRANSLATE).then().statusCode(400).body("message", startsWith("The body"));
    }
}
