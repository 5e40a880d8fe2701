package hanji.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.Secret;
import io.smallrye.config.WithParentName;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which programs are told of publications. Secrets never show in `toString`, messages or logs.
@ConfigMapping(prefix = "hanji.webhooks")
public interface WebhooksConfig {

    /// Hosts that may stand in the own network, or speak plain http: others are reached by https at
    /// public addresses alone.
    Optional<List<String>> allowHosts();

    /// Each under a name of its own, made of lower-case letters and digits.
    @WithParentName
    Map<String, Hook> hooks();

    /// One program.
    interface Hook {

        /// Where it listens.
        Optional<String> url();

        /// What both know: `whsec_` and 24 to 64 bytes in Base64.
        Optional<Secret<String>> secret();

        /// What it is told about; all languages without it.
        Optional<List<String>> languages();
    }
}
