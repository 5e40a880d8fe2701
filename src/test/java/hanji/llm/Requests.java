package hanji.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/// Requests as prompts would make them.
final class Requests {

    static final ObjectMapper JSON = new ObjectMapper();

    static final String SCHEMA =
            """
            {"type":"object","properties":{"translations":{"type":"array","items":{"type":"object",
             "properties":{"id":{"type":"string"},"text":{"type":"string"}},
             "required":["id","text"],"additionalProperties":false}}},
             "required":["translations"],"additionalProperties":false}
            """;

    private Requests() {}

    static ModelRequest translate() {
        return of(
                """
                {"task":"translate","source":"ko","target":"en","title":"T",
                 "segments":[{"id":"s1","text":"하나"},{"id":"s2","text":"둘"}]}
                """);
    }

    static ModelRequest of(String user) {
        return new ModelRequest("translate", "You translate.", user, json(SCHEMA), 0.2, 4000);
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
