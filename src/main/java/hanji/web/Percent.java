package hanji.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Text as one piece of an address or a header: only letters, digits and `.-_` stand for themselves
/// (RFC 3986, RFC 8187), so that no `;` or `/` in a key is read as part of the address.
final class Percent {

    private Percent() {}

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
