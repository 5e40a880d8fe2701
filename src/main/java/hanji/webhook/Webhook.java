package hanji.webhook;

import hanji.segment.Language;
import hanji.segment.Problem;
import io.smallrye.config.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// A program that is told of publications.
///
/// @param id its configured name
/// @param languages what it is told about
public record Webhook(String id, URI url, SigningKey key, Set<Language> languages) {

    /// What is configured.
    ///
    /// @throws Problem (set-up) naming the key to mend, never its secret
    public static List<Webhook> of(WebhooksConfig config) {
        Set<String> allowed = allowed(config);
        return config.hooks().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), allowed))
                .toList();
    }

    /// Hosts that may stand in the own network.
    public static Set<String> allowed(WebhooksConfig config) {
        return config.allowHosts().orElse(List.of()).stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
    }

    private static Webhook of(String id, WebhooksConfig.Hook hook, Set<String> allowed) {
        String url = hook.url().orElseThrow(() -> wrong(id, "url", "is missing"));
        String secret =
                hook.secret()
                        .map(Secret::get)
                        .orElseThrow(
                                () -> wrong(id, "secret", "is missing: " + SigningKey.HOW_TO_MAKE));
        return new Webhook(
                id,
                url(id, url, allowed),
                SigningKey.of(secret)
                        .orElseThrow(() ->
                                wrong(id, "secret", "is no secret: " + SigningKey.HOW_TO_MAKE)),
                hook.languages()
                        .map(tags -> tags.stream().map(tag -> language(id, tag)).toList())
                        .map(Set::copyOf)
                        .orElse(Set.copyOf(Language.TARGETS)));
    }

    private static URI url(String id, String text, Set<String> allowed) {
        URI url;
        try {
            url = URI.create(text.strip());
        } catch (IllegalArgumentException _) {
            throw wrong(id, "url", "is no address");
        }
        String host = url.getHost();
        boolean secure = "https".equals(url.getScheme());
        boolean plain = "http".equals(url.getScheme());
        if (host == null || !(secure || plain) || url.getRawUserInfo() != null) {
            throw wrong(id, "url", "is not like https://host/path, without a user name");
        }
        if (plain && !allowed.contains(host.toLowerCase(Locale.ROOT))) {
            throw wrong(
                    id,
                    "url",
                    "is plain http: use https, or name the host in hanji.webhooks.allow-hosts");
        }
        return url;
    }

    private static Language language(String id, String tag) {
        try {
            return Language.target(tag);
        } catch (Problem problem) {
            throw wrong(id, "languages", "cannot be read: " + problem.sentence());
        }
    }

    private static Problem wrong(String id, String key, String what) {
        return Problem.setup("hanji.webhooks.%s.%s %s.", id, key, what.replaceAll("\\.$", ""));
    }
}
