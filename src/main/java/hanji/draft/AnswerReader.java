package hanji.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hanji.segment.UnitKind;
import hanji.store.StorableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a model's answer strictly: exactly the ids asked for, each once, nothing blank, nothing
/// beside it.
public final class AnswerReader {

    /// What a condensation in bullets has.
    static final int BULLETS = 3;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private AnswerReader() {}

    /// An answer as it was understood.
    public sealed interface Reading {

        record Whole(Map<String, String> texts) implements Reading {}

        /// It cannot be used.
        ///
        /// @param problem completes the sentence "The answer …"
        record Malformed(String problem) implements Reading {}
    }

    public static Reading read(DraftRequest request, String answer) {
        JsonNode json;
        try {
            json = JSON.readTree(answer);
        } catch (JsonProcessingException e) {
            return new Reading.Malformed("is not JSON");
        }
        if (json == null || !json.isObject()) {
            return new Reading.Malformed("is not a JSON object");
        }
        return switch (request) {
            case DraftRequest.Translate translate -> translations(translate, json);
            case DraftRequest.Condense condense -> condensation(condense, json);
        };
    }

    private static Reading translations(DraftRequest.Translate request, JsonNode json) {
        JsonNode items = json.get("translations");
        if (items == null || !items.isArray() || json.size() != 1) {
            return new Reading.Malformed("does not hold \"translations\" alone");
        }
        Set<String> wanted =
                request.segments().stream().map(DraftRequest.Piece::id).collect(Collectors.toSet());
        Map<String, String> texts = new LinkedHashMap<>();
        for (JsonNode item : items) {
            String id = item.path("id").isValueNode() ? item.path("id").asText() : "";
            String text = text(item.get("text"));
            if (!wanted.contains(id)) {
                return new Reading.Malformed(
                        "holds a text that nobody asked for (id \"%s\")".formatted(shortened(id)));
            }
            if (text == null) {
                return new Reading.Malformed("has no text for segment " + id);
            }
            if (item.size() != 2) {
                return new Reading.Malformed("holds more than a text for segment " + id);
            }
            if (texts.put(id, text) != null) {
                return new Reading.Malformed("holds segment " + id + " twice");
            }
        }
        if (texts.size() < wanted.size()) {
            return new Reading.Malformed(
                    "holds %d of the %d texts asked for".formatted(texts.size(), wanted.size()));
        }
        return new Reading.Whole(texts);
    }

    private static Reading condensation(DraftRequest.Condense request, JsonNode json) {
        String style = request.kind().wire();
        JsonNode value = json.get(style);
        if (value == null || json.size() != 1) {
            return new Reading.Malformed("does not hold \"%s\" alone".formatted(style));
        }
        boolean list = request.kind() == UnitKind.BULLETS;
        String text = !list ? text(value) : value.isArray() ? lines(value) : null;
        if (text == null) {
            return new Reading.Malformed(
                    list ? "does not hold exactly three texts" : "has no text");
        }
        return new Reading.Whole(Map.of(style, text));
    }

    private static @Nullable String lines(JsonNode array) {
        List<String> lines = new ArrayList<>();
        for (JsonNode item : array) {
            String text = text(item);
            if (text == null) {
                return null;
            }
            lines.add(text.replaceAll("\\s*\\R\\s*", " "));
        }
        return lines.size() == BULLETS ? String.join("\n", lines) : null;
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || !node.isTextual() || node.textValue().isBlank()
                ? null
                : StorableText.of(node.textValue().strip());
    }

    private static String shortened(String id) {
        return id.length() <= 40 ? id : id.substring(0, 40) + "…";
    }
}
