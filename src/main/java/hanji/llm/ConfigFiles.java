package hanji.llm;

import hanji.segment.Problem;
import hanji.store.Configuration;
import io.smallrye.config.ConfigValidationException;
import java.nio.file.Path;
import java.util.Map;

/// Reads the configuration of the models without Quarkus.
final class ConfigFiles {

    private ConfigFiles() {}

    static ModelsConfig load(Path home, Map<String, String> environment) {
        try {
            return Configuration.builder(home, environment)
                    .withMapping(ModelsConfig.class)
                    .build()
                    .getConfigMapping(ModelsConfig.class);
        } catch (ConfigValidationException e) {
            throw new Problem(Problem.Kind.SETUP, sentence(e)).causedBy(e);
        }
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
