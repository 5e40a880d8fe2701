package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {

    @TempDir Path folder;

    private StubModelServer stub;
    private Program hanji;

    @BeforeEach
    void start() {
        stub = StubModelServer.start(new EchoAnswers());
        hanji = new Program(folder, stub);
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void the_command_line_works_beside_a_server_and_pays_nothing_again()
            throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("2031-01-01.md"), "### A\n\n- 하나\n");
        Process server = hanji.start("--port", "0", "--digests", file.toString());
        try (BufferedReader lines = server.inputReader()) {
            String address = address(lines);
            String unit =
                    RestAssured.given()
                            .queryParam("digest", "2031-01-01")
                            .queryParam("lang", "en")
                            .get(address + "/api/v1/units")
                            .path("units[0].id");
            RestAssured.given()
                    .contentType("application/json")
                    .body("{}")
                    .post(address + "/api/v1/units/" + unit + "/redo")
                    .then()
                    .statusCode(200);

            Ran beside = hanji.run("translate", file.toString(), "--to", "en", "--out", "-");
            assertThat(beside).isEqualTo(new Ran(0, "### A\n\n- [en] 하나\n", ""));
            assertThat(stub.calls()).isEqualTo(1);

            assertThat(hanji.run("serve", "--port", "0"))
                    .isEqualTo(
                            Ran.failed(
                                    3,
                                    "hanji: Another Hanji server uses the data folder %s: stop it, or choose another with --data."
                                            .formatted(folder.resolve("data"))));
        } finally {
            server.destroy();
            server.waitFor();
        }
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

    @Test
    void a_port_in_use() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThat(hanji.run("--port", String.valueOf(port)))
                    .isEqualTo(
                            Ran.failed(
                                    3,
                                    "hanji: Port %d of 127.0.0.1 is in use: stop the program there, or choose another port with --port."
                                            .formatted(port)));
        }
    }

    @Test
    void a_database_that_another_program_holds() throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("a.md"), "### A\n\n- 하나\n");
        Path data = Files.createDirectory(folder.resolve("data"));
        try (var held =
                DriverManager.getConnection("jdbc:h2:file:" + data.resolve("hanji"), "sa", "")) {
            String sentence =
                    "hanji: The database jdbc:h2:file:%s is held by another program: stop that one, or choose another folder with --data."
                            .formatted(data.resolve("hanji"));

            assertThat(hanji.run("translate", file.toString(), "--to", "en"))
                    .isEqualTo(Ran.failed(3, sentence));
            assertThat(hanji.run("serve", "--port", "0").err()).endsWith(sentence + "\n");
            assertThat(held.isValid(1)).isTrue();
        }
    }

    @Test
    void a_check_that_there_is_not() throws IOException {
        Files.writeString(folder.resolve(".env"), "HANJI_CHECKS_LENGHT=off\n");

        Ran ran = hanji.run("serve", "--port", "0");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err().lines().toList())
                .last()
                .asString()
                .startsWith("hanji: ")
                .containsIgnoringCase("lenght is no key: it is hanji.checks.<check>");
    }

    @Test
    void a_database_of_another_make() {
        assertThat(hanji.run("serve", "--port", "0", "--db", "jdbc:mysql://u:secret@h/x"))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: The database address \"jdbc:mysql://h/x\" is neither jdbc:postgresql:… nor jdbc:h2:…: correct --db or hanji.db.url."));
    }
}
