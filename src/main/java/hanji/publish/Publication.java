package hanji.publish;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.segment.Language;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A digest that was published in a language.
///
/// @param units translations that stand in it
/// @param withdrawnBy null while it stands; so for the time
/// @param id raised by each publication
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Publication(
        @JsonIgnore long id,
        String digest,
        Language language,
        int units,
        String actor,
        Instant at,
        @Nullable String withdrawnBy,
        @Nullable Instant withdrawnAt) {

    Publication numbered(long id) {
        return new Publication(id, digest, language, units, actor, at, withdrawnBy, withdrawnAt);
    }

    Publication withdrawn(String by, Instant when) {
        return new Publication(id, digest, language, units, actor, at, by, when);
    }

    /// The address of its page, without the host.
    @JsonProperty("path")
    public String path() {
        return path(digest, language);
    }

    /// The address of the page of a digest in a language.
    public static String path(String digest, Language language) {
        return "/published/%s/%s"
                .formatted(
                        URLEncoder.encode(digest, StandardCharsets.UTF_8)
                                .replace("+", "%20")
                                .replace("*", "%2A"),
                        language.tag());
    }

    @JsonIgnore
    public boolean withdrawn() {
        return withdrawnAt != null;
    }
}
