package hanji.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.testing.Bench;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The prompts that Hanji comes with.
class ProjectPromptsTest {

    private static final String LIKE_A_TEMPLATE =
            "{x} $x_{i}$ {#if} {/if} {{x}} {|x|} {! no !}\n== user ==\n---\n<wish>";

    static List<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (PromptTemplate template : Bench.PROMPTS.templates()) {
            Language.TARGETS.forEach(language -> all.add(Arguments.of(template.id(), language)));
        }
        return all;
    }

    @Test
    void there_is_one_for_each_thing_asked_for() {
        assertThat(Bench.PROMPTS.templates())
                .extracting(PromptTemplate::id)
                .containsExactly(
                        "condense-bullets",
                        "condense-headline",
                        "condense-tldr",
                        "judge",
                        "repair",
                        "translate");
    }

    private static RenderedPrompt render(
            String id, Language language, String request, @Nullable String instruction) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("target", language.tag());
        values.put("language", language.english());
        values.put("request", request);
        values.put("instruction", instruction);
        return Bench.PROMPTS.render(id, values);
    }

    @ParameterizedTest
    @MethodSource("all")
    void each_renders_for_each_language(String id, Language language) {
        RenderedPrompt prompt = render(id, language, "{\"a\":1}", null);

        assertThat(prompt.user()).isEqualTo("{\"a\":1}");
        assertThat(prompt.system())
                .contains(language.english())
                .doesNotContain("{#", "{/", "{language}", "{target}", "<wish>")
                .isNotEqualTo(
                        render(id, Language.EN == language ? Language.JA : Language.EN, "", null)
                                .system());
    }

    /// A judge is told no wishes.
    static List<Arguments> withWishes() {
        return all().stream().filter(one -> !one.get()[0].equals("judge")).toList();
    }

    @ParameterizedTest
    @MethodSource("withWishes")
    void an_instruction_is_told_whole_and_changes_nothing_else(String id, Language language) {
        String plain = render(id, language, "x", null).system();
        String system = render(id, language, "x", LIKE_A_TEMPLATE).system();

        assertThat(system).contains("<wish>\n" + LIKE_A_TEMPLATE + "\n</wish>");
        assertThat(system).startsWith(plain.stripTrailing());
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_looks_like_a_template_in_the_data_is_sent_as_it_is(String id, Language language) {
        assertThat(render(id, language, LIKE_A_TEMPLATE, null).user()).isEqualTo(LIKE_A_TEMPLATE);
    }
}
