package hanji.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/// Spoils a right answer in one way.
final class ContentFaults {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContentFaults() {}

    static String spoil(String answer, Fault.Change change) {
        if (change == Fault.Change.TEXT) {
            return "Sure! Here is what you asked for.";
        }
        try {
            JsonNode root = JSON.readTree(answer);
            root.forEach(value -> {
                if (value instanceof ArrayNode items && !items.isEmpty()) {
                    spoil(items, change);
                }
            });
            return (change == Fault.Change.EMPTY_STRINGS ? emptied(root) : root).toString();
        } catch (JsonProcessingException _) {
            return answer;
        }
    }

    private static void spoil(ArrayNode items, Fault.Change change) {
        if (change == Fault.Change.TOO_FEW_IDS) {
            items.remove(items.size() - 1);
        } else if (change == Fault.Change.FOREIGN_IDS && items.get(0) instanceof ObjectNode first) {
            first.put("id", "nobody-asked");
        }
    }

    private static JsonNode emptied(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(property -> !property.getKey().equals("id"))
                    .toList()
                    .forEach(property ->
                            object.set(property.getKey(), emptied(property.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, emptied(array.get(i)));
            }
        }
        return node.isTextual() ? TextNode.valueOf("") : node;
    }
}
