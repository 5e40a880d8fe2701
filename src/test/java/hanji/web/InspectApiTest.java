package hanji.web;

import static hanji.web.Calls.json;
import static hanji.web.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import hanji.testing.StubModelServer;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class InspectApiTest {

    private static final String INSPECT = "/api/v1/inspect";

    @SuppressWarnings("NullAway.Init") // set by TestServer
    StubModelServer stub;

    @Test
    void findings_come_back_in_the_order_of_the_pairs_and_no_model_is_asked() {
        int before = stub.calls();

        json("""
        {"items":[
          {"id":"clean","lang":"en","source":"데이터는 4만 개입니다.","target":"There are 40,000 data points."},
          {"id":"wrong","kind":"translation","lang":"zh","source":"데이터는 4만 개입니다.","target":"数据有4千个。"},
          {"id":"short","kind":"tldr","lang":"ko","source":"정확도가 올랐습니다.","target":"정확도가 7% 올랐습니다."}]}
        """)
                .post(INSPECT)
                .then()
                .statusCode(200)
                .body("items.id", is(List.of("clean", "wrong", "short")))
                .body("items[0].findings", empty())
                .body("items[1].findings.check", is(List.of("numbers")))
                .body("items[1].findings[0].category", is("accuracy/mistranslation/number"))
                .body("items[1].findings[0].severity", is("critical"))
                .body("items[1].findings[0].source[0]", is(5))
                .body("items[1].findings[0].target[1]", is(5))
                .body("items[1].findings[0].message", startsWith("The number changed: 4만"))
                .body("items[2].findings.check", is(List.of("grounded")));

        assertThat(stub.calls()).isEqualTo(before);
    }

    @Test
    void a_thousand_pairs_and_no_more() {
        json(body(1000, "Text")).post(INSPECT).then().statusCode(200);
        problem(
                json(body(1001, "Text")).post(INSPECT).then(),
                413,
                "\"items\" holds 1,001 pairs, and one call takes 1,000: send several.");
    }

    @Test
    void a_mebibyte_and_no_more() {
        problem(
                json(body(1, "a".repeat(1024 * 1024))).post(INSPECT).then(),
                413,
                "The texts of \"items\" hold 1,048,579 bytes, and one call takes 1,048,576: send several.");
    }

    private static String body(int items, String target) {
        return IntStream.range(0, items)
                .mapToObj(
                        "{\"id\":\"%d\",\"lang\":\"en\",\"source\":\"글\",\"target\":\"%%s\"}"
                                ::formatted)
                .map(item -> item.formatted(target))
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {}                                                                        | "items" needs at least one pair of texts.
                    {"items":[]}                                                              | "items" needs at least one pair of texts.
                    {"items":[null]}                                                          | items[0] is missing.
                    {"items":[{"lang":"en","source":"글","target":"t"}]}                      | items[0].id is missing.
                    {"items":[{"id":"1","lang":"en","source":"글"}]}                          | items[0].target is missing.
                    {"items":[{"id":"1","lang":"fr","source":"글","target":"t"}]}             | items[0].lang: Unknown language "fr": use one of en, ja, zh-CN, de.
                    {"items":[{"id":"1","lang":"ko","source":"글","target":"t"}]}             | items[0].lang: "ko" is the language of the digests: translate into one of en, ja, zh-CN, de.
                    {"items":[{"id":"1","lang":"en","source":"글","target":"Text"},{"id":"1","lang":"de","source":"글","target":"Text"}]} | items[1].id: "1" stands a second time: give each pair one of its own.
                    """)
    void a_request_that_cannot_be_used(String body, String sentence) {
        problem(json(body).post(INSPECT).then(), 400, sentence);
    }
}
