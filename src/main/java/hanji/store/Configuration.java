package hanji.store;

import hanji.segment.Problem;
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

/// Reads the configuration where Quarkus would, with its precedence, for what runs without it.
public final class Configuration {

    /// What Quarkus gives the file beside the program: below `.env` (295), above the program's own
    /// defaults.
    private static final int PROPERTIES_ORDINAL = 260;

    private Configuration() {}

    /// System properties, then environment variables, then `.env` and
    /// `config/application.properties` in a folder.
    ///
    /// @param home the working directory
    /// @throws Problem (set-up) for a file that cannot be read
    public static SmallRyeConfigBuilder builder(Path home, Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                // a thread's own loader may be somebody else's: commands check in parallel
                .forClassLoader(Configuration.class.getClassLoader())
                .addDefaultInterceptors()
                // Quarkus brings the one for durations such as 60s
                .addDiscoveredConverters()
                .withSources(new SysPropConfigSource())
                .withSources(new EnvConfigSource(environment, EnvConfigSource.ORDINAL))
                .withSources(dotEnv(home))
                .withSources(properties(home));
    }

    private static List<ConfigSource> dotEnv(Path home) {
        Path file = home.resolve(".env");
        return Files.isRegularFile(file)
                ? DotEnvConfigSourceProvider.dotEnvSources(
                        file.toUri().toString(), Configuration.class.getClassLoader())
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
                            "Cannot read %s: check that it is a readable text file.",
                            file)
                    .causedBy(e);
        }
        Map<String, String> values =
                read.stringPropertyNames().stream()
                        .collect(Collectors.toMap(name -> name, read::getProperty));
        return List.of(new PropertiesConfigSource(values, file.toString(), PROPERTIES_ORDINAL));
    }
}
