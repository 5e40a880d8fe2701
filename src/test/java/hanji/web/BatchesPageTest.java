package hanji.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import hanji.account.Editor;
import hanji.batch.BatchOrder;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.segment.Language;
import hanji.testing.TestServer;
import hanji.workbench.Only;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The pages on batches and on what was spent, without a browser.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Timeout(60)
class BatchesPageTest {

    private static final List<String> SAMPLES = List.of("2026-03-02", "2026-03-03");

    @Inject Batches batches;

    private String finished(List<String> digests, Budget budget) throws InterruptedException {
        String id =
                batches.create(
                                new BatchOrder(
                                        digests,
                                        List.of(
                                                new BatchOrder.Task.Translate(
                                                        List.of(Language.EN, Language.DE))),
                                        "stub",
                                        Only.ALL,
                                        budget),
                                null,
                                Editor.everything("<b>Nobody</b>"))
                        .batch()
                        .id();
        while (!batches.get(id).state().over()) {
            Thread.sleep(20);
        }
        return id;
    }

    @Test
    void a_batch_has_a_page_with_its_numbers() throws Exception {
        String id = finished(SAMPLES, Budget.UNLIMITED);

        given().get("/batches/" + id)
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("2026-03-02 and 1 more"),
                                containsString("86 of 86"),
                                containsString("/digests/2026-03-03?lang=de"),
                                containsString("&lt;b&gt;Nobody&lt;/b&gt;"),
                                not(containsString("<b>Nobody"))));
        given().get("/batches").then().statusCode(200).body(containsString("/batches/" + id));
        given().get("/").then().statusCode(200).body(containsString("/batches/" + id));
        given().header("Accept-Language", "ko")
                .get("/batches/" + id + "/progress")
                .then()
                .body(allOf(containsString("완료"), not(containsString("<html"))));
    }

    @Test
    void a_batch_at_its_budget_goes_on_with_another() throws Exception {
        given().contentType("text/markdown")
                .body("### A paper\n- 아직 아무도 묻지 않은 문장입니다.\n")
                .post("/api/v1/digests?key=unasked")
                .then()
                .statusCode(201);
        String id = finished(List.of("unasked"), new Budget(null, 10L));
        given().get("/batches/" + id)
                .then()
                .body(allOf(containsString("The budget is spent"), containsString("maxTokens")));

        given().redirects()
                .follow(false)
                .formParam("maxTokens", "many")
                .post("/batches/" + id + "/retry")
                .then()
                .statusCode(400);
        given().redirects()
                .follow(false)
                .formParam("maxCost", "")
                .formParam("maxTokens", "9000000")
                .post("/batches/" + id + "/retry")
                .then()
                .statusCode(303);
        while (!batches.get(id).state().over()) {
            Thread.sleep(20);
        }
        assertThat(batches.progress(id).counts().open()).isZero();
    }

    @Test
    void what_was_spent_stands_in_charts_and_in_a_table() throws Exception {
        finished(SAMPLES, Budget.UNLIMITED);

        given().get("/stats?days=7&by=model")
                .then()
                .statusCode(200)
                .body(
                        allOf(
                                containsString("id=\"chart-calls\""),
                                containsString("class=\"n\">stub</th>"),
                                not(containsString("style=\""))));
        given().get("/batches/nothing").then().statusCode(404);
    }
}
