package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Answers with texts of a test's own, and mends them when it is told what is wrong.
///
/// @param draft of a segment's text, or of a condensation's title
/// @param mended of a text that came back with findings
/// @param judged the errors of a text, as a JSON array
public record Mender(
        UnaryOperator<String> draft, UnaryOperator<String> mended, UnaryOperator<String> judged)
        implements Function<JsonNode, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// One whose judge finds nothing.
    public Mender(UnaryOperator<String> draft, UnaryOperator<String> mended) {
        this(draft, mended, _ -> "[]");
    }

    @Override
    public String apply(JsonNode data) {
        return switch (data.path("task").asText()) {
            case "translate" -> texts(data.path("segments"), "translations", draft);
            case "repair" -> texts(data.path("answers"), "texts", mended);
            case "judge" -> judgements(data);
            default -> condensation(data);
        };
    }

    private static String texts(JsonNode given, String key, UnaryOperator<String> change) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode texts = answer.putArray(key);
        for (JsonNode one : given) {
            texts.addObject()
                    .put("id", one.path("id").asText())
                    .put("text", change.apply(one.path("text").asText()));
        }
        return answer.toString();
    }

    private String judgements(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode judgements = answer.putArray("judgements");
        for (JsonNode one : data.path("answers")) {
            judgements
                    .addObject()
                    .put("id", one.path("id").asText())
                    .putRawValue("errors", new RawValue(judged.apply(one.path("text").asText())));
        }
        return answer.toString();
    }

    private String condensation(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        String style = data.path("style").asText();
        String text = draft.apply(data.path("title").asText());
        if (style.equals("bullets")) {
            text.lines().forEach(answer.putArray(style)::add);
        } else {
            answer.put(style, text);
        }
        return answer.toString();
    }
}
