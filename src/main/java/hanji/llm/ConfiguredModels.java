package hanji.llm;

import hanji.llm.ModelsConfig.ModelConfig;
import hanji.segment.Problem;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The configuration, checked: everything that would fail later for each call fails here once, with
/// the key to mend.
public final class ConfiguredModels {

    /// The range that OpenAI documents; the other providers stay inside it.
    private static final double MAX_TEMPERATURE = 2.0;

    private ConfiguredModels() {}

    /// The models, the default first, then by id.
    ///
    /// @throws Problem (set-up) naming the key to mend, never its value when that may be a secret
    static List<Model> of(ModelsConfig config) {
        List<Model> models = named(config);
        new TreeMap<>(config.models()).forEach(ConfiguredModels::checkKey);
        return models;
    }

    /// What would be asked, for those who ask nobody: a key may be missing.
    ///
    /// @param id null for the default
    /// @return empty when recorded answers would serve
    /// @throws Problem (set-up) as above; (bad input) for an id that is not configured
    public static Optional<Model> asked(ModelsConfig config, @Nullable String id) {
        List<Model> models = named(config);
        if (id != null) {
            return Optional.of(
                    models.stream()
                            .filter(model -> model.id().equals(id))
                            .findFirst()
                            .orElseThrow(() -> unknown(id, models)));
        }
        boolean recorded = config.defaultModel().filter(Model.RECORDED::equals).isPresent();
        return recorded ? Optional.empty() : models.stream().findFirst();
    }

    private static Problem unknown(String id, List<Model> models) {
        return models.isEmpty()
                ? Problem.badInput(
                        "Unknown model \"%s\": none is configured (see README, Connecting a model).",
                        id)
                : Problem.badInput(
                        "Unknown model \"%s\": use one of %s.",
                        id, models.stream().map(Model::id).collect(Collectors.joining(", ")));
    }

    private static List<Model> named(ModelsConfig config) {
        List<Model> models = new ArrayList<>();
        new TreeMap<>(config.models()).forEach((id, model) -> models.add(model(id, model)));
        config.defaultModel()
                .filter(id -> !id.equals(Model.RECORDED))
                .ifPresent(id -> putFirst(models, id));
        return List.copyOf(models);
    }

    private static void putFirst(List<Model> models, String id) {
        Model first =
                models.stream()
                        .filter(model -> model.id().equals(id))
                        .findFirst()
                        .orElseThrow(() ->
                                Problem.setup(
                                        "hanji.llm.default is \"%s\", and no such model is configured: set hanji.llm.models.%s.provider and .model, or choose one of %s.",
                                        id, id, models.stream().map(Model::id).toList()));
        models.remove(first);
        models.addFirst(first);
    }

    private static Model model(String id, ModelConfig config) {
        check(
                !id.equals(Model.RECORDED),
                id,
                "",
                "is the name of the recorded answers: choose another id for the model");
        ModelsConfig.Provider provider =
                config.provider()
                        .orElseThrow(() ->
                                wrong(
                                        id,
                                        ".provider",
                                        "is missing: set it to openai, ollama or anthropic"));
        String name =
                config.model()
                        .filter(value -> !value.isBlank())
                        .orElseThrow(() ->
                                wrong(
                                        id,
                                        ".model",
                                        "is missing: set it to what the provider calls the model"));
        checkAddress(id, config);
        checkNumbers(id, config);
        return new Model(
                id,
                provider.name().toLowerCase(Locale.ROOT),
                name.strip(),
                config.temperature().orElse(null),
                config.timeout(),
                config.maxConcurrency(),
                config.priceIn().orElse(null),
                config.priceOut().orElse(null));
    }

    private static void checkAddress(String id, ModelConfig config) {
        config.baseUrl()
                .ifPresent(address -> {
                    check(
                            isServer(address),
                            id,
                            ".base-url",
                            "is not the address of a server: write it as http://localhost:8000/v1, without a query");
                    check(
                            URI.create(address).getUserInfo() == null,
                            id,
                            ".base-url",
                            "holds a user name or a password: put the secret into .api-key");
                });
    }

    private static boolean isServer(String address) {
        try {
            URI uri = new URI(address);
            boolean http =
                    "http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme());
            return http
                    && uri.getHost() != null
                    && uri.getQuery() == null
                    && uri.getFragment() == null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static void checkKey(String id, ModelConfig config) {
        boolean set = ApiKey.of(id, config).isPresent();
        ModelsConfig.Provider provider = config.provider().orElse(null);
        boolean needed =
                provider == ModelsConfig.Provider.ANTHROPIC
                        || (provider == ModelsConfig.Provider.OPENAI && config.baseUrl().isEmpty());
        check(
                !needed || set,
                id,
                ".api-key",
                "is missing: set the key that the provider gave out"
                        + (provider == ModelsConfig.Provider.OPENAI
                                ? ", or .base-url for a server of your own"
                                : ""));
    }

    private static void checkNumbers(String id, ModelConfig config) {
        check(
                config.temperature().stream().allMatch(t -> t >= 0 && t <= MAX_TEMPERATURE),
                id,
                ".temperature",
                "is out of range: set it between 0 and 2");
        check(
                config.timeout().isPositive(),
                id,
                ".timeout",
                "is not positive: set it to 60s or so");
        check(
                config.maxConcurrency() >= 1,
                id,
                ".max-concurrency",
                "is below 1: set it to 1 or more");
        check(
                config.requestsPerMinute().stream().allMatch(n -> n >= 1),
                id,
                ".requests-per-minute",
                "is below 1: set it to 1 or more, or leave it out");
        check(
                config.priceIn().isPresent() == config.priceOut().isPresent(),
                id,
                ".price-in",
                "and .price-out belong together: set both or neither");
        check(
                config.priceIn().stream().allMatch(ConfiguredModels::isPrice),
                id,
                ".price-in",
                "is negative");
        check(
                config.priceOut().stream().allMatch(ConfiguredModels::isPrice),
                id,
                ".price-out",
                "is negative");
    }

    private static boolean isPrice(BigDecimal price) {
        return price.signum() >= 0;
    }

    private static void check(boolean right, String id, String key, String wrong) {
        if (!right) {
            throw wrong(id, key, wrong);
        }
    }

    private static Problem wrong(String id, String key, String wrong) {
        return Problem.setup("hanji.llm.models.%s%s %s.", id, key, wrong);
    }
}
