package hanji.web;

import static hanji.web.Calls.decided;
import static hanji.web.Calls.drafted;
import static hanji.web.Calls.imported;
import static hanji.web.Calls.problem;
import static hanji.web.Calls.translations;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import hanji.memory.Memory;
import hanji.memory.MemoryQuery;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The memory by the interface, on its page and beside a unit.
@QuarkusTest
@Timeout(60)
class MemoryApiTest {

    private static final String SOURCE = "돌쩌귀를 <b>기름칠</b>하는 새 방법을 비교함";
    private static final String APPROVED = "[de] " + SOURCE;

    @Inject Memory memory;

    private static ValidatableResponse asked(String source) {
        return given().queryParam("source", source)
                .queryParam("target", "de")
                .get("/api/v1/memory")
                .then();
    }

    private void approved(String key) {
        imported(key, SOURCE, "다음 글");
        String unit = translations(key, "de").getFirst();
        drafted(unit);
        decided(unit, "approve", "{\"reason\":\"a stub wrote it\"}").statusCode(200);
        while (memory.matches(MemoryQuery.of(SOURCE, Language.DE)).stream()
                .noneMatch(match -> match.pair().digest().equals(key))) {
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void what_is_approved_is_found_again() {
        approved("remembered");

        asked(SOURCE)
                .statusCode(200)
                .body("matches", hasSize(1))
                .body("matches[0].match", is("exact"))
                .body("matches[0].percent", is(100))
                .body("matches[0].pair.target", is(APPROVED))
                .body("matches[0].pair.hand", is("machine"))
                .body("matches[0].penalties.machine", is(2));
        asked("돌쩌귀를 <b>기름칠</b>하는 옛 방법을 비교함")
                .statusCode(200)
                .body("matches[0].match", is("fuzzy"))
                .body("matches[0].missing", hasSize(1))
                .body("matches[0].other", hasSize(1));

        assertThat(given().queryParam("q", "쩌귀").get("/memory").asString())
                .contains("Approved by Editor")
                .contains("&lt;b&gt;")
                .doesNotContain("<b>기름칠");
        assertThat(given().queryParam("q", "no such words").get("/memory").asString())
                .contains("No approved text has that");

        imported("remembering", SOURCE, "다음 글");
        String unit = translations("remembering", "de").getFirst();
        assertThat(given().get("/digests/remembering/units/" + unit + "/memory").asString())
                .contains("Same original, same neighbours")
                .contains("data-memory-use=\"[de] ")
                .doesNotContain("<b>기름칠");
    }

    @Test
    void questions_that_cannot_be_answered_are_refused() {
        problem(asked(" "), 400, "source: give the Korean text to find approved texts for.");
        assertThatThrownBy(() -> MemoryQuery.of("가".repeat(MemoryQuery.LONGEST + 1), Language.DE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("5,000");
        given().queryParam("source", SOURCE)
                .queryParam("target", "ko")
                .get("/api/v1/memory")
                .then()
                .statusCode(400);
        given().queryParam("q", "a".repeat(301)).get("/memory").then().statusCode(400);
        given().queryParam("offset", "-1").get("/memory").then().statusCode(400);
    }
}
