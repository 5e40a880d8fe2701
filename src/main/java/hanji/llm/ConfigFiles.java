package hanji.llm;

import hanji.segment.Problem;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Reads the configuration where Quarkus would, with its precedence.
final class ConfigFiles {

    /// What Quarkus gives the file beside the program: below `.env` (295), above the program's own
    /// defaults.
    private static final int PROPERTIES_ORDINAL = 260;

    private ConfigFiles() {}

    static ModelsConfig load(Path home, Map<String, String> environment) {
        try {
            return new SmallRyeConfigBuilder()
                    .addDefaultInterceptors()
                    // Quarkus brings the one for durations such as 60s
                    .addDiscoveredConverters()
                    .withSources(new SysPropConfigSource())
                    .withSources(new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                    .withSources(dotEnv(home))
                    .withSources(properties(home))
                    .withMapping(ModelsConfig.class)
                    .build()
                    .getConfigMapping(ModelsConfig.class);
        } catch (ConfigValidationException e) {
            throw new Problem(Problem.Kind.SETUP, sentence(e), e);
        }
    }

    private static List<ConfigSource> dotEnv(Path home) {
        Path file = home.resolve(".env");
        return Files.isRegularFile(file)
                ? DotEnvConfigSourceProvider.dotEnvSources(
                        file.toUri().toString(), ConfigFiles.class.getClassLoader())
                : List.of();
    }

    private static List<ConfigSource> properties(Path home) {
        Path file = home.resolve("config").resolve("application.properties");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        Properties read = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            read.load(reader);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.SETUP,
                    "Cannot read %s: check that it is a readable text file.".formatted(file),
                    e);
        }
        Map<String, String> values =
                read.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, read::getProperty));
        return List.of(new PropertiesConfigSource(values, file.toString(), PROPERTIES_ORDINAL));
    }

    /// SmallRye's messages name the key; its number in front helps nobody who configures a model.
    private static String sentence(ConfigValidationException e) {
        StringBuilder all = new StringBuilder("The configuration of the models cannot be used:");
        for (int i = 0; i < e.getProblemCount(); i++) {
            all.append(' ').append(e.getProblem(i).getMessage().replaceFirst("^SRCFG\\d+: ", ""));
        }
        return all.toString();
    }
}
