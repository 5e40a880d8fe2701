package hanji.cli;

import hanji.segment.Problem;

/// Tells Quarkus of the OpenID Connect provider, in its own words.
final class Oidc {

    private Oidc() {}

    /// @throws Problem (set-up) when something is missing
    static void configure() {
        set("tenant-enabled", "true");
        set("auth-server-url", needed("issuer"));
        set("client-id", needed("client-id"));
        set("credentials.secret", needed("client-secret"));
        set("application-type", "web-app");
        set("authentication.pkce-required", "true");
        set("authentication.restore-path-after-redirect", "true");
        set("authentication.cookie-same-site", "lax");
        set("logout.path", "/login/oidc/leave");
        set("logout.post-logout-path", "/login");
    }

    private static String needed(String key) {
        return Settings.setting("hanji.oidc." + key)
                .orElseThrow(() ->
                        Problem.setup(
                                "hanji.auth is oidc, and hanji.oidc.%s is missing: set it (docs/accounts.md).",
                                key));
    }

    private static void set(String key, String value) {
        System.setProperty("quarkus.oidc." + key, value);
    }
}
