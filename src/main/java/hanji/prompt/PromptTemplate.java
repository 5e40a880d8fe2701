package hanji.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// One prompt file.
///
/// @param id equals the file's base name
/// @param version SHA-256 of the file's bytes
/// @param schema JSON schema of the answer
/// @param system template of the system message
/// @param user template of the user message
/// @param text the whole file, as it was read
public record PromptTemplate(
        String id,
        String description,
        String version,
        double temperature,
        int maxOutputTokens,
        List<Variable> input,
        JsonNode schema,
        String system,
        String user,
        String text) {

    /// Something the template needs to be told.
    public record Variable(String name, String type, boolean optional) {}

    public PromptTemplate {
        input = List.copyOf(input);
    }

    /// Name and short version, as provenance keeps it: `translate@1f00d7aa`.
    public String label() {
        return id + "@" + version.substring(0, 8);
    }
}
