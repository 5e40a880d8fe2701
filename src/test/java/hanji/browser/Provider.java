package hanji.browser;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;

/// An OpenID Connect provider that believes whatever somebody says of herself.
final class Provider {

    private Provider() {}

    static MockOAuth2Server start() {
        MockOAuth2Server provider =
                new MockOAuth2Server(
                        OAuth2Config.Companion.fromJson(
                                "{\"interactiveLogin\":true,\"httpServer\":\"NettyWrapper\"}"));
        provider.start(InetAddress.getLoopbackAddress(), 0);
        return provider;
    }

    /// The environment of a Hanji that trusts it.
    static Map<String, String> settings(MockOAuth2Server provider, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("HANJI_AUTH", "oidc");
        settings.put("HANJI_OIDC_ISSUER", provider.issuerUrl("default").toString());
        settings.put("HANJI_OIDC_CLIENT_ID", "hanji");
        settings.put("HANJI_OIDC_CLIENT_SECRET", "a secret of more than thirty-two characters");
        settings.put("HANJI_OIDC_NAME_CLAIM", "sub");
        return settings;
    }
}
