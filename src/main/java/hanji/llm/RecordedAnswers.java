package hanji.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.segment.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers that people wrote beforehand, for a program without a model: the files `*.yaml` of a
/// folder, read once, when the first answer is wanted. It looks at the data of a request (its user
/// message, one JSON object) and never at the words around it, so a better prompt loses no answer.
public final class RecordedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// As long a piece of a missing text as a message can carry.
    private static final int MAX_QUOTE = 60;

    private final Path folder;
    private @Nullable RecordedIndex index;

    /// @param folder may be missing: then nothing is recorded
    public RecordedAnswers(Path folder) {
        this.folder = folder;
    }

    /// The model that these answers stand for.
    ///
    /// @throws hanji.segment.Problem (set-up) for a file that cannot be used, with its line
    Model model() {
        return new Model(
                Model.RECORDED,
                Model.RECORDED,
                index().model(),
                null,
                Duration.ZERO,
                Integer.MAX_VALUE,
                null,
                null);
    }

    /// An [Completion.Answered] or an [Completion.Unrecorded].
    ///
    /// @param alone whether no model is configured, which the sentence then says
    Completion ask(ModelRequest request, boolean alone) {
        JsonNode data = data(request.user());
        if (!data.path("instruction").asText().isBlank()) {
            return unrecorded(alone, "no recorded answer follows an instruction");
        }
        return switch (data.path("task").asText()) {
            case "translate" -> translate(data, alone);
            case "condense" -> condense(data, alone);
            default -> unrecorded(alone, "no answer is recorded for such a request");
        };
    }

    private Completion translate(JsonNode data, boolean alone) {
        Optional<Language> target = language(data);
        boolean korean = data.path("source").asText().equals(Language.SOURCE.tag());
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode translations = answer.putArray("translations");
        for (JsonNode segment : data.path("segments")) {
            String source = segment.path("text").asText();
            Optional<String> text =
                    target.filter(_ -> korean).flatMap(to -> index().translation(to, source));
            if (text.isEmpty()) {
                return missing(alone, source);
            }
            translations.addObject().put("id", segment.path("id").asText()).put("text", text.get());
        }
        return answered(answer);
    }

    private Completion condense(JsonNode data, boolean alone) {
        String style = data.path("style").asText();
        String title = data.path("title").asText();
        return language(data)
                .flatMap(to -> index().condensation(style, to, title))
                .map(value -> answered(JSON.createObjectNode().set(style, value)))
                .orElseGet(() -> missing(alone, title));
    }

    private Completion answered(JsonNode answer) {
        return new Completion.Answered(
                answer.toString(), index().model(), TokenUsage.NONE, Duration.ZERO);
    }

    private static Completion missing(boolean alone, String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        int length = line.codePointCount(0, line.length());
        String start =
                length <= MAX_QUOTE
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, MAX_QUOTE)) + "…";
        return unrecorded(alone, "no answer is recorded for this text: “" + start + "”");
    }

    private static Completion unrecorded(boolean alone, String what) {
        return new Completion.Unrecorded(
                alone
                        ? "No model is configured, and %s. Set hanji.llm.models.<id>.provider and hanji.llm.models.<id>.model (see README, Connecting a model)."
                                .formatted(what)
                        : "With model \"recorded\", %s. Choose a configured model."
                                .formatted(what));
    }

    private static JsonNode data(String user) {
        try {
            return JSON.readTree(user);
        } catch (JsonProcessingException _) {
            return JSON.missingNode();
        }
    }

    private static Optional<Language> language(JsonNode data) {
        String tag = data.path("target").asText();
        return Optional.of(tag).filter(RecordedIndex::known).map(Language::of);
    }

    private synchronized RecordedIndex index() {
        RecordedIndex read = index;
        if (read == null) {
            read = RecordedIndex.read(folder);
            index = read;
        }
        return read;
    }
}
