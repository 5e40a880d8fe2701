package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that must not pass, with its place, its reason and the exit code.
class CheckCommandTest {

    private static final String CASES = "translate-en.yaml";
    private static final String RECORDED = "translate-en.recorded.yaml";

    @TempDir Path folder;

    private FixtureFolder fixtures;

    @BeforeEach
    void recorded() throws IOException {
        fixtures = FixtureFolder.accepted(folder);
    }

    @Test
    void all_is_well() {
        assertThat(fixtures.check()).isEqualTo("3 cases in 2 files: 3 ok\nexit 0");
    }

    @Test
    void the_wording_of_a_prompt_changed() throws IOException {
        FixtureFolder.replace(fixtures.prompt("translate.md"), "Keep numbers", "Keep all numbers");

        assertThat(fixtures.check())
                .matches(
                        """
                        translate-en\\.yaml:2: en-formula stale: template changed \\([0-9a-f]{8} -> [0-9a-f]{8}\\)
                        translate-en\\.yaml:20: en-braces stale: template changed \\([0-9a-f]{8} -> [0-9a-f]{8}\\)
                        3 cases in 2 files: 1 ok, 2 stale
                        exit 2\
                        """);
    }

    @Test
    void an_edit_that_leaves_the_request_as_it_was() throws IOException {
        FixtureFolder.replace(
                fixtures.prompt("translate.md"),
                "{#if instruction}The editor asks",
                "{#if instruction != null}The editor asks");
        FixtureFolder.replace(
                fixtures.prompt("translate.md"), "Bullets of one paper", "Some bullets");
        FixtureFolder.replace(
                fixtures.cases(CASES), "description: a factor", "description: a number");

        assertThat(fixtures.check()).isEqualTo("3 cases in 2 files: 3 ok\nexit 0");
    }

    @Test
    void a_variable_renamed_in_the_case() throws IOException {
        FixtureFolder.replace(fixtures.cases("condense.yaml"), "    language:", "    tongue:");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        condense.yaml:12: tldr-short invalid: prompt condense-tldr has no variable "tongue": its variables are target, language, instruction, request
                        3 cases in 2 files: 2 ok, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void a_variable_renamed_in_the_prompt_and_in_the_case() throws IOException {
        for (Path file :
                new Path[] {fixtures.prompt("condense-tldr.md"), fixtures.cases("condense.yaml")}) {
            FixtureFolder.replace(file, "  language:", "  tongue:");
        }
        FixtureFolder.replace(fixtures.prompt("condense-tldr.md"), "{language}", "{tongue}");

        assertThat(fixtures.check()).isEqualTo("3 cases in 2 files: 3 ok\nexit 0");
    }

    @Test
    void a_variable_that_is_missing() throws IOException {
        FixtureFolder.replace(fixtures.cases("condense.yaml"), "    language: English\n", "");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        condense.yaml:11: tldr-short invalid: prompt condense-tldr needs the variable "language"
                        3 cases in 2 files: 2 ok, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void the_text_of_a_case_changed() throws IOException {
        FixtureFolder.replace(fixtures.cases(CASES), "3.7배 앞당깁니다", "3.7배 당깁니다");

        assertThat(fixtures.check())
                .matches(
                        """
                        translate-en\\.yaml:2: en-formula stale: vars changed \\([0-9a-f]{8} -> [0-9a-f]{8}\\)
                        3 cases in 2 files: 2 ok, 1 stale
                        exit 2\
                        """);
    }

    @Test
    void a_parameter_changed() throws IOException {
        FixtureFolder.replace(
                fixtures.prompt("condense-tldr.md"), "temperature: 0", "temperature: 0.2");

        assertThat(fixtures.check())
                .matches(
                        """
                        condense\\.yaml:1: tldr-short stale: params changed \\([0-9a-f]{8} -> [0-9a-f]{8}\\)
                        3 cases in 2 files: 2 ok, 1 stale
                        exit 2\
                        """);
    }

    @Test
    void the_schema_of_the_answer_changed() throws IOException {
        FixtureFolder.replace(
                fixtures.prompt("condense-tldr.md"),
                "{type: string}}}",
                "{type: string, minLength: 1}}}");

        assertThat(fixtures.check())
                .startsWith("condense.yaml:1: tldr-short stale: template changed (")
                .endsWith("exit 2");
    }

    @Test
    void an_answer_edited_by_hand() throws IOException {
        FixtureFolder.replace(
                fixtures.cases(RECORDED), "speeds training up", "makes training faster");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        translate-en.recorded.yaml:5: en-formula edited: the answer was written or changed by hand and is not accepted
                        3 cases in 2 files: 2 ok, 1 edited
                        exit 2\
                        """);
    }

    @Test
    void a_number_changed_in_an_answer_that_was_accepted() throws IOException {
        FixtureFolder.replace(fixtures.cases(RECORDED), "3.7 times", "37 times");
        assertThat(fixtures.hanji("accept", "--id", "en-formula").exit()).isZero();

        assertThat(fixtures.check())
                .matches(
                        """
                        translate-en\\.yaml:18: en-formula failed: assert\\[1\\] contains: .*3\\.7.*
                        translate-en\\.yaml:8: en-formula failed: expect\\[0\\] preserves: .*3\\.7.* 37.*
                        translate-en\\.yaml:10: en-formula failed: expect\\[2\\] check: .*3\\.7.* 37.*
                        3 cases in 2 files: 2 ok, 1 failed
                        exit 1\
                        """);
    }

    @Test
    void a_recording_deleted() throws IOException {
        Files.delete(fixtures.cases("condense.recorded.yaml"));

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        condense.yaml:1: tldr-short missing: nothing is recorded
                        3 cases in 2 files: 2 ok, 1 missing
                        exit 2\
                        """);
    }

    @Test
    void a_recording_without_a_case() throws IOException {
        FixtureFolder.replace(fixtures.cases(RECORDED), "  en-braces:", "  en-brackets:");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        translate-en.recorded.yaml:18: en-brackets orphan: there is no case with this id
                        translate-en.yaml:20: en-braces missing: nothing is recorded
                        4 cases in 2 files: 2 ok, 1 missing, 1 orphan
                        exit 2\
                        """);
    }

    @Test
    void a_misspelt_key() throws IOException {
        FixtureFolder.replace(
                fixtures.cases(CASES), "  assert:\n    - type", "  asert:\n    - type");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        translate-en.yaml:28: en-braces invalid: unknown key "asert": known are description, metadata, vars, assert
                        3 cases in 2 files: 2 ok, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void a_case_that_demands_nothing() throws IOException {
        FixtureFolder.replace(
                fixtures.cases(CASES),
                "  assert:\n    - type: regex\n      value: \"[{]#if}\"\n",
                "");

        assertThat(fixtures.check())
                .contains("translate-en.yaml:20: en-braces invalid: the case demands nothing")
                .endsWith("exit 3");
    }

    @Test
    void an_empty_file() throws IOException {
        Files.writeString(fixtures.cases("condense.yaml"), "");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        condense.recorded.yaml:5: tldr-short orphan: there is no case with this id
                        condense.yaml:1: invalid: the file is empty
                        4 cases in 2 files: 2 ok, 1 orphan, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void no_case_at_all() throws IOException {
        Files.writeString(fixtures.cases("more.yaml"), "# soon\n[]\n");

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        more.yaml:2: invalid: the file holds no case
                        4 cases in 3 files: 3 ok, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void a_file_of_cases_that_is_gone() throws IOException {
        Files.delete(fixtures.cases("condense.yaml"));

        assertThat(fixtures.check())
                .isEqualTo(
                        """
                        condense.recorded.yaml:5: tldr-short orphan: there is no case with this id
                        condense.yaml:1: invalid: does not exist: check its name
                        4 cases in 2 files: 2 ok, 1 orphan, 1 invalid
                        exit 3\
                        """);
    }

    @Test
    void a_file_that_was_named_and_is_not_there() {
        assertThat(Ran.here("check", "fixtures/none.yaml"))
                .isEqualTo(
                        new Ran(
                                3,
                                """
                                fixtures/none.yaml:1: invalid: does not exist: check its name
                                1 case in 1 file: 1 invalid
                                """,
                                ""));
    }

    @Test
    void a_folder_without_cases() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(Ran.here("check", empty.toString()))
                .isEqualTo(
                        Ran.failed(
                                3,
                                "hanji: There are no fixtures in %s: write a case (docs/fixtures.md), or name its file."
                                        .formatted(empty)));
    }

    @Test
    void an_id_that_is_taken_in_another_file() throws IOException {
        FixtureFolder.replace(fixtures.cases(CASES), "id: en-braces", "id: tldr-short");

        assertThat(fixtures.check())
                .contains(
                        "translate-en.yaml:20: tldr-short invalid: the id is taken by condense.yaml:1: ids are unique in all files\n")
                .endsWith("exit 3");
    }

    @Test
    void a_check_that_would_never_speak() throws IOException {
        FixtureFolder.replace(fixtures.cases("condense.yaml"), "id: grounded", "id: numbers");

        assertThat(fixtures.check())
                .startsWith(
                        "condense.yaml:8: tldr-short invalid: no check \"numbers\" reads the answers of prompt condense-tldr; those that do: condense-shape, ")
                .endsWith("exit 3");
    }

    @Test
    void an_expectation_that_nobody_knows() throws IOException {
        FixtureFolder.replace(fixtures.cases("condense.yaml"), "type: bounds", "type: bound");

        assertThat(fixtures.check())
                .startsWith(
                        "condense.yaml:6: tldr-short invalid: unknown type \"bound\": known are check, ")
                .endsWith("exit 3");
    }

    @Test
    void a_prompt_that_is_not_there() throws IOException {
        FixtureFolder.replace(
                fixtures.cases("condense.yaml"), "prompt: condense-tldr", "prompt: tldr");

        assertThat(fixtures.check())
                .startsWith(
                        "condense.yaml:4: tldr-short invalid: There is no prompt file prompts/tldr.md")
                .endsWith("exit 3");
    }

    @Test
    void the_recordings_are_not_yaml() throws IOException {
        FixtureFolder.replace(fixtures.cases(RECORDED), "format: 1", "format: [1");

        assertThat(fixtures.check())
                .startsWith("translate-en.recorded.yaml:4: invalid: not YAML: ")
                .endsWith("exit 3");
    }

    @Test
    void some_cases_only() {
        assertThat(fixtures.hanji("check", "--id", "en-braces"))
                .isEqualTo(new Ran(0, "1 case in 1 file: 1 ok\n", ""));
        assertThat(fixtures.hanji("check", "--id", "none"))
                .isEqualTo(
                        Ran.failed(3, "hanji: There is no case none: hanji list shows all ids."));
    }

    @Test
    void the_list() {
        Ran ran = fixtures.hanji("list", "--tag", "smoke");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out())
                .isEqualTo(
                        "%s:2\ten-formula\ttranslate\tlatex,smoke\ta factor, a formula and a name survive\n"
                                .formatted(fixtures.cases(CASES)));
    }
}
