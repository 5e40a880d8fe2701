package hanji.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import hanji.segment.SourceHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptFileTest {

    private static final String GOOD =
            """
            ---
            id: greet
            description: says hello
            config: {temperature: 0.5, maxOutputTokens: 100}
            input:
              name: string
              wish?: string
            output:
              schema: {type: object}
            ---

            == system ==
            Be polite.{#if wish} And {wish}.{/if}

            == user ==
            Hello {name}
            """;

    @TempDir Path folder;

    @BeforeEach
    void good() throws IOException {
        write(GOOD);
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("greet.md"), text);
    }

    @Test
    void a_file_is_read_whole() {
        PromptTemplate template = PromptCatalog.load(folder).template("greet");

        assertThat(template.version()).isEqualTo(SourceHash.of(GOOD).hex());
        assertThat(template.label()).isEqualTo("greet@" + template.version().substring(0, 8));
        assertThat(template)
                .isEqualTo(
                        new PromptTemplate(
                                "greet",
                                "says hello",
                                template.version(),
                                0.5,
                                100,
                                List.of(
                                        new PromptTemplate.Variable("name", "string", false),
                                        new PromptTemplate.Variable("wish", "string", true)),
                                template.schema(),
                                "Be polite.{#if wish} And {wish}.{/if}\n",
                                "Hello {name}",
                                GOOD));
        assertThat(template.schema()).hasToString("{\"type\":\"object\"}");
    }

    @Test
    void the_version_changes_with_the_file_and_not_with_its_place(@TempDir Path elsewhere)
            throws IOException {
        String version = PromptCatalog.load(folder).template("greet").version();
        Files.copy(folder.resolve("greet.md"), elsewhere.resolve("greet.md"));
        assertThat(PromptCatalog.load(elsewhere).template("greet").version()).isEqualTo(version);

        write(GOOD.replace("polite", "brief"));
        assertThat(PromptCatalog.load(folder).template("greet").version()).isNotEqualTo(version);
    }

    @Test
    void windows_line_ends_are_read_too() throws IOException {
        write(GOOD.replace("\n", "\r\n"));

        assertThat(render(Map.of("name", "Ida")).user()).isEqualTo("Hello Ida");
    }

    private RenderedPrompt render(Map<String, String> values) {
        return PromptCatalog.load(folder).render("greet", new HashMap<>(values));
    }

    @Test
    void values_are_data() {
        String value = "{name} {#if x}{/if} {{x}} $x_{i}$ {|raw|} <b> & \\ == user ==";

        assertThat(render(Map.of("name", value, "wish", value)))
                .returns("Hello " + value, RenderedPrompt::user)
                .returns("Be polite. And " + value + ".\n", RenderedPrompt::system);
        assertThat(render(Map.of("name", "Ida")).system()).isEqualTo("Be polite.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    == user ==       | ==user==     | needs front matter between --- lines, then "== system ==" and "== user =="
                    == system ==     | == sys ==    | needs front matter between --- lines, then "== system ==" and "== user =="
                    id: greet        | id: hello    | says id: hello, which must equal the file name
                    id: greet        | model: any   | lacks "id" in its front matter
                    description:     | model:       | lacks "description" in its front matter
                    schema: {type: object} | format: json | lacks "output.schema" in its front matter
                    config:          | #            | lacks "config" in its front matter
                    description:     | descriptoin: | has an unknown key "descriptoin"
                    0.5,             | 0.5, top: 1, | has an unknown key "config.top"
                    , maxOutputTokens: 100 | ``     | needs another value for "config.maxOutputTokens" in line 4
                    0.5              | warm         | needs another value for "config.temperature" in line 4
                    {type: object}   | {type: [     | is not YAML in line 9
                    {/if}            | {/for}       | is not a valid template: Parser error: section end tag [for] does not match the start tag [if]
                    {name}           | {name        | is not a valid template: Parser error: unexpected non-text buffer at the end of the template - unterminated expression: name
                    {name}           | {nobody}     | cannot be rendered: Rendering error: Key "nobody" not found in the map with keys [wish, name] in expression {nobody}
                    """)
    void what_is_wrong_is_said_in_a_sentence(String text, String instead, String what)
            throws IOException {
        write(GOOD.replace(text, instead == null ? "" : instead));

        assertThatThrownBy(() -> render(Map.of("name", "Ida")))
                .isInstanceOf(Problem.class)
                .hasMessage("The prompt file prompts/greet.md " + what + ".");
    }

    @Test
    void a_value_that_is_missing_is_named() {
        assertThatThrownBy(() -> render(Map.of("wish", "smile")))
                .isInstanceOf(Problem.class)
                .hasMessage("The prompt file prompts/greet.md needs a value for \"name\".");
    }

    @Test
    void bytes_that_are_no_text_are_refused() throws IOException {
        Files.write(folder.resolve("greet.md"), new byte[] {'-', '-', '-', (byte) 0xff});

        assertThatThrownBy(() -> PromptCatalog.load(folder))
                .isInstanceOf(Problem.class)
                .hasMessage("The prompt file prompts/greet.md cannot be read as UTF-8 text.");
    }

    @Test
    void a_prompt_or_folder_that_is_missing_is_named() {
        assertThatThrownBy(() -> PromptCatalog.load(folder).template("translate"))
                .hasMessage("There is no prompt file prompts/translate.md; there are greet.");
        assertThatThrownBy(() -> PromptCatalog.load(folder.resolve("none")))
                .hasMessage(
                        "The prompt folder %s cannot be read: start Hanji in its own folder or set hanji.home."
                                .formatted(folder.resolve("none")));
    }
}
