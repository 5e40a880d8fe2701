package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Answers in the right shape: by default each text again, behind its language, as `[en] text`.
public final class EchoAnswers implements Function<JsonNode, String> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BiFunction<String, String, String> translation;

    public EchoAnswers() {
        this((text, target) -> "[%s] %s".formatted(target, text));
    }

    /// @param translation of a text into the language of a tag
    public EchoAnswers(BiFunction<String, String, String> translation) {
        this.translation = translation;
    }

    @Override
    public String apply(JsonNode data) {
        String target = data.path("target").asText();
        return switch (data.path("task").asText()) {
            case "translate" -> translate(data, target);
            case "condense" -> condense(data, target);
            case "repair" -> repair(data);
            case "judge" -> judge(data);
            default -> "[?] " + data.asText();
        };
    }

    private String translate(JsonNode data, String target) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode translations = answer.putArray("translations");
        for (JsonNode segment : data.path("segments")) {
            translations
                    .addObject()
                    .put("id", segment.path("id").asText())
                    .put("text", translation.apply(segment.path("text").asText(), target));
        }
        return answer.toString();
    }

    /// Each answer as it was: nothing is ever mended.
    private static String repair(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode texts = answer.putArray("texts");
        for (JsonNode old : data.path("answers")) {
            texts.addObject()
                    .put("id", old.path("id").asText())
                    .put("text", old.path("text").asText());
        }
        return answer.toString();
    }

    /// No errors.
    private static String judge(JsonNode data) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode judgements = answer.putArray("judgements");
        for (JsonNode text : data.path("answers")) {
            judgements.addObject().put("id", text.path("id").asText()).putArray("errors");
        }
        return answer.toString();
    }

    private String condense(JsonNode data, String target) {
        String title = "[%s] %s".formatted(target, data.path("title").asText());
        String style = data.path("style").asText();
        ObjectNode answer = JSON.createObjectNode();
        if (style.equals("bullets")) {
            answer.putArray(style).add(title + " 1").add(title + " 2").add(title + " 3");
        } else {
            answer.put(style, title);
        }
        return answer.toString();
    }
}
