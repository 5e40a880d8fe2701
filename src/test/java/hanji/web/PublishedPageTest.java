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
import io.restassured.specification.RequestSpecification;
import java.io.StringReader;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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
    void each_page_names_its_language_and_all_in_which_it_stands() {
        String key = "published-both";
        for (String lang : List.of("en", "ja", "zh-CN")) {
            reviewed(key, lang);
            published(key, lang).statusCode(200);
        }
        reviewed(key, "de");

        for (String lang : List.of("en", "ja", "zh-CN")) {
            Document page = Jsoup.parse(page("/published/" + key + "/" + lang));

            assertThat(page.select("html").attr("lang")).isEqualTo(lang);
            assertThat(page.select("link[rel=alternate][hreflang]").eachAttr("hreflang"))
                    .containsExactly("en", "ja", "zh-CN", "x-default");
            assertThat(page.select("link[rel=canonical]").attr("href"))
                    .endsWith("/published/" + key + "/" + lang)
                    .isEqualTo(page.select("link[hreflang=" + lang + "]").attr("href"));
            assertThat(page.select(".pub-papers [lang=ko]")).isNotEmpty();
            assertThat(page.html()).doesNotContain("<script>alert(1)");
        }
    }

    /// Asks as a browser does that has the page.
    private static int again(String path, Response known, String... how) {
        RequestSpecification request = given();
        for (String header : how) {
            switch (header) {
                case "If-None-Match" -> request.header(header, known.header("ETag"));
                default -> request.header(header, known.header("Last-Modified"));
            }
        }
        return request.get(path).statusCode();
    }

    @Test
    void what_is_known_is_not_sent_again_until_it_changes() {
        String key = "published-known";
        String path = "/published/" + key + "/en";
        String feed = "/published/feed.atom?lang=en";
        reviewed(key, "en");
        published(key, "en").statusCode(200);

        for (String there : List.of(path, path + "/export?format=md", feed)) {
            Response known = given().get(there);
            assertThat(known.header("ETag")).startsWith("W/\"");
            assertThat(known.header("Cache-Control")).isEqualTo("no-cache");
            assertThat(again(there, known, "If-None-Match")).as(there).isEqualTo(304);
            assertThat(again(there, known, "If-Modified-Since")).as(there).isEqualTo(304);
            assertThat(again(there, known, "If-None-Match", "If-Modified-Since"))
                    .as(there)
                    .isEqualTo(304);
        }
        Response english = given().get(path);
        given().header("If-None-Match", english.header("ETag"))
                .header("If-Modified-Since", english.header("Last-Modified"))
                .header("Accept-Language", "ko")
                .get(path)
                .then()
                .statusCode(200);
    }

    /// Last-Modified counts seconds.
    @Test
    void a_date_alone_tells_of_a_withdrawal_too() throws Exception {
        String key = "published-dated";
        String path = "/published/" + key + "/en";
        String feed = "/published/feed.atom?lang=en";
        reviewed(key, "en");
        reviewed(key, "de");
        published(key, "de").statusCode(200);
        published(key, "en").statusCode(200);
        Response page = given().get(path);
        Response news = given().get(feed);
        Thread.sleep(1_100);

        given().post(DIGESTS + "/" + key + "/withdraw?lang=de").then().statusCode(200);
        assertThat(again(path, page, "If-Modified-Since")).isEqualTo(200);
        assertThat(again(feed, news, "If-Modified-Since")).isEqualTo(304);
        given().post(DIGESTS + "/" + key + "/withdraw?lang=en").then().statusCode(200);

        assertThat(again(path, page, "If-Modified-Since")).isEqualTo(410);
        assertThat(again(feed, news, "If-Modified-Since")).isEqualTo(200);
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
