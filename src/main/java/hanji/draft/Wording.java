package hanji.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.llm.ModelRequest;
import hanji.prompt.PromptCatalog;
import hanji.prompt.RenderedPrompt;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Puts a request into the words of a prompt file. The digest's text stands in one JSON value of
/// the user message and nowhere else.
public final class Wording {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PromptCatalog prompts;

    Wording(PromptCatalog prompts) {
        this.prompts = prompts;
    }

    /// A request in a model's terms, and the prompt it was made with.
    record Worded(ModelRequest request, RenderedPrompt prompt) {}

    Worded put(DraftRequest request) {
        Map<String, @Nullable String> values = new HashMap<>();
        values.put("target", request.language().tag());
        values.put("language", request.language().english());
        values.put("instruction", request.instruction());
        values.put("request", json(request));
        RenderedPrompt prompt = prompts.render(promptId(request.kind()), values);
        return new Worded(
                new ModelRequest(
                        prompt.template().id(),
                        prompt.system(),
                        prompt.user(),
                        prompt.template().schema(),
                        prompt.template().temperature(),
                        prompt.template().maxOutputTokens()),
                prompt);
    }

    /// The prompt file for a kind of unit, by its base name.
    public static String promptId(UnitKind kind) {
        return kind == UnitKind.TRANSLATION ? "translate" : "condense-" + kind.wire();
    }

    static String json(DraftRequest request) {
        ObjectNode whole = JSON.createObjectNode();
        switch (request) {
            case DraftRequest.Translate translate -> {
                head(whole.put("task", "translate"), request);
                ArrayNode context = whole.putArray("context");
                for (DraftRequest.Agreed agreed : translate.context()) {
                    context.addObject()
                            .put("source", agreed.source())
                            .put("target", agreed.target());
                }
                whole.putArray("terms");
                whole.putArray("examples");
            }
            case DraftRequest.Condense condense -> {
                head(whole.put("task", "condense").put("style", condense.kind().wire()), request);
                whole.putArray("terms");
            }
        }
        try {
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    private static void head(ObjectNode whole, DraftRequest request) {
        whole.put("source", Language.SOURCE.tag());
        whole.put("target", request.language().tag());
        whole.put("title", request.title());
        pieces(whole.putArray("segments"), request.segments());
    }

    private static void pieces(ArrayNode array, List<DraftRequest.Piece> pieces) {
        pieces.forEach(piece -> array.addObject().put("id", piece.id()).put("text", piece.text()));
    }
}
