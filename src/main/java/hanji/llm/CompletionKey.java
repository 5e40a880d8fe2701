package hanji.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.segment.SourceHash;
import java.io.IOException;
import org.erdtman.jcs.JsonCanonicalizer;

/// Names one exact request: the SHA-256 of its canonical JSON (RFC 8785). It covers all that can
/// change the answer (provider, model, parameters, schema, rendered messages) and nothing else: no
/// key, no address, no time.
public record CompletionKey(String hex) {

    /// Raised when the canonical form itself changes, so that old keys never mean something new.
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    public static CompletionKey of(Model model, ModelRequest request) {
        return new CompletionKey(SourceHash.of(canonical(model, request)).hex());
    }

    /// The canonical JSON itself, for those who want to see what is hashed.
    static String canonical(Model model, ModelRequest request) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("format", FORMAT);
        whole.put("provider", model.provider());
        whole.put("model", model.name());
        whole.putObject("parameters")
                .put(
                        "temperature",
                        model.temperature() == null ? request.temperature() : model.temperature())
                .put("maxOutputTokens", request.maxOutputTokens());
        whole.put("schemaName", request.name());
        whole.set("schema", request.schema());
        whole.putArray("messages")
                .add(JSON.createObjectNode().put("role", "system").put("text", request.system()))
                .add(JSON.createObjectNode().put("role", "user").put("text", request.user()));
        try {
            return new JsonCanonicalizer(JSON.writeValueAsString(whole)).getEncodedString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of text and numbers is always JSON", e);
        } catch (IOException e) {
            throw new IllegalStateException("our own JSON is well-formed", e);
        }
    }
}
