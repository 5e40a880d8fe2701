package hanji.testing;

import hanji.llm.ModelsConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/// Model configurations for tests, which no environment variable of the machine can change.
public final class ModelSettings {

    private ModelSettings() {}

    /// The configuration of such settings and no others.
    ///
    /// @param settings as `mini.provider`, `openai`, …; the keys go under `hanji.llm.models`, and
    ///   `default` under `hanji.llm`
    public static ModelsConfig of(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            String prefix = settings[i].equals("default") ? "hanji.llm." : "hanji.llm.models.";
            properties.put(prefix + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .withMapping(ModelsConfig.class)
                .build()
                .getConfigMapping(ModelsConfig.class);
    }

    /// One model `mini` of an OpenAI-compatible server, with prices, that takes so many calls at
    /// once.
    public static ModelsConfig openAi(String baseUrl, int inFlight) {
        return of(
                "mini.provider",
                "openai",
                "mini.base-url",
                baseUrl,
                "mini.model",
                "stub",
                "mini.max-concurrency",
                String.valueOf(inFlight),
                "mini.price-in",
                "2",
                "mini.price-out",
                "8");
    }

    /// One model `mini` of an OpenAI-compatible server.
    public static ModelsConfig openAi(StubModelServer server) {
        return of(
                "mini.provider", "openai", "mini.base-url", server.baseUrl(), "mini.model", "stub");
    }
}
