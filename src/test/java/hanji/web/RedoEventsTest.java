package hanji.web;

import static hanji.web.Calls.UNITS;
import static hanji.web.Calls.imported;
import static hanji.web.Calls.json;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.testing.Fault;
import hanji.testing.StubModelServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A redo asked for on the bench, and what its watchers are told.
@QuarkusTest
@Timeout(120)
class RedoEventsTest {

    /// Long enough to be under way until a test lets it end.
    private static final String LONG = "오픈 소스로 공개했습니다. ".repeat(200);

    private static final Duration SLOW = Duration.ofMillis(40);

    @Inject RedoEvents events;

    @SuppressWarnings("NullAway.Init") // set by TestServer
    StubModelServer stub;

    @AfterEach
    void answer_again() {
        stub.always(new Fault.None()).pace(Duration.ZERO);
    }

    @Test
    void the_whole_text_comes_again_and_again_and_then_the_end() throws Exception {
        String unit = only("redo-grows");
        stub.pace(SLOW);
        assertThat(redo("redo-grows", unit, "stub"))
                .contains("data-state=\"redoing\"", "data-redo", "aria-busy=\"true\"");

        List<String> texts = new ArrayList<>();
        try (Stream stream = new Stream("redo-grows", unit)) {
            assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            while (texts.size() < 5) {
                Event event = stream.next();
                assertThat(event.name()).isEqualTo("text");
                texts.add(event.data().path("text").asText());
            }
            stub.pace(Duration.ZERO);
            assertThat(stream.end().name()).isEqualTo("done");
        }

        assertThat(texts).doesNotHaveDuplicates();
        for (int i = 1; i < texts.size(); i++) {
            assertThat(texts.get(i)).startsWith(texts.get(i - 1));
        }
        assertThat(("[en] " + LONG.strip())).startsWith(texts.getLast());
        assertThat(row("redo-grows", unit))
                .contains("data-state=\"draft\"", "[en] " + LONG.strip(), "id=\"toast\"")
                .contains("Drafted 1.1 again", "id=\"queue-in\"", "id=\"progress\"")
                .doesNotContain("data-redo");
    }

    @Test
    void it_ends_without_anybody_watching_and_is_told_afterwards() throws Exception {
        String unit = only("redo-alone");
        stub.pace(SLOW);
        redo("redo-alone", unit, "stub");
        try (Stream stream = new Stream("redo-alone", unit)) {
            assertThat(stream.next().name()).isEqualTo("text");
        }
        stub.pace(Duration.ZERO);

        await(() -> given().get(UNITS + "/" + unit).path("state").equals("translated"));
        try (Stream stream = new Stream("redo-alone", unit)) {
            assertThat(stream.end().name()).isEqualTo("done");
        }
    }

    @Test
    void a_watcher_that_leaves_is_forgotten() throws Exception {
        String unit = only("redo-leave");
        stub.pace(SLOW);
        redo("redo-leave", unit, "stub");
        await(() -> events.watching() == 0);
        Stream one = new Stream("redo-leave", unit);
        one.next();
        try (Stream two = new Stream("redo-leave", unit)) {
            two.next();
            assertThat(events.watching()).isEqualTo(2);

            one.close();

            await(() -> events.watching() == 1);
            assertThat(two.next().name()).isEqualTo("text");
            stub.pace(Duration.ZERO);
            two.end();
            await(() -> events.watching() == 0);
        }
    }

    @Test
    void a_second_redo_joins_the_first() throws Exception {
        String unit = only("redo-twice");
        stub.pace(SLOW);
        int before = stub.calls();
        redo("redo-twice", unit, "stub");
        assertThat(redo("redo-twice", unit, "stub")).contains("data-state=\"redoing\"");
        stub.pace(Duration.ZERO);
        try (Stream stream = new Stream("redo-twice", unit)) {
            stream.end();
        }

        assertThat(stub.calls() - before).isEqualTo(1);
        assertThat(given().get(UNITS + "/" + unit).jsonPath().getList("history.act"))
                .isEqualTo(List.of("drafted"));
    }

    @Test
    void a_failure_is_told_with_its_sentence_and_shown_beside_the_row() throws Exception {
        String unit = only("redo-fails");
        String answer = redo("redo-fails", unit, "down");
        try (Stream stream = new Stream("redo-fails", unit)) {
            Event end = stream.end();
            assertThat(end.name()).isEqualTo("failed");
            assertThat(end.data().path("sentence").asText()).contains("down").endsWith(".");
        }

        assertThat(answer).containsAnyOf("data-state=\"redoing\"", "slip-problem");
        assertThat(row("redo-fails", unit))
                .contains("data-state=\"failed\"", "slip-problem", "role=\"alert\"");
    }

    @Test
    void a_redo_that_nobody_knows_is_gone() throws Exception {
        String unit = only("redo-unknown");
        try (Stream stream = new Stream("redo-unknown", unit)) {
            assertThat(stream.next().name()).isEqualTo("gone");
        }
        assertThat(row("redo-unknown", unit))
                .contains("data-state=\"none\"")
                .doesNotContain("id=\"toast\"");
    }

    @Test
    void an_answer_that_is_there_at_once_is_the_finished_row() {
        String unit = translations("2026-03-05", "ja").getFirst();

        assertThat(redo("2026-03-05", unit, "recorded"))
                .contains("data-state=\"draft\"", "id=\"toast\"")
                .doesNotContain("data-redo");
    }

    @Test
    void a_form_without_script_waits_for_the_end() {
        String unit = only("redo-plain");
        stub.pace(Duration.ofMillis(1));

        given().formParam("model", "stub")
                .post(address("redo-plain", unit))
                .then()
                .statusCode(200)
                .body(containsString("data-state=\"draft\""));
    }

    @Test
    void a_page_loaded_meanwhile_shows_it_in_flight_beside_what_stands() throws Exception {
        imported("redo-page", "하나 " + LONG, "둘 " + LONG);
        List<String> units = translations("redo-page", "en");
        json("{\"text\":\"One by hand\",\"approve\":true}")
                .header("If-Match", "\"0\"")
                .put(UNITS + "/" + units.getFirst())
                .then()
                .statusCode(200);
        stub.pace(SLOW);
        units.forEach(unit -> redo("redo-page", unit, "stub"));

        String page = given().get("/digests/redo-page?lang=en").asString();

        assertThat(page.split("data-redo aria-busy", -1)).hasSize(3);
        assertThat(page).contains("A proposal is being written", "One by hand");
        stub.pace(Duration.ZERO);
        for (String unit : units) {
            try (Stream stream = new Stream("redo-page", unit)) {
                stream.end();
            }
        }
        assertThat(row("redo-page", units.getFirst()))
                .contains("data-state=\"approved\"", "slip-proposal", "data-choice=\"1\"");
    }

    @Test
    void an_address_without_a_unit_is_not_found() {
        given().get("/digests/x/units/nonsense/redo/events").then().statusCode(404);
        given().header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded")
                .post("/digests/x/units/translation-999999-en/redo")
                .then()
                .statusCode(404);
    }

    private static String only(String key) {
        imported(key, LONG);
        return translations(key, "en").getFirst();
    }

    private static String address(String key, String unit) {
        return "/digests/%s/units/%s/redo".formatted(key, unit);
    }

    /// As the page asks.
    private static String redo(String key, String unit, String model) {
        return given().header("HX-Request", "true")
                .formParam("model", model)
                .post(address(key, unit))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String row(String key, String unit) {
        return given().get(address(key, unit)).then().statusCode(200).extract().asString();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private record Event(String name, JsonNode data) {}

    /// A connection as an EventSource opens it.
    private static final class Stream implements AutoCloseable {

        private static final ObjectMapper JSON = new ObjectMapper();

        /// As a browser speaks without TLS: who leaves closes the connection.
        private final HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

        private final HttpResponse<InputStream> response;
        private final BufferedReader lines;

        Stream(String key, String unit) throws IOException, InterruptedException {
            URI address =
                    URI.create(
                            "%s:%d%s/events"
                                    .formatted(
                                            RestAssured.baseURI,
                                            RestAssured.port,
                                            address(key, unit)));
            response =
                    client.send(
                            HttpRequest.newBuilder(address)
                                    .header("Accept", "text/event-stream")
                                    .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
            lines =
                    new BufferedReader(
                            new InputStreamReader(response.body(), StandardCharsets.UTF_8));
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Event next() throws IOException {
            String name = "";
            while (true) {
                String line = lines.readLine();
                if (line == null) {
                    throw new AssertionError("the stream ended early");
                }
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("data:")) {
                    return new Event(name, JSON.readTree(line.substring("data:".length())));
                }
            }
        }

        /// The last event; nothing may follow it.
        Event end() throws IOException {
            Event event = next();
            while (event.name().equals("text")) {
                event = next();
            }
            assertThat(lines.lines().filter(line -> !line.isBlank())).isEmpty();
            return event;
        }

        @Override
        public void close() throws IOException {
            lines.close();
            client.shutdownNow();
        }
    }
}
