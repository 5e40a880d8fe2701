package hanji.digest;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The identifier in a link to arXiv, or to the page Hugging Face keeps for the same paper.
final class ArxivId {

    // New identifiers (2401.13795, since 2007) and old ones (cs/0112017, math.GT/0309136).
    private static final Pattern LINK =
            Pattern.compile(
                    "https?://(?:(?:[a-z]+\\.)?arxiv\\.org/(?:abs|pdf|html)|(?:www\\.)?huggingface\\.co/papers)/"
                            + "(\\d{4}\\.\\d{4,5}|[a-z-]+(?:\\.[A-Z]{2})?/\\d{7})(?:v\\d+)?(?:\\.pdf)?(?:[?#/].*)?");

    private ArxivId() {}

    /// Without version: `v2` is another text of the same paper.
    static @Nullable String in(@Nullable String link) {
        if (link == null) {
            return null;
        }
        var matcher = LINK.matcher(link);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
