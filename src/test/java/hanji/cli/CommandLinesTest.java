package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What goes wrong before anybody is asked, in one line.
class CommandLinesTest {

    private static final String SAMPLE = "fixtures/digests/2026-03-05.md";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    frobnicate                        | There is no command frobnicate: use serve, translate, condense, inspect, check, record, diff, accept, list, user, backup, restore, help. See: hanji --help
                    translat x.md                     | There is no command translat: use serve, translate, condense, inspect, check, record, diff, accept, list, user, backup, restore, help. See: hanji --help
                    user ad mina                      | There is no command ad: use add, list, roles, passwd, disable, enable, token. See: hanji user --help
                    --prot 80                         | There is no option --prot. See: hanji serve --help
                    serve now                         | There is no argument now. See: hanji serve --help
                    translate x.md                    | Missing required option: '--to=LANG'. See: hanji translate --help
                    translate --to en                 | Missing required parameter: 'FILE'. See: hanji translate --help
                    condense x.md --to en             | Missing required option: '--style=STYLE'. See: hanji condense --help
                    inspect                           | Missing required parameter: 'FILE'. See: hanji inspect --help
                    backup                            | Missing required parameter: 'FILE'. See: hanji backup --help
                    restore a b                       | There is no argument b. See: hanji restore --help
                    inspect x.jsonl --fail-on bad     | Invalid value for option '--fail-on': expected one of [MINOR, MAJOR, CRITICAL, NEVER] (case-insensitive) but was 'bad'. See: hanji inspect --help
                    condense x.md --style a --to en --format xml | Invalid value for option '--format': expected one of [MD, JSON] (case-insensitive) but was 'xml'. See: hanji condense --help
                    """)
    void usage(String line, String sentence) {
        assertThat(Ran.here(line.split(" "))).isEqualTo(Ran.failed(3, "hanji: " + sentence));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    translate missing.md --to en                  | There is no file missing.md: check its name.
                    translate fixtures --to en                    | fixtures cannot be read: give a digest file that you may read.
                    translate fixtures/digests/2026-03-05.md --to xx,en | Unknown language "xx": use one of en, ja, zh-CN, de.
                    translate fixtures/digests/2026-03-05.md --to ko | "ko" is the language of the digests: translate into one of en, ja, zh-CN, de.
                    condense fixtures/digests/2026-03-05.md --to en --style poem | Unknown style "poem": use one of headline, tldr, bullets.
                    serve --port abc                              | --port is a number between 0 and 65535, not abc.
                    serve --port 65536                            | --port is a number between 0 and 65535, not 65536.
                    """)
    void what_is_not_there(String line, String sentence) {
        assertThat(Ran.here(line.split(" "))).isEqualTo(Ran.failed(3, "hanji: " + sentence));
    }

    @Test
    void an_unknown_model() {
        assertThat(Ran.here("translate", SAMPLE, "--to", "en", "--model", "gpt", "--data", data()))
                .isEqualTo(Ran.failed(3, "hanji: Unknown model \"gpt\": use one of recorded."));
    }

    @Test
    void an_empty_file() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.md"));

        assertThat(Ran.here("translate", empty.toString(), "--to", "en"))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: %s: \"empty.md\" is empty: import a file with \"### [Title](link)\" headings and bullets below them."
                                        .formatted(empty)));
    }

    @Test
    void without_a_model_the_sentence_says_how_to_connect_one() throws IOException {
        Path file = folder.resolve("new.md");
        Files.writeString(file, "### A\n\n- 적힌 적 없는 글\n");

        assertThat(Ran.here("translate", file.toString(), "--to", "en", "--data", data()))
                .isEqualTo(
                        Ran.failed(
                                4,
                                "hanji: %s was not written, 1 of 1 entries have no text; entry 1: No model is configured, and no answer is recorded for this text: “적힌 적 없는 글”. Set hanji.llm.models.<id>.provider and hanji.llm.models.<id>.model (see README, Connecting a model)."
                                        .formatted(folder.resolve("new.en.md"))));
        assertThat(folder.resolve("new.en.md")).doesNotExist();
    }

    @Test
    void a_data_folder_that_cannot_be_one() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        String sentence =
                "hanji: The data folder %s cannot be written: make it writable, free some space, or choose another with --data."
                        .formatted(file);

        assertThat(Ran.here("translate", SAMPLE, "--to", "en", "--data", file.toString()))
                .isEqualTo(Ran.failed(3, sentence));
        assertThat(Ran.here("serve", "--port", "0", "--data", file.toString()))
                .isEqualTo(Ran.failed(3, sentence));
    }

    @Test
    void an_output_folder_that_cannot_be_one() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Ran ran =
                Ran.here(
                        "translate",
                        SAMPLE,
                        "--to",
                        "en",
                        "--data",
                        data(),
                        "--out",
                        file.toString());

        assertThat(ran)
                .isEqualTo(
                        Ran.failed(
                                4,
                                "hanji: %s cannot be written (FileAlreadyExistsException): check the folder and its space, or choose another with --out."
                                        .formatted(file.resolve("2026-03-05.en.md"))));
    }

    @Test
    void an_open_door_is_refused() {
        assertThat(Ran.here("serve", "--host", "0.0.0.0", "--data", data()))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: Hanji has no login configured, so it does not listen on 0.0.0.0: everybody who reaches that address could approve and publish. Leave --host at 127.0.0.1 and come in through a tunnel (ssh -L 8080:127.0.0.1:8080 this-machine) or a reverse proxy on this machine that asks for a login."));
    }

    @Test
    void an_error_shows_where_it_comes_from_when_asked() {
        Ran ran = Ran.here("translate", "missing.md", "--to", "en", "--verbose");

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.err())
                .contains("NoSuchFileException", "\tat hanji.cli.")
                .endsWith("hanji: There is no file missing.md: check its name.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "translate", "condense", "backup", "restore"})
    void every_command_explains_itself(String command) {
        Ran ran = Ran.here(command, "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("Usage: hanji " + command + " ").contains("--data=DIR");
        assertThat(Ran.here("help", command)).isEqualTo(ran);
    }

    @Test
    void inspect_explains_itself() {
        Ran ran = Ran.here("inspect", "--help");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .startsWith("Usage: hanji inspect FILE ")
                .contains("--fail-on=SEVERITY");
        assertThat(Ran.here("help", "inspect")).isEqualTo(ran);
    }

    @Test
    void the_program_explains_itself() {
        assertThat(Ran.here("--version")).isEqualTo(new Ran(0, "hanji 0.1.0\n", ""));
        assertThat(Ran.here("--help"))
                .isEqualTo(
                        new Ran(
                                0,
                                """
                                Usage: hanji [-hV] [COMMAND]
                                Translates and condenses Korean digests of research papers.
                                  -h, --help      Show this help message and exit.
                                  -V, --version   Print version information and exit.
                                Commands:
                                  serve      Serve the pages and the interface (the default).
                                  translate  Translate digests, file to file: NAME.md becomes NAME.en.md.
                                  condense   Condense the entries of digests: NAME.md becomes NAME.tldr.en.md.
                                  inspect    Check translations: JSON Lines or TMX in, JSON Lines out; no
                                               model, no server.
                                  check      Check prompt fixtures against recorded answers, without a network.
                                  record     Ask a model for the answers that prompt fixtures lack, and record
                                               them.
                                  diff       Compare answers and scores of prompt fixtures between revisions or
                                               models.
                                  accept     Take edited and stale answers over as right for today's prompt.
                                  list       List prompt fixtures: place, id, prompt, tags, description.
                                  user       Add, list, change and shut accounts; also while a server runs.
                                  backup     Write everything that is kept into one file, of one moment; a
                                               server may run.
                                  restore    Check a backup and put it into an empty database, H2 or PostgreSQL.
                                  help       Display help information about the specified command.

                                ./hanji test runs the whole test suite, ./hanji bench [NAME] the benchmarks.
                                Exit codes: 0 done, 1 findings or failed cases, 2 stale, missing or edited
                                recordings, 3 bad usage, file or set-up, 4 model or I/O.
                                """,
                                ""));
        assertThat(Ran.here("-h")).isEqualTo(Ran.here("--help"));
    }

    private String data() {
        return folder.resolve("data").toString();
    }
}
