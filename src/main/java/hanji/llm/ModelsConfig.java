package hanji.llm;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Which models can be asked, and how. Keys never show in `toString`, messages or logs.
@ConfigMapping(prefix = "hanji.llm")
public interface ModelsConfig {

    /// The id of the model that answers when nobody names one. Without it, the first id in
    /// alphabetical order does; with an id that is not configured, the program does not start.
    /// `recorded` keeps the recorded answers in first place: nothing is spent unless a model is
    /// named.
    @WithName("default")
    Optional<String> defaultModel();

    /// Each model under the id that users call it by. With none, the recorded answers serve. An id
    /// that is set by environment variables or in `.env` is made of lower-case letters and digits.
    Map<String, ModelConfig> models();

    /// One model.
    interface ModelConfig {

        /// How the server speaks. Changing it makes a new completion key, so everything is asked
        /// again.
        Optional<Provider> provider();

        /// Where the server is, up to and with the version: `http://localhost:8000/v1`. Without it,
        /// the provider's own address (for Ollama this machine). Changing it asks nothing again.
        Optional<String> baseUrl();

        /// What the provider calls the model. Changing it makes a new completion key, so everything
        /// is asked again.
        Optional<String> model();

        /// The secret that the provider gave out; many local servers need none.
        Optional<Secret<String>> apiKey();

        /// A file that holds the secret alone, in place of it, as containers mount them; read when
        /// the program starts, without the line's end.
        Optional<Path> apiKeyFile();

        /// Overrides the temperature of every prompt. Higher, answers vary more from call to call
        /// and wander further; 0 gives the steadiest. Some models take only 1.
        Optional<Double> temperature();

        /// How long one answer may take as a whole. Lower, a long entry on a slow model never gets
        /// through; higher, a dead server holds a batch up longer.
        @WithDefault("60s")
        Duration timeout();

        /// How many calls are in flight at most. Hanji goes down from here when the server
        /// throttles or fails, and comes back. Higher, a batch is done sooner until that happens; a
        /// server on one graphics card is often quickest with 1 to 4.
        @WithDefault("8")
        int maxConcurrency();

        /// The provider's limit: calls start that far apart. Higher than what is granted, they come
        /// back throttled; lower, they wait here. Without it there is no such limit.
        OptionalInt requestsPerMinute();

        /// What a million input tokens cost. Higher, a budget stops a batch earlier; without both
        /// prices, costs stay unknown and a budget of money stops nothing.
        Optional<BigDecimal> priceIn();

        /// What a million output tokens cost; as above.
        Optional<BigDecimal> priceOut();
    }

    /// What a server speaks.
    enum Provider {
        /// every OpenAI-compatible server
        OPENAI,
        OLLAMA,
        ANTHROPIC
    }

    /// The configuration for a program that runs without Quarkus: system properties, then
    /// environment variables, then `.env` and `config/application.properties` in a folder.
    ///
    /// @param home the working directory
    /// @throws hanji.segment.Problem (set-up) for a key that is unknown or a value of the wrong
    ///   kind
    static ModelsConfig load(Path home) {
        return ConfigFiles.load(home, System.getenv());
    }
}
