package hanji.web;

import hanji.account.Right;
import hanji.draft.Asker;
import hanji.llm.ChatGateway;
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
import java.util.List;
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

    private final Translating translating;
    private final ChatGateway gateway;
    private final Who who;

    TranslateApi(Translating translating, ChatGateway gateway, Who who) {
        this.translating = translating;
        this.gateway = gateway;
        this.who = who;
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
        Translating.Wanted wanted =
                Translating.Wanted.of(
                        "texts",
                        asked.texts(),
                        "title",
                        asked.title(),
                        Language.target(asked.target()));
        return new Answer(
                translating
                        .translate(wanted, gateway.model(asked.model()), Asker.PERSON, who.editor())
                        .stream()
                        .map(version ->
                                new Translation(
                                        version.text(),
                                        version.report().findings(),
                                        version.provenance()))
                        .toList());
    }
}
