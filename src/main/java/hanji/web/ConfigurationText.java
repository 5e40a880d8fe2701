package hanji.web;

import hanji.segment.SourceHash;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// What Hanji is told to do, without its secrets, so that the audit log can say when it changed.
final class ConfigurationText {

    private static final List<String> SECRET =
            List.of("api-key", "client-secret", "password", "secret", "token");

    /// Where it runs is not what it does.
    private static final List<String> PLACE = List.of("hanji.home", "hanji.data", "hanji.db");

    private ConfigurationText() {}

    /// SHA-256 of the names and values, sorted.
    static String hash(Config config) {
        return SourceHash.of(
                        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                                .filter(name -> name.startsWith("hanji."))
                                .filter(name -> PLACE.stream().noneMatch(name::startsWith))
                                .filter(name ->
                                        !SECRET.contains(name.substring(name.lastIndexOf('.') + 1)))
                                .distinct()
                                .sorted()
                                .map(name ->
                                        name
                                                + "="
                                                + config.getOptionalValue(name, String.class)
                                                        .orElse(""))
                                .collect(Collectors.joining("\n")))
                .hex();
    }
}
