package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Backups beside a server that runs.
@Timeout(180)
class BackupIT {

    @TempDir Path folder;
    @AutoClose private final StubModelServer stub = StubModelServer.start(new EchoAnswers());

    private String address = "";

    @Test
    void a_server_runs_on_while_it_is_backed_up_and_set_back() throws Exception {
        Program hanji = new Program(folder, stub);
        Path file = Files.writeString(folder.resolve("2031-01-01.md"), "### A\n\n- 하나\n");
        Process server = hanji.start("--port", "0", "--digests", file.toString());
        BufferedReader lines = server.inputReader();
        try {
            address = address(lines);
            // what the server says must not fill the pipe
            Thread.ofVirtual().start(() -> drain(lines));
            String unit = unit().getString("units[0].id");
            post(unit, "redo", "{}");
            post(unit, "approve", "{\"reason\":\"an echo\"}");
            assertThat(unit().getString("units[0].state")).isEqualTo("reviewed");

            Ran taken = hanji.run("backup", "kept.zip");
            assertThat(taken.exit()).as(taken.err()).isZero();
            post(unit, "reject", "{\"reason\":\"after all not\"}");
            assertThat(unit().getString("units[0].state")).isEqualTo("initial");

            Ran refused = hanji.run("restore", "kept.zip");
            assertThat(refused.exit()).isEqualTo(3);
            assertThat(refused.err()).contains("is in use already").contains("--replace");
            Ran restored = hanji.run("restore", "kept.zip", "--replace");

            assertThat(restored.exit()).as(restored.err()).isZero();
            assertThat(unit().getString("units[0].state")).isEqualTo("reviewed");
            post(unit, "reject", "{\"reason\":\"once more\"}");
            assertThat(unit().getString("units[0].state")).isEqualTo("initial");
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException _) {
            // the server has ended
        }
    }

    private JsonPath unit() {
        return RestAssured.given()
                .queryParam("digest", "2031-01-01")
                .queryParam("lang", "en")
                .get(address + "/api/v1/units")
                .jsonPath();
    }

    private void post(String unit, String action, String body) {
        String at = address + "/api/v1/units/" + unit;
        RestAssured.given()
                .contentType("application/json")
                .header("If-Match", RestAssured.get(at).header("ETag"))
                .body(body)
                .post(at + "/" + action)
                .then()
                .statusCode(200);
    }

    private static String address(BufferedReader lines) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("Hanji is at ")) {
                return line.replaceFirst("^Hanji is at (\\S+).*", "$1");
            }
            all.append(line).append('\n');
        }
        throw new IllegalStateException(all.toString());
    }
}
