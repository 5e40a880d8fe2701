package hanji.llm;

import com.fasterxml.jackson.databind.JsonNode;

/// All that is said to a model.
///
/// @param name of the answer's schema, as `translate`
/// @param schema JSON schema of the answer: objects, arrays and strings only
/// @param maxOutputTokens where the answer is cut
public record ModelRequest(
        String name,
        String system,
        String user,
        JsonNode schema,
        double temperature,
        int maxOutputTokens) {}
