package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.llm.ModelsConfig.ModelConfig;
import hanji.segment.Problem;
import hanji.testing.ModelSettings;
import io.smallrye.config.Secret;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsConfigTest {

    @TempDir Path home;

    @Test
    void nothing_is_configured() {
        ModelsConfig config = ConfigFiles.load(home, Map.of());

        assertThat(config.defaultModel()).isEmpty();
        assertThat(config.models()).isEmpty();
    }

    @Test
    void defaults() {
        ModelConfig mini = one(ModelSettings.of("mini.provider", "ollama", "mini.model", "gemma3"));

        assertThat(mini.provider()).contains(ModelsConfig.Provider.OLLAMA);
        assertThat(mini.model()).contains("gemma3");
        assertThat(mini.baseUrl()).isEmpty();
        assertThat(mini.apiKey().map(Secret::get)).isEmpty();
        assertThat(mini.apiKeyFile()).isEmpty();
        assertThat(mini.temperature()).isEmpty();
        assertThat(mini.timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(mini.maxConcurrency()).isEqualTo(8);
        assertThat(mini.requestsPerMinute()).isEmpty();
        assertThat(mini.priceIn()).isEmpty();
        assertThat(mini.priceOut()).isEmpty();
    }

    @Test
    void every_setting_from_environment_variables_alone() {
        ModelsConfig config =
                ConfigFiles.load(
                        home,
                        Map.ofEntries(
                                Map.entry("HANJI_LLM_DEFAULT", "mini2"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_PROVIDER", "openai"),
                                Map.entry(
                                        "HANJI_LLM_MODELS_MINI2_BASE_URL",
                                        "http://localhost:8000/v1"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_MODEL", "m"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_API_KEY", "sk-1"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_TEMPERATURE", "0.5"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_TIMEOUT", "5m"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_MAX_CONCURRENCY", "3"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_REQUESTS_PER_MINUTE", "60"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_PRICE_IN", "0.15"),
                                Map.entry("HANJI_LLM_MODELS_MINI2_PRICE_OUT", "0.6")));

        assertThat(config.defaultModel()).contains("mini2");
        assertEveryOther(config, "mini2");
    }

    @Test
    void every_setting_from_a_dot_env_file_alone() throws IOException {
        Files.writeString(
                home.resolve(".env"),
                """
                HANJI_LLM_MODELS_MINI_PROVIDER=openai
                HANJI_LLM_MODELS_MINI_BASE_URL=http://localhost:8000/v1
                HANJI_LLM_MODELS_MINI_MODEL=m
                HANJI_LLM_MODELS_MINI_API_KEY=sk-1
                HANJI_LLM_MODELS_MINI_TEMPERATURE=0.5
                HANJI_LLM_MODELS_MINI_TIMEOUT=5m
                HANJI_LLM_MODELS_MINI_MAX_CONCURRENCY=3
                HANJI_LLM_MODELS_MINI_REQUESTS_PER_MINUTE=60
                HANJI_LLM_MODELS_MINI_PRICE_IN=0.15
                HANJI_LLM_MODELS_MINI_PRICE_OUT=0.6
                """);

        assertEveryOther(ConfigFiles.load(home, Map.of()), "mini");
    }

    private static void assertEveryOther(ModelsConfig config, String id) {
        assertThat(config.models()).containsOnlyKeys(id);
        ModelConfig model = one(config);
        assertThat(model.provider()).contains(ModelsConfig.Provider.OPENAI);
        assertThat(model.baseUrl()).contains("http://localhost:8000/v1");
        assertThat(model.apiKey().orElseThrow().get()).isEqualTo("sk-1");
        assertThat(model.requestsPerMinute()).isEqualTo(OptionalInt.of(60));
        assertThat(ConfiguredModels.of(config))
                .containsExactly(
                        new Model(
                                id,
                                "openai",
                                "m",
                                0.5,
                                Duration.ofMinutes(5),
                                3,
                                new BigDecimal("0.15"),
                                new BigDecimal("0.6")));
    }

    @Test
    void the_environment_goes_before_dot_env_and_that_before_the_properties_file()
            throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.writeString(
                home.resolve("config").resolve("application.properties"),
                """
                hanji.port=8080
                hanji.llm.models.mini.provider=openai
                hanji.llm.models.mini.model=file
                hanji.llm.models.mini.api-key=file
                hanji.llm.models.mini.timeout=1s
                """);
        Files.writeString(
                home.resolve(".env"),
                "HANJI_LLM_MODELS_MINI_MODEL=dot\nHANJI_LLM_MODELS_MINI_API_KEY=dot\n");

        ModelConfig mini =
                one(ConfigFiles.load(home, Map.of("HANJI_LLM_MODELS_MINI_API_KEY", "env")));

        assertThat(mini.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(mini.model()).contains("dot");
        assertThat(mini.apiKey().orElseThrow().get()).isEqualTo("env");
    }

    /// In a file only: SmallRye cannot tell which environment variables are meant for it.
    @Test
    void a_key_nobody_knows_is_a_problem() throws IOException {
        Files.createDirectory(home.resolve("config"));
        Files.writeString(
                home.resolve("config").resolve("application.properties"),
                "hanji.llm.models.mini.modell=m\n");

        assertThatThrownBy(() -> ConfigFiles.load(home, Map.of()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("hanji.llm.models.mini.modell");
    }

    @Test
    void a_value_of_the_wrong_kind_is_a_problem() {
        assertThatThrownBy(() ->
                        ConfigFiles.load(
                                home, Map.of("HANJI_LLM_MODELS_MINI_MAX_CONCURRENCY", "many")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The configuration of the models cannot be used: ")
                .hasMessageContaining("many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    provider    | ''                          | .provider is missing: set it to openai, ollama or anthropic.
                    model       | ''                          | .model is missing: set it to what the provider calls the model.
                    model       | '  '                        | .model is missing: set it to what the provider calls the model.
                    base-url    | localhost:8000              | .base-url is not the address of a server: write it as http://localhost:8000/v1, without a query.
                    base-url    | http://host/v1?key=sk-other | .base-url is not the address of a server: write it as http://localhost:8000/v1, without a query.
                    base-url    | http://me:sk-other@host/v1  | .base-url holds a user name or a password: put the secret into .api-key.
                    base-url    | ftp://host/                 | .base-url is not the address of a server: write it as http://localhost:8000/v1, without a query.
                    base-url    | http://ho st/               | .base-url is not the address of a server: write it as http://localhost:8000/v1, without a query.
                    base-url    | ''                          | .api-key is missing: set the key that the provider gave out, or .base-url for a server of your own.
                    api-key     | '   '                       | .api-key is blank: set the key, or leave the setting out.
                    api-key     | sk-other two                | .api-key holds a space or another character that no key has: copy it again.
                    temperature | 3                           | .temperature is out of range: set it between 0 and 2.
                    timeout     | 0s                          | .timeout is not positive: set it to 60s or so.
                    max-concurrency | 0                       | .max-concurrency is below 1: set it to 1 or more.
                    requests-per-minute | 0                   | .requests-per-minute is below 1: set it to 1 or more, or leave it out.
                    price-in    | 1.5                         | .price-in and .price-out belong together: set both or neither.
                    """)
    void a_setting_that_cannot_work_is_a_problem(String key, String value, String sentence) {
        ModelsConfig config =
                ModelSettings.of(
                        "mini.provider",
                        "openai",
                        "mini.model",
                        "m",
                        "mini.base-url",
                        "http://localhost:8000/v1",
                        "mini." + key,
                        value);

        assertThatThrownBy(() -> ConfiguredModels.of(config))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.SETUP))
                .hasMessage("hanji.llm.models.mini" + sentence)
                .hasMessageNotContaining("sk-other");
    }

    @Test
    void a_key_may_stand_in_a_file() throws IOException {
        Path file = Files.writeString(home.resolve("key"), "sk-from-a-file\n");

        assertThat(keyOf("mini.api-key-file", file.toString())).isEqualTo("sk-from-a-file");
        Files.writeString(file, "sk-from-windows\r\n");
        assertThat(keyOf("mini.api-key-file", file.toString())).isEqualTo("sk-from-windows");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    ""             | is blank: set the key, or leave the setting out.
                    "  "           | is blank: set the key, or leave the setting out.
                    "sk-other two" | holds a space or another character that no key has: copy it again.
                    """)
    void a_file_that_holds_no_key_is_a_problem(String content, String sentence) throws IOException {
        Path file = Files.writeString(home.resolve("key"), content);

        assertThatThrownBy(() -> keyOf("mini.api-key-file", file.toString()))
                .isInstanceOf(Problem.class)
                .hasMessage("hanji.llm.models.mini.api-key-file " + sentence);
    }

    @Test
    void a_file_that_is_not_there_is_a_problem() {
        assertThatThrownBy(() -> keyOf("mini.api-key-file", home.resolve("no").toString()))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "hanji.llm.models.mini.api-key-file cannot be read: give a text file that is there and readable.");
    }

    @Test
    void a_key_and_a_file_of_one_are_a_problem() {
        assertThatThrownBy(() ->
                        keyOf("mini.api-key", "sk-1", "mini.api-key-file", "/run/secrets/key"))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "hanji.llm.models.mini.api-key and .api-key-file are both set: leave one of them out.");
    }

    private static String keyOf(String... settings) {
        ModelConfig config = one(ModelSettings.of(settings));
        return ApiKey.of("mini", config).orElseThrow().value();
    }

    @Test
    void an_anthropic_model_needs_a_key() {
        assertThatThrownBy(() ->
                        ConfiguredModels.of(
                                ModelSettings.of("c.provider", "anthropic", "c.model", "m")))
                .hasMessage(
                        "hanji.llm.models.c.api-key is missing: set the key that the provider gave out.");
    }

    @Test
    void the_name_of_the_recorded_answers_is_taken() {
        assertThatThrownBy(() ->
                        ConfiguredModels.of(
                                ModelSettings.of(
                                        "recorded.provider", "ollama", "recorded.model", "m")))
                .hasMessage(
                        "hanji.llm.models.recorded is the name of the recorded answers: choose another id for the model.");
    }

    @Test
    void an_unknown_default_is_a_problem() {
        assertThatThrownBy(() ->
                        ConfiguredModels.of(
                                ModelSettings.of(
                                        "default",
                                        "big",
                                        "mini.provider",
                                        "ollama",
                                        "mini.model",
                                        "m")))
                .hasMessage(
                        "hanji.llm.default is \"big\", and no such model is configured: set hanji.llm.models.big.provider and .model, or choose one of [mini].");
    }

    @Test
    void the_default_comes_first_and_the_others_by_id() {
        assertThat(
                        ConfiguredModels.of(
                                ModelSettings.of(
                                        "default",
                                        "mini",
                                        "zeta.provider",
                                        "ollama",
                                        "zeta.model",
                                        "m",
                                        "mini.provider",
                                        "ollama",
                                        "mini.model",
                                        "m",
                                        "alpha.provider",
                                        "ollama",
                                        "alpha.model",
                                        "m")))
                .extracting(Model::id)
                .containsExactly("mini", "alpha", "zeta");
    }

    @Test
    void a_key_never_shows() {
        ModelsConfig config =
                ModelSettings.of(
                        "mini.provider", "openai", "mini.model", "m", "mini.api-key", "sk-secret");

        assertThat(config.toString()).doesNotContain("sk-secret");
        assertThat(one(config).toString()).doesNotContain("sk-secret");
        assertThat(config.models().toString()).doesNotContain("sk-secret");
        assertThat(one(config).apiKey().toString()).doesNotContain("sk-secret");
        assertThat(ApiKey.of("mini", one(config)).toString()).doesNotContain("sk-secret");
        assertThat(ConfiguredModels.of(config).toString()).doesNotContain("sk-secret");
    }

    private static ModelConfig one(ModelsConfig config) {
        return Optional.of(config.models().values())
                .filter(models -> models.size() == 1)
                .orElseThrow()
                .iterator()
                .next();
    }
}
