package hanji.llm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonBooleanSchema;
import dev.langchain4j.model.chat.request.json.JsonIntegerSchema;
import dev.langchain4j.model.chat.request.json.JsonNumberSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonSchemaElement;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A prompt's JSON schema as LangChain4j wants it. Types, properties, what is required and
/// descriptions go over the wire; bounds (`minItems`, `maxLength`) do not, for strict modes refuse
/// them: who reads the answer checks those.
final class AnswerSchema {

    private AnswerSchema() {}

    static ResponseFormat format(ModelRequest request) {
        return ResponseFormat.builder()
                .type(ResponseFormatType.JSON)
                .jsonSchema(
                        JsonSchema.builder()
                                .name(request.name())
                                .rootElement(element(request.schema()))
                                .build())
                .build();
    }

    private static JsonSchemaElement element(JsonNode schema) {
        String description = text(schema.get("description"));
        return switch (schema.path("type").asText()) {
            case "object" -> object(schema, description);
            case "array" -> array(schema, description);
            case "string" -> JsonStringSchema.builder().description(description).build();
            case "integer" -> JsonIntegerSchema.builder().description(description).build();
            case "number" -> JsonNumberSchema.builder().description(description).build();
            case "boolean" -> JsonBooleanSchema.builder().description(description).build();
            default ->
                    throw new IllegalArgumentException(
                            "an answer's schema has objects, arrays, strings, numbers and booleans only: "
                                    + schema);
        };
    }

    private static JsonSchemaElement object(JsonNode schema, @Nullable String description) {
        JsonObjectSchema.Builder object =
                JsonObjectSchema.builder().description(description).additionalProperties(false);
        schema.path("properties")
                .properties()
                .forEach(property ->
                        object.addProperty(property.getKey(), element(property.getValue())));
        return object.required(texts(schema.path("required"))).build();
    }

    private static JsonSchemaElement array(JsonNode schema, @Nullable String description) {
        return JsonArraySchema.builder()
                .description(description)
                .items(element(schema.path("items")))
                .build();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null ? null : node.asText();
    }
}
