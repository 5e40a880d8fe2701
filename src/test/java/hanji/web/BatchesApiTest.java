package hanji.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.batch.Batches;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import hanji.testing.TestServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Batches as scripts ask for them.
@QuarkusTest
@QuarkusTestResource(TestServer.class)
@Tag("postgresql")
@Timeout(60)
class BatchesApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger DIGESTS = new AtomicInteger();

    private StubModelServer stub;

    @Inject Batches batches;

    @TestHTTPResource("/")
    URI server;

    @AfterEach
    void answer_again() {
        stub.always(new Fault.None()).latency(Duration.ZERO);
    }

    /// A digest of its own with so many entries of two bullets.
    private static String digest(int entries) {
        String key = "batch-" + DIGESTS.incrementAndGet();
        String markdown =
                IntStream.rangeClosed(1, entries)
                        .mapToObj(n -> "### %s %d\n- 하나 %d\n- 둘 %d\n".formatted(key, n, n, n))
                        .collect(Collectors.joining("\n"));
        given().contentType("text/markdown")
                .body(markdown)
                .post("/api/v1/digests?key=" + key)
                .then()
                .statusCode(201);
        return key;
    }

    private static String order(String digest, String rest) {
        return """
        {"digests":["%s"],"tasks":[{"kind":"translate","targets":["en"]}],"model":"stub"%s}\
        """
                .formatted(digest, rest);
    }

    private static Response post(String body) {
        return given().contentType(ContentType.JSON).body(body).post("/api/v1/batches");
    }

    private static JsonNode get(String id) throws Exception {
        return JSON.readTree(given().get("/api/v1/batches/" + id).asString());
    }

    private static JsonNode finished(String id) throws Exception {
        JsonNode now = get(id);
        while (List.of("queued", "running").contains(now.path("state").asText())) {
            Thread.sleep(20);
            now = get(id);
        }
        return now;
    }

    @Test
    void a_batch_is_accepted_drafted_and_told() throws Exception {
        String digest = digest(3);

        Response created =
                post(
                        """
                        {"digests":["%s"],"tasks":[{"kind":"translate","targets":["en","ja"]},
                         {"kind":"condense","styles":["tldr"],"targets":["en"]}],"model":"stub","only":"missing",
                         "budget":{"maxCost":5.0,"maxTokens":null}}\
                        """
                                .formatted(digest));

        created.then().statusCode(202).header("Location", containsString("/api/v1/batches/"));
        String id = created.path("id");
        JsonNode done = finished(id);
        assertThat(done.path("state").asText()).isEqualTo("done");
        assertThat(done.path("counts"))
                .isEqualTo(
                        JSON.readTree(
                                "{\"total\":15,\"done\":15,\"reused\":0,\"cached\":0,\"failed\":0}"));
        assertThat(done.path("calls").asInt()).isEqualTo(9);
        assertThat(done.path("tokens").path("in").asInt()).isPositive();
        assertThat(done.path("cost").decimalValue()).isPositive();

        List<JsonNode> lines = new ArrayList<>();
        for (String line :
                given().get("/api/v1/batches/" + id + "/results").asString().split("\n")) {
            lines.add(JSON.readTree(line));
        }
        assertThat(lines).hasSize(15);
        assertThat(lines)
                .allSatisfy(line -> {
                    assertThat(line.path("outcome").asText()).isEqualTo("drafted");
                    assertThat(line.path("text").asText()).isNotBlank();
                    assertThat(line.path("provenance").path("model").asText()).isEqualTo("stub");
                });
    }

    @Test
    void a_dry_run_creates_nothing() throws Exception {
        String digest = digest(2);
        int before = batches.page(0, 200).size();

        given().contentType(ContentType.JSON)
                .body(order(digest, ""))
                .post("/api/v1/batches?dryRun=true")
                .then()
                .statusCode(200)
                .body("units", equalTo(4))
                .body("requests", equalTo(2))
                .body("calls", equalTo(2))
                .body("tokens.in", notNullValue())
                .body("cost", notNullValue());

        assertThat(batches.page(0, 200)).hasSize(before);
    }

    @Test
    void the_same_key_gives_the_same_batch_and_another_order_a_conflict() {
        String digest = digest(2);
        String key = "key of " + digest;

        String first = keyed(key, order(digest, "")).path("id");
        keyed(key, order(digest, "")).then().statusCode(202).body("id", equalTo(first));
        keyed(key, order(digest, ",\"only\":\"all\""))
                .then()
                .statusCode(409)
                .body("detail", containsString("Idempotency-Key"));
        keyed("k".repeat(201), order(digest, "")).then().statusCode(400);
    }

    private static Response keyed(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/batches");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    {"digests":["none"],"tasks":[{"kind":"translate","targets":["en"]}]} | 400 | digests[0]: There is no digest "none"
                    {"digests":[],"tasks":[{"kind":"translate","targets":["en"]}]} | 400 | digests: it needs at least one
                    {"tasks":[{"kind":"translate","targets":["en"]}]} | 400 | digests: it needs at least one
                    {"digests":["2026-03-02"]} | 400 | tasks: it needs at least one
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["xx"]}]} | 400 | tasks[0].targets[0]: Unknown language "xx"
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en","ko"]}]} | 400 | tasks[0].targets[1]: "ko" is the language of the digests
                    {"digests":["2026-03-02"],"tasks":[{"kind":"summarise","targets":["en"]}]} | 400 | tasks[0].kind: "summarise" is not known
                    {"digests":["2026-03-02"],"tasks":[{"kind":"condense","styles":["poem"],"targets":["en"]}]} | 400 | tasks[0].styles[0]: Unknown style "poem"
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en"]}],"model":"maxi"} | 400 | model: Unknown model "maxi"
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en"]}],"only":"some"} | 400 | only: "some" is not known
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en"]}],"budget":{"maxCost":-1}} | 400 | budget.maxCost: it is negative
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en"]}],"budget":{"maxTokens":-5}} | 400 | budget.maxTokens: it is negative
                    {"digests":["2026-03-02"],"tasks":[{"kind":"translate","targets":["en"]}],"bugdet":{}} | 400 | bugdet
                    {"digests":["2026-03-02"], | 400 | not the JSON this call takes
                    """)
    void bad_orders_name_the_field_and_create_nothing(String body, int status, String detail) {
        int before = batches.page(0, 200).size();

        post(body)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("detail", containsString(detail));

        assertThat(batches.page(0, 200)).hasSize(before);
    }

    @Test
    void a_megabyte_of_ids_is_refused() {
        String ids =
                IntStream.range(0, 70_000)
                        .mapToObj(n -> "\"2026-03-02 %04d\"".formatted(n))
                        .collect(Collectors.joining(","));

        post("{\"digests\":["
                        + ids
                        + "],\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"en\"]}]}")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("64 KiB"));
    }

    @Test
    void unknown_batches_are_not_found() {
        for (String path : List.of("", "/events", "/results")) {
            given().get("/api/v1/batches/nothing" + path).then().statusCode(404);
        }
        given().post("/api/v1/batches/nothing/cancel").then().statusCode(404);
        given().post("/api/v1/batches/nothing/retry").then().statusCode(404);
    }

    @Test
    void progress_and_results_stream_while_it_runs() throws Exception {
        stub.latency(Duration.ofMillis(150));
        String id = post(order(digest(30), "")).path("id");
        HttpClient client = HttpClient.newHttpClient();

        List<String> events = new ArrayList<>();
        var response =
                client.send(
                        HttpRequest.newBuilder(server.resolve("api/v1/batches/" + id + "/events"))
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        var results =
                client.send(
                        HttpRequest.newBuilder(server.resolve("api/v1/batches/" + id + "/results"))
                                .build(),
                        BodyHandlers.ofInputStream());
        boolean early;
        List<String> lines = new ArrayList<>();
        try (var reader =
                new BufferedReader(new InputStreamReader(results.body(), StandardCharsets.UTF_8))) {
            lines.add(reader.readLine());
            early = !get(id).path("state").asText().equals("done");
            response.body().forEach(events::add);
            reader.lines().forEach(lines::add);
        }

        assertThat(early).as("the first line came before the end").isTrue();
        assertThat(lines).hasSize(60).allMatch(line -> line.startsWith("{"));
        assertThat(events).anyMatch(line -> line.equals("event:progress"));
        assertThat(events).filteredOn(line -> line.equals("event:end")).hasSize(1);
        JsonNode last =
                JSON.readTree(
                        events.stream()
                                .filter(line -> line.startsWith("data:"))
                                .reduce((_, later) -> later)
                                .orElseThrow()
                                .substring("data:".length()));
        assertThat(last.path("counts").path("done").asInt()).isEqualTo(60);
    }

    @Test
    void cancel_takes_effect_within_a_call_and_retry_asks_for_the_failed_only() throws Exception {
        stub.latency(Duration.ofMillis(200));
        String cancelled = post(order(digest(60), "")).path("id");
        while (get(cancelled).path("counts").path("done").asInt() == 0) {
            Thread.sleep(10);
        }
        given().post("/api/v1/batches/" + cancelled + "/cancel")
                .then()
                .statusCode(200)
                .body("state", is("cancelled"));
        while (stub.inFlight() > 0) {
            Thread.sleep(10);
        }
        int calls = stub.calls();
        Thread.sleep(400);
        assertThat(stub.calls()).as("two more latencies later").isEqualTo(calls);
        given().post("/api/v1/batches/" + cancelled + "/retry").then().statusCode(409);

        stub.latency(Duration.ZERO).always(Fault.Status.of(400));
        String failing = post(order(digest(2), "")).path("id");
        assertThat(finished(failing).path("state").asText()).isEqualTo("failed");
        stub.always(new Fault.None());
        int before = stub.calls();
        given().post("/api/v1/batches/" + failing + "/retry").then().statusCode(202);
        assertThat(finished(failing).path("counts").path("done").asInt()).isEqualTo(4);
        assertThat(stub.calls()).isEqualTo(before + 2);
    }

    @Test
    void a_budget_is_raised_with_a_retry() throws Exception {
        String id = post(order(digest(4), ",\"budget\":{\"maxTokens\":100}")).path("id");
        JsonNode stopped = finished(id);
        assertThat(stopped.path("state").asText()).isEqualTo("failed");
        assertThat(stopped.path("problem").asText()).startsWith("The budget is spent");

        given().contentType(ContentType.JSON)
                .body("{\"budget\":{\"maxTokens\":1000000}}")
                .post("/api/v1/batches/" + id + "/retry")
                .then()
                .statusCode(202);
        assertThat(finished(id).path("state").asText()).isEqualTo("done");
    }

    @Test
    void batches_are_listed_the_newest_first() {
        String id = post(order(digest(1), "")).path("id");

        given().get("/api/v1/batches?limit=1")
                .then()
                .statusCode(200)
                .body("batches[0].id", equalTo(id));
        given().get("/api/v1/batches?limit=0").then().statusCode(400);
    }
}
