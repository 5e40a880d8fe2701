package hanji.web;

import static hanji.web.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody foresaw, and what a server says of itself.
@QuarkusTest
class UnexpectedErrorsApiTest {

    private static final String INSIDE = "/home/mina/hanji/data in hanji.web.Somewhere";

    /// Mistakes of ours behind addresses of the interface.
    @Everyone
    @Path("/api/v1/mistake")
    public static final class InterfaceMistake {

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        @Operation(hidden = true)
        @RunOnVirtualThread
        public String exception() {
            throw new IllegalStateException(INSIDE, new NullPointerException(INSIDE));
        }

        @GET
        @Path("error")
        @Produces(MediaType.APPLICATION_JSON)
        @Operation(hidden = true)
        @RunOnVirtualThread
        public String error() {
            throw new AssertionError(INSIDE);
        }
    }

    /// The same behind a page's.
    @Everyone
    @Path("/mistake")
    public static final class PageMistake {

        @GET
        @Produces(MediaType.TEXT_HTML)
        @Operation(hidden = true)
        @RunOnVirtualThread
        public String exception() {
            throw new IllegalStateException(INSIDE, new NullPointerException(INSIDE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/mistake", "/api/v1/mistake/error"})
    void a_mistake_of_ours_is_a_sentence_without_its_place(String path) {
        problem(given().get(path).then(), 500, "Hanji failed. Its log says where.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/mistake", "/mistake", "/api/v1/mistake/error"})
    void an_answer_tells_nothing_of_the_inside(String path) {
        Response answer = given().get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.asString())
                .doesNotContain(
                        INSIDE, "/home", "Exception", "Error id", "hanji.web", "java.", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/hanji.css",
                "/nothing",
                "/mistake",
                "/q/health",
                "/q/openapi",
                "/api/v1/models",
                "/api/v1/nothing",
                "/api/v1/mistake",
                "/api/v1/mistake/error",
                "/api/v1/units/%00"
            })
    void no_header_says_what_runs_here(String path) {
        Response answer = given().urlEncodingEnabled(false).get(path);
        List<String> names =
                answer.headers().asList().stream()
                        .map(header -> header.getName().toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(names)
                .contains("content-security-policy")
                .doesNotContain("server", "x-powered-by", "via", "x-runtime");
        assertThat(answer.headers().toString())
                .doesNotContainIgnoringCase("quarkus")
                .doesNotContainIgnoringCase("vert.x");
    }
}
