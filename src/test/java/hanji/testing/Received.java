package hanji.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// One call that reached the stub.
///
/// @param headers by lower-case name, the first value of each
/// @param body the JSON as it was sent
public record Received(String path, Map<String, String> headers, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The texts of all messages; Anthropic keeps the system message apart and wraps texts into
    /// blocks.
    public List<String> texts() {
        return StreamSupport.stream(messages().spliterator(), false)
                .map(message -> text(message.path("content")))
                .toList();
    }

    /// The last message as JSON; as a text when it is none.
    public JsonNode data() {
        List<String> texts = texts();
        String user = texts.isEmpty() ? "" : texts.getLast();
        try {
            JsonNode read = JSON.readTree(user);
            return read.isObject() ? read : TextNode.valueOf(user);
        } catch (JsonProcessingException _) {
            return TextNode.valueOf(user);
        }
    }

    private JsonNode messages() {
        JsonNode system = body.path("system");
        if (system.isMissingNode()) {
            return body.path("messages");
        }
        var all = JSON.createArrayNode();
        all.addObject().set("content", system);
        body.path("messages").forEach(all::add);
        return all;
    }

    private static String text(JsonNode content) {
        return content.isTextual()
                ? content.asText()
                : StreamSupport.stream(content.spliterator(), false)
                        .map(block -> block.path("text").asText())
                        .collect(Collectors.joining());
    }
}
