package hanji.web;

import hanji.account.Editor;
import hanji.batch.Budget;
import hanji.qa.Grading;
import hanji.segment.Problem;
import hanji.store.DataFolder;
import hanji.store.DatabaseAddress;
import io.quarkus.runtime.LaunchMode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// Where a server finds its things; `application.properties` says what each key does.
@Singleton
final class ServerConfig {

    private final Config config;

    @Inject
    ServerConfig(Config config) {
        this.config = config;
    }

    /// The folder with `prompts` and `fixtures`.
    Path home() {
        return config.getValue("hanji.home", Path.class);
    }

    DatabaseAddress address() {
        return config.getOptionalValue("hanji.db.url", String.class)
                .map(url ->
                        DatabaseAddress.of(url, text("hanji.db.user"), text("hanji.db.password")))
                .orElseGet(() ->
                        DatabaseAddress.inFolder(
                                DataFolder.usable(config.getValue("hanji.data", Path.class))));
    }

    /// Where the search index is kept; null, in memory, beside a database that is in memory.
    @Nullable Path searchFolder() {
        return indexFolder("search");
    }

    /// Where the translation memory's index is kept; null as for the search.
    @Nullable Path memoryFolder() {
        return indexFolder("memory");
    }

    private @Nullable Path indexFolder(String name) {
        boolean memory =
                config.getOptionalValue("hanji.db.url", String.class)
                        .filter(url -> url.startsWith("jdbc:h2:mem:"))
                        .isPresent();
        return memory ? null : config.getValue("hanji.data", Path.class).resolve(name);
    }

    private String text(String key) {
        return config.getOptionalValue(key, String.class).orElse("");
    }

    /// Whether the proof sheet of all states is shown: to those who work on Hanji, and where it is
    /// asked for.
    boolean devStates() {
        return LaunchMode.current().isDevOrTest()
                || config.getValue("hanji.dev-states", Boolean.class);
    }

    /// Whether a draft with serious findings goes back to the model once.
    boolean repair() {
        return config.getValue("hanji.repair", Boolean.class);
    }

    /// The model that judges texts; empty when none does.
    Optional<String> judge() {
        return config.getOptionalValue("hanji.judge.model", String.class);
    }

    /// What may be spent on batches in a day.
    Budget daily() {
        return new Budget(
                config.getOptionalValue("hanji.budget.day.max-cost", BigDecimal.class).orElse(null),
                config.getOptionalValue("hanji.budget.day.max-tokens", Long.class).orElse(null));
    }

    Duration heartbeat() {
        return config.getValue("hanji.batch.heartbeat", Duration.class);
    }

    /// Which checks are off, or count for more or less.
    Grading grading() {
        return Grading.of(config);
    }

    /// What is imported at start.
    List<Path> digests() {
        return config.getOptionalValues("hanji.digests", Path.class).orElse(List.of());
    }

    /// Names beside this machine's own that requests may come under, as a reverse proxy passes them
    /// on.
    List<String> hosts() {
        return config.getOptionalValues("hanji.hosts", String.class).orElse(List.of());
    }

    /// Whether everybody may read what is published.
    boolean publishPublic() {
        return config.getValue("hanji.publish.public", Boolean.class);
    }

    /// Where readers find what is published: scheme and host, and a port where it has one.
    ///
    /// @throws Problem (set-up) for anything else
    Optional<URI> publishAddress() {
        return config.getOptionalValue("hanji.publish.address", String.class)
                .map(ServerConfig::address);
    }

    private static URI address(String text) {
        try {
            URI uri = URI.create(text.strip().replaceAll("/+$", ""));
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null) {
                return uri;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw Problem.setup(
                "hanji.publish.address is \"%s\": write it as https://papers.example.org, without a path.",
                text);
    }

    Editor editor() {
        return Editor.everything(config.getValue("hanji.account.name", String.class));
    }

    Auth auth() {
        return Auth.of(config.getValue("hanji.auth", String.class));
    }

    /// How long a session lives without a request.
    Duration idleSession() {
        return config.getValue("hanji.session.idle", Duration.class);
    }

    /// How long a session lives at most.
    Duration longestSession() {
        return config.getValue("hanji.session.longest", Duration.class);
    }

    /// Whether browsers reach this server by HTTPS alone, through a proxy.
    boolean https() {
        return config.getValue("hanji.session.https", Boolean.class);
    }

    /// What one visitor may send; 0 for no limit.
    int requestsPerSecond() {
        return config.getValue("hanji.requests-per-second", Integer.class);
    }

    /// Whether somebody may approve what she wrote herself.
    boolean ownWords() {
        return config.getValue("hanji.review.own-words", Boolean.class);
    }

    String oidc(String key) {
        return config.getValue("hanji.oidc." + key, String.class);
    }

    String host() {
        return config.getValue("quarkus.http.host", String.class);
    }
}
