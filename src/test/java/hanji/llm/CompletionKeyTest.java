package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.testing.ModelSettings;
import java.util.List;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionKeyTest {

    private static final Model MINI = model();
    private static final ModelRequest REQUEST = Requests.of("{\"task\":\"translate\"}");

    /// Whoever changes this value makes every paid answer unknown: raise FORMAT, and say so in the
    /// changelog.
    @Test
    void one_fixed_request_has_one_fixed_key() {
        assertThat(CompletionKey.canonical(MINI, REQUEST))
                .isEqualTo(
                        "{\"format\":1,\"messages\":[{\"role\":\"system\",\"text\":\"You translate.\"},{\"role\":\"user\",\"text\":\"{\\\"task\\\":\\\"translate\\\"}\"}],\"model\":\"m\",\"parameters\":{\"maxOutputTokens\":4000,\"temperature\":0.2},\"provider\":\"openai\",\"schema\":{\"additionalProperties\":false,\"properties\":{\"translations\":{\"items\":{\"additionalProperties\":false,\"properties\":{\"id\":{\"type\":\"string\"},\"text\":{\"type\":\"string\"}},\"required\":[\"id\",\"text\"],\"type\":\"object\"},\"type\":\"array\"}},\"required\":[\"translations\"],\"type\":\"object\"},\"schemaName\":\"translate\"}");
        assertThat(CompletionKey.of(MINI, REQUEST).hex())
                .isEqualTo("9c53291a165f5909b793eab4f521bcc45106fffbe0261694ac4fbd61fbaf2e87");
    }

    /// The messages are quoted by a method of ours.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "\"quoted\" \\ back / slash",
                "\b\t\n\f\r",
                "\u0000\u0001\u000f\u0010\u001f\u007f\u0080\u2028",
                "확산 모델 \ud83d\ude00 €"
            })
    void it_is_what_a_canonicalizer_makes_of_it(String text) throws Exception {
        String canonical =
                CompletionKey.canonical(MINI, changed(text, text, Requests.SCHEMA, 0.2, 4000));

        assertThat(canonical).isEqualTo(new JsonCanonicalizer(canonical).getEncodedString());
        assertThat(new ObjectMapper().readTree(canonical).at("/messages/1/text").asText())
                .isEqualTo(text);
    }

    @Test
    void what_cannot_change_the_answer_does_not_change_the_key() {
        CompletionKey key = CompletionKey.of(MINI, REQUEST);

        assertThat(
                        List.of(
                                model("mini.api-key", "sk-other"),
                                model("mini.base-url", "http://elsewhere/v1"),
                                model("mini.price-in", "9", "mini.price-out", "9"),
                                model("mini.timeout", "1s"),
                                model("mini.max-concurrency", "1"),
                                model("mini.temperature", "0.2")))
                .allSatisfy(model -> assertThat(CompletionKey.of(model, REQUEST)).isEqualTo(key));
    }

    @Test
    void what_can_change_the_answer_changes_the_key() {
        assertThat(
                        List.of(
                                CompletionKey.of(MINI, REQUEST),
                                CompletionKey.of(model("mini.model", "other"), REQUEST),
                                CompletionKey.of(model("mini.provider", "ollama"), REQUEST),
                                CompletionKey.of(model("mini.temperature", "0.3"), REQUEST),
                                CompletionKey.of(
                                        MINI,
                                        changed(
                                                "other",
                                                REQUEST.user(),
                                                Requests.SCHEMA,
                                                0.2,
                                                4000)),
                                CompletionKey.of(
                                        MINI,
                                        changed(
                                                REQUEST.system(),
                                                "other",
                                                Requests.SCHEMA,
                                                0.2,
                                                4000)),
                                CompletionKey.of(
                                        MINI,
                                        changed(
                                                REQUEST.system(),
                                                REQUEST.user(),
                                                "{\"type\":\"object\"}",
                                                0.2,
                                                4000)),
                                CompletionKey.of(
                                        MINI,
                                        changed(
                                                REQUEST.system(),
                                                REQUEST.user(),
                                                Requests.SCHEMA,
                                                0.7,
                                                4000)),
                                CompletionKey.of(
                                        MINI,
                                        changed(
                                                REQUEST.system(),
                                                REQUEST.user(),
                                                Requests.SCHEMA,
                                                0.2,
                                                100))))
                .doesNotHaveDuplicates();
    }

    private static ModelRequest changed(
            String system, String user, String schema, double temperature, int tokens) {
        return new ModelRequest(
                "translate", system, user, Requests.json(schema), temperature, tokens);
    }

    private static Model model(String... more) {
        String[] settings = {
            "mini.provider",
            "openai",
            "mini.model",
            "m",
            "mini.base-url",
            "http://localhost/v1",
            "mini.api-key",
            "sk-1"
        };
        String[] all = java.util.Arrays.copyOf(settings, settings.length + more.length);
        System.arraycopy(more, 0, all, settings.length, more.length);
        return ConfiguredModels.of(ModelSettings.of(all)).getFirst();
    }
}
