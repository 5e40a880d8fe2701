package hanji.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.llm.ModelRequest;
import hanji.memory.MemoryPair;
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

    static final String REPAIR = "repair";

    private static final String JUDGE = "judge";

    /// Tells a prompt that the request names terms, so that it explains them. Without any, it says
    /// what it always said.
    public static final String TOLD = "told";

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
        values.put("terms", request.terms().isEmpty() ? null : TOLD);
        values.put("request", json(request));
        RenderedPrompt prompt = prompts.render(promptId(request), values);
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

    static String promptId(DraftRequest request) {
        return switch (request) {
            case DraftRequest.Repair _ -> REPAIR;
            case DraftRequest.Judge _ -> JUDGE;
            case DraftRequest.Translate _, DraftRequest.Condense _ -> promptId(request.kind());
        };
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
                terms(whole.putArray("terms"), request);
                ArrayNode examples = whole.putArray("examples");
                for (MemoryPair pair : translate.examples()) {
                    examples.addObject().put("source", pair.source()).put("target", pair.target());
                }
            }
            case DraftRequest.Condense condense -> {
                head(whole.put("task", "condense").put("style", condense.kind().wire()), request);
                terms(whole.putArray("terms"), request);
            }
            case DraftRequest.Repair repair -> {
                about(whole.put("task", REPAIR), request);
                ArrayNode answers = whole.putArray("answers");
                for (DraftRequest.Repair.Faulty faulty : repair.faulty()) {
                    ObjectNode answer = answers.addObject();
                    answer.put("id", faulty.id()).put("text", faulty.text());
                    faulty.findings().forEach(answer.putArray("findings")::add);
                }
            }
            case DraftRequest.Judge judge -> {
                about(whole.put("task", JUDGE), request);
                pieces(whole.putArray("answers"), judge.answers());
            }
        }
        try {
            return JSON.writeValueAsString(whole);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts is always JSON", e);
        }
    }

    /// For texts that are there already.
    private static void about(ObjectNode whole, DraftRequest request) {
        boolean translation = request.kind() == UnitKind.TRANSLATION;
        whole.put("of", translation ? "translate" : "condense");
        if (!translation) {
            whole.put("style", request.kind().wire());
        }
        head(whole, request);
        if (!request.terms().isEmpty()) {
            terms(whole.putArray("terms"), request);
        }
    }

    private static void terms(ArrayNode array, DraftRequest request) {
        for (AgreedTerm term : request.terms()) {
            ObjectNode one = array.addObject().put("source", term.source());
            if (term.target() != null) {
                one.put("target", term.target());
            }
            if (term.keep()) {
                one.put("keep", true);
            }
            texts(one, "also", term.also());
            texts(one, "never", term.never());
            if (term.note() != null) {
                one.put("note", term.note());
            }
        }
    }

    private static void texts(ObjectNode one, String name, List<String> texts) {
        if (!texts.isEmpty()) {
            texts.forEach(one.putArray(name)::add);
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
