package hanji.web;

import hanji.account.Right;
import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.qa.QaFinding;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// A few texts, at once; nothing is stored but the completion.
@Needs(Right.DRAFT)
@Path("/api/v1/translate")
@Tag(name = "translate")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class TranslateApi {

    static final int MOST_TEXTS = 50;
    static final int MOST_BYTES = 32 * 1024;

    private final Drafter drafter;
    private final ChatGateway gateway;
    private final Repairs repairs;
    private final Who who;

    TranslateApi(Drafter drafter, ChatGateway gateway, Repairs repairs, Who who) {
        this.who = who;
        this.drafter = drafter;
        this.gateway = gateway;
        this.repairs = repairs;
    }

    /// @param title of the paper the texts are about; helps with names and ambiguous words
    record Asked(
            @Nullable List<@Nullable String> texts,
            @Nullable String source,
            @Nullable String target,
            @Nullable String model,
            @Nullable String title) {}

    record Answer(List<Translation> translations) {}

    record Translation(String text, List<QaFinding> findings, Provenance provenance) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Translate up to 50 texts (32 KiB) at once")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "two texts",
                                            value =
                                                    "{\"texts\":[\"오픈 소스.\"],\"source\":\"ko\",\"target\":\"en\"}")))
    public Answer translate(@Nullable Asked asked) {
        if (asked == null || asked.target() == null) {
            throw Problem.badInput("The body needs \"texts\" and a \"target\" language.");
        }
        if (asked.source() != null && Language.of(asked.source()) != Language.SOURCE) {
            throw Problem.badInput("\"source\" can only be ko: Hanji translates from Korean.");
        }
        List<String> texts = texts(asked);
        Language language = Language.target(asked.target());
        who.editor().require(Right.DRAFT, language);
        List<DraftRequest.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            pieces.add(new DraftRequest.Piece(String.valueOf(i + 1), texts.get(i)));
        }
        String title = Objects.requireNonNullElse(asked.title(), "");
        DraftRequest request = new DraftRequest.Translate(title, language, pieces, List.of(), null);
        Model model = gateway.model(asked.model());
        return switch (drafter.draft(request, model, Asker.PERSON)) {
            case DraftResult.Drafted drafted -> {
                Map<String, Repairs.Versions> read =
                        repairs.read(request, drafted, model, Asker.PERSON);
                yield new Answer(
                        pieces.stream()
                                .map(piece ->
                                        translation(Objects.requireNonNull(read.get(piece.id()))))
                                .toList());
            }
            case DraftResult.NotDrafted none ->
                    throw new Problem(Problem.Kind.MODEL, none.reason());
            case DraftResult.Withdrawn _ ->
                    throw new IllegalStateException("nobody withdraws what a person asks");
        };
    }

    private static Translation translation(Repairs.Versions versions) {
        Repairs.Version better = versions.better();
        return new Translation(better.text(), better.report().findings(), better.provenance());
    }

    private static List<String> texts(Asked asked) {
        List<@Nullable String> given = asked.texts();
        if (given == null || given.isEmpty()) {
            throw Problem.badInput("\"texts\" needs at least one text.");
        }
        if (given.size() > MOST_TEXTS) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "\"texts\" holds %d texts, and one call takes %d: send several."
                            .formatted(given.size(), MOST_TEXTS));
        }
        List<String> texts = new ArrayList<>();
        int bytes =
                Objects.requireNonNullElse(asked.title(), "")
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        for (String text : given) {
            if (text == null || text.isBlank()) {
                throw Problem.badInput("texts[%d] is empty.".formatted(texts.size()));
            }
            bytes += text.getBytes(StandardCharsets.UTF_8).length;
            texts.add(text.strip());
        }
        if (bytes > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "\"texts\" and \"title\" hold %,d bytes, and one call takes %,d: send several."
                            .formatted(bytes, MOST_BYTES));
        }
        return texts;
    }
}
