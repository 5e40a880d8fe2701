package hanji.web;

import static hanji.web.Calls.DIGESTS;
import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.json;
import static hanji.web.Calls.markdown;
import static hanji.web.Calls.translations;
import static hanji.web.Calls.units;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@Tag("postgresql")
class PublishedPageTest {

    private static final String DIGEST =
            """
            ## Daily Papers

            ### [<b>A</b> & {x} "y"](https://arxiv.org/abs/2401.13795)

            ![](https://example.org/a.png)

            Vote: 12

            Authors: <i>Ada</i>, Alan & Grace

            - **What's New**: 하나 <script>alert(1)</script> [눌러](javascript:alert(2))
            - 둘 `code` $x_1 < y$ \u202e거꾸로
              - 셋
            """;

    /// The first bullet approved, the others left as they are.
    private static void reviewed(String key, String lang) {
        markdown(DIGEST).queryParam("key", key).post(DIGESTS);
        approved(
                translations(key, lang).getFirst(),
                "**What's New**: one <script>alert(1)</script> [press](javascript:alert(2)) \\u2028 \\\"x\\\"");
    }

    private static void approved(String unit, String text) {
        json("{\"text\":\"%s\",\"approve\":true,\"reason\":\"as I read it\"}".formatted(text))
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + unit)
                .then()
                .statusCode(200)
                .body("state", is("reviewed"));
    }

    private static ValidatableResponse published(String key, String lang) {
        return given().post(DIGESTS + "/" + key + "/publish?lang=" + lang).then();
    }

    private static String page(String path) {
        return given().get(path).then().statusCode(200).extract().asString();
    }

    private static SyndFeed feed(String query) throws Exception {
        String text = page("/published/feed.atom" + query);
        SyndFeed feed = new SyndFeedInput().build(new StringReader(text));
        assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
        return feed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh-CN", "de"})
    void a_page_that_holds_all_kinds_of_texts_is_html(String lang) {
        String key = "published-" + lang;
        reviewed(key, lang);
        published(key, lang).statusCode(200);

        assertThat(Html.errors(page("/published/" + key + "/" + lang))).isEmpty();
        assertThat(Html.errors(page("/published"))).isEmpty();
        assertThat(Html.errors(page("/digests/" + key + "/preview?lang=" + lang))).isEmpty();
        assertThat(Html.errors(page("/published/" + key + "/" + lang + "/export?format=html")))
                .isEmpty();
    }

    @Test
    void the_checker_would_tell() {
        assertThat(Html.errors("<!DOCTYPE html><html lang=en><title>x</title><p><div></p>"))
                .isNotEmpty();
    }

    @Test
    void each_language_names_the_others_and_a_page_that_is_known_is_not_sent_again() {
        String key = "published-both";
        reviewed(key, "en");
        reviewed(key, "ja");
        published(key, "en").statusCode(200);
        published(key, "ja").statusCode(200);

        Response english = given().get("/published/" + key + "/en");

        assertThat(english.asString())
                .contains("hreflang=\"ja\"")
                .contains("rel=\"canonical\"")
                .contains("lang=\"ko\"")
                .doesNotContain("<script>alert(1)");
        given().header("If-None-Match", english.header("ETag"))
                .get("/published/" + key + "/en")
                .then()
                .statusCode(304);
    }

    @Test
    void the_feed_holds_what_is_published_in_a_language() throws Exception {
        reviewed("feed-one", "en");
        reviewed("feed-one", "de");
        published("feed-one", "en").statusCode(200);
        published("feed-one", "de").statusCode(200);

        List<SyndEntry> all = feed("").getEntries();
        List<SyndEntry> german = feed("?lang=de").getEntries();

        assertThat(all).extracting(SyndEntry::getUri).doesNotHaveDuplicates();
        assertThat(all)
                .filteredOn(entry -> entry.getLink().contains("/feed-one/"))
                .hasSize(2)
                .allSatisfy(entry -> {
                    assertThat(entry.getUpdatedDate()).isNotNull();
                    assertThat(entry.getUri()).startsWith("tag:");
                });
        assertThat(german)
                .filteredOn(entry -> entry.getLink().contains("/feed-one/"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getLink()).endsWith("/published/feed-one/de"));
    }

    @Test
    void a_download_differs_from_the_source_in_segments_only() {
        String key = "published-md";
        markdown(DIGEST).queryParam("key", key).post(DIGESTS);
        approved(translations(key, "en").get(1), "two");
        published(key, "en").statusCode(200);

        assertThat(page("/published/" + key + "/en/export?format=md"))
                .isEqualTo(DIGEST.replace("둘 `code` $x_1 < y$ \u202e거꾸로", "two"));
    }

    @Test
    void whoever_asks_for_all_is_told_what_is_left() {
        String key = "published-all";
        reviewed(key, "en");

        given().post(DIGESTS + "/" + key + "/publish?lang=en&only=all")
                .then()
                .statusCode(409)
                .body("detail", containsString("2 of the 3 bullets"));
        given().get("/published/" + key + "/en").then().statusCode(404);
    }

    @Test
    void what_is_withdrawn_is_gone_and_can_come_back() throws Exception {
        String key = "published-gone";
        reviewed(key, "en");
        published(key, "en").statusCode(200);
        given().post(DIGESTS + "/" + key + "/withdraw?lang=en").then().statusCode(200);

        given().get("/published/" + key + "/en").then().statusCode(410);
        assertThat(units(key, "en").getList("units.state")).doesNotContain("final");
        assertThat(feed("").getEntries())
                .noneMatch(entry -> entry.getLink().contains("/" + key + "/"));
        given().post(DIGESTS + "/" + key + "/withdraw?lang=en").then().statusCode(409);

        published(key, "en").statusCode(200);

        assertThat(page("/published/" + key + "/en")).contains("one");
        assertThat(units(key, "en").getList("units.state")).contains("final");
    }
}
