package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Timeout(60)
class SearchPageTest {

    private static final String KEY = "search-hostile";

    private static final String SOURCE = "담금질 <script>alert(1)</script> <b>zebrafish</b> & \"x\"";

    private static final String TARGET = "\"><img src=x onerror=alert(2)> zebrafish <i>zebrafish";

    @BeforeEach
    void a_digest_of_code() throws InterruptedException {
        markdown(
                        """
                        ### [<i>Zebrafish</i> "><img src=x onerror=alert(3)>](https://example.org/1)

                        Authors: <script>alert(4)</script> Zebrafish

                        - %s
                        """
                                .formatted(SOURCE))
                .queryParam("key", KEY)
                .post(DIGESTS);
        String unit = translations(KEY, "en").getFirst();
        if (given().get(UNITS + "/" + unit).jsonPath().getInt("version") == 0) {
            json("{\"text\":\"%s\"}".formatted(TARGET.replace("\"", "\\\"")))
                    .header("If-Match", "\"0\"")
                    .put(UNITS + "/" + unit)
                    .then()
                    .statusCode(200);
        }
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (given().queryParam("q", "\"x onerror alert 2\"")
                        .get("/api/v1/search")
                        .jsonPath()
                        .getInt("total")
                == 0) {
            assertThat(Instant.now()).as("the index follows").isBefore(end);
            Thread.sleep(100);
        }
    }

    private static Response search(String words) {
        return given().queryParam("q", words).get("/search");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zebrafish", "script", "alert", "\"img src\"", "onerror", "담금질"})
    void what_is_marked_in_code_stays_text(String words) {
        String html = search(words).then().statusCode(200).extract().asString();

        Document page = Jsoup.parse(html);
        assertThat(Html.errors(html)).isEmpty();
        assertThat(page.select(".hits script, .hits img, .hits b, .hits i")).isEmpty();
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select(".hits mark.hit"))
                .isNotEmpty()
                .allSatisfy(mark ->
                        assertThat(words.toLowerCase(java.util.Locale.ROOT))
                                .contains(mark.text().toLowerCase(java.util.Locale.ROOT)));
        List<String> texts =
                page.select(".hits .t").stream()
                        .map(Element::wholeText)
                        .map(String::strip)
                        .toList();
        assertThat(texts).contains(SOURCE, TARGET);
    }

    @Test
    void what_was_typed_stays_text() {
        String typed = "\"><script>alert(1)</script>";

        Document page = Jsoup.parse(search(typed).then().statusCode(200).extract().asString());

        assertThat(page.select("#search").attr("value")).isEqualTo(typed);
        assertThat(page.title()).startsWith(typed);
        assertThat(page.select("script:not([src])")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "x", "\"", "(((", "+ - && || ! * ?", "a\u0000b", "담"})
    void whatever_is_typed_is_answered_with_a_page(String words) {
        String html = search(words).then().statusCode(200).extract().asString();

        assertThat(Html.errors(html)).isEmpty();
        boolean asked = !words.isBlank();
        Document page = Jsoup.parse(html);
        assertThat(page.select("#results .empty, #results .hits").isEmpty()).isEqualTo(!asked);
    }

    @Test
    void more_than_anybody_types_is_refused_in_words() {
        search("a".repeat(200)).then().statusCode(200);
        for (int length : new int[] {201, 300}) {
            Response refused = search("a".repeat(length));
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(Jsoup.parse(refused.asString()).text())
                    .contains("q has %d characters: use at most 200.".formatted(length));
        }
        assertThat(search("a".repeat(10_000)).statusCode()).isBetween(400, 499);
        assertThat(given().get("/api/v1/search?q=" + "a".repeat(10_000)).statusCode())
                .isBetween(400, 499);
    }
}
