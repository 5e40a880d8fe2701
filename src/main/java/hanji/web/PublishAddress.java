package hanji.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/// Where readers find what is published: as configured, else as whoever asks came, under a name
/// that [KnownHosts] let through.
@Singleton
final class PublishAddress {

    private final ServerConfig config;

    PublishAddress(ServerConfig config) {
        this.config = config;
    }

    /// Without a slash at its end.
    String base(UriInfo uri) {
        return config.publishAddress()
                .map(URI::toString)
                .orElseGet(() -> {
                    URI here = uri.getBaseUri();
                    String scheme = config.https() ? "https" : here.getScheme();
                    return scheme + "://" + here.getRawAuthority();
                });
    }

    /// Who names the entries of the feed (RFC 4151): the names of this machine are one.
    static String authority(String base) {
        String host = URI.create(base).getHost();
        return Loopback.is(host) ? "localhost" : host;
    }
}
