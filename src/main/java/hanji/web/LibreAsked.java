package hanji.web;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What LibreTranslate's clients ask for.
///
/// @param q a text, or a list of texts
/// @param key one of the clients writes it as `apiKey`
@JsonIgnoreProperties(ignoreUnknown = true)
record LibreAsked(
        @Nullable JsonNode q,
        @Nullable String source,
        @Nullable String target,
        @Nullable String format,
        @JsonProperty("api_key") @JsonAlias("apiKey") @Nullable String key) {

    static LibreAsked form(
            @Nullable List<String> q,
            @Nullable String source,
            @Nullable String target,
            @Nullable String format,
            @Nullable String key) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        JsonNode texts = null;
        if (q != null && q.size() == 1) {
            texts = json.textNode(q.getFirst());
        } else if (q != null) {
            var list = json.arrayNode();
            q.forEach(list::add);
            texts = list;
        }
        return new LibreAsked(texts, source, target, format, key);
    }

    boolean list() {
        return q != null && q.isArray();
    }

    boolean auto() {
        return source != null && source.strip().equals("auto");
    }

    /// @throws Problem (bad input) when it is not one text
    String one() {
        if (q == null || !q.isTextual() || q.textValue().isBlank()) {
            throw Problem.badInput("Invalid request: missing q parameter.");
        }
        return q.textValue();
    }

    /// @throws Problem (bad input, too large) for what Hanji cannot do
    Translating.Wanted wanted() {
        if (source == null) {
            throw Problem.badInput("Invalid request: missing source parameter.");
        }
        if (target == null) {
            throw Problem.badInput("Invalid request: missing target parameter.");
        }
        if (!auto() && Language.of(source) != Language.SOURCE) {
            throw Problem.badInput("%s is not supported as source: use ko or auto.", source);
        }
        if (format != null && !format.isBlank() && !format.equals("text")) {
            throw Problem.badInput("%s format is not supported: use text.", format);
        }
        return Translating.Wanted.of("q", texts(), "title", null, Language.target(target));
    }

    private List<@Nullable String> texts() {
        if (!list()) {
            return List.of(one());
        }
        List<@Nullable String> texts = new ArrayList<>();
        for (JsonNode text : q) {
            if (!text.isTextual()) {
                throw Problem.badInput("q[%d] is no text.", texts.size());
            }
            texts.add(text.textValue());
        }
        return texts;
    }
}
