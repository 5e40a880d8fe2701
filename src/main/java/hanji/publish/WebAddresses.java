package hanji.publish;

import java.util.Locale;
import org.commonmark.renderer.html.UrlSanitizer;

/// Lets http and https through, and nothing else: no `javascript:`, no `data:`, no `mailto:`.
final class WebAddresses implements UrlSanitizer {

    @Override
    public String sanitizeLinkUrl(String url) {
        String lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("https://") || lower.startsWith("http://") ? url.strip() : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return "";
    }
}
