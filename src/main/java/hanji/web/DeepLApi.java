package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.account.Right;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.segment.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The door that clients of DeepL's API v2 know. Its answers have no place for findings: headers
/// count them.
@Needs(Right.READ)
@Path("/v2")
@Tag(name = "deepl")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
final class DeepLApi {

    /// What DeepL says to those without a limit.
    static final long UNLIMITED = 1_000_000_000_000L;

    private final Translating translating;
    private final ChatGateway gateway;
    private final DayBudget day;
    private final Who who;

    DeepLApi(Translating translating, ChatGateway gateway, DayBudget day, Who who) {
        this.translating = translating;
        this.gateway = gateway;
        this.day = day;
        this.who = who;
    }

    record Answer(List<Translation> translations) {}

    /// @param characters of the text that was sent; clients want a number, Hanji bills none
    record Translation(
            @JsonProperty("detected_source_language") String source,
            String text,
            @JsonProperty("billed_characters") int characters) {

        static Translation of(Repairs.Version version, String source) {
            return new Translation("KO", version.text(), source.codePointCount(0, source.length()));
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LanguageJson(
            String language,
            String name,
            @JsonProperty("supports_formality") @Nullable Boolean formality) {}

    /// @param count tokens, not characters: what the budget is of
    record UsageJson(
            @JsonProperty("character_count") long count,
            @JsonProperty("character_limit") long limit) {}

    @Needs(Right.DRAFT)
    @POST
    @Path("translate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Translate as clients of DeepL ask for it, as JSON or as a form; X-Hanji-Findings counts what checks found")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one text",
                                            value =
                                                    "{\"text\":[\"오픈 소스.\"],\"source_lang\":\"KO\",\"target_lang\":\"EN-US\"}")))
    public Response translate(@Nullable DeepLAsked asked) {
        if (asked == null) {
            throw Problem.badInput("Parameter 'text' not specified.");
        }
        Model model = gateway.model(null);
        Translating.Wanted wanted = asked.wanted(model);
        List<Repairs.Version> versions =
                translating.translate(wanted, model, day.asker(), who.editor());
        List<Translation> translations = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            translations.add(Translation.of(versions.get(i), wanted.texts().get(i)));
        }
        return FindingsHeader.on(Response.ok(new Answer(translations)), versions).build();
    }

    @Needs(Right.DRAFT)
    @POST
    @Path("translate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response translateForm(
            @RestForm("text") @Nullable List<String> text,
            @RestForm("source_lang") @Nullable String source,
            @RestForm("target_lang") @Nullable String target,
            @RestForm("context") @Nullable String context,
            @RestForm("formality") @Nullable String formality,
            @RestForm("glossary_id") @Nullable String glossary,
            @RestForm("tag_handling") @Nullable String tags) {
        return translate(new DeepLAsked(text, source, target, context, formality, glossary, tags));
    }

    @GET
    @Path("languages")
    @Operation(summary = "The languages by DeepL's codes; type is source or target")
    public List<LanguageJson> languages(@QueryParam("type") @DefaultValue("source") String type) {
        return switch (type) {
            case "source" ->
                    DeepLLanguage.SOURCES.stream()
                            .map(one -> new LanguageJson(one.code(), one.name(), null))
                            .toList();
            case "target" ->
                    DeepLLanguage.TARGETS.stream()
                            .map(one -> new LanguageJson(one.code(), one.name(), one.formality()))
                            .toList();
            default ->
                    throw Problem.badInput("Value for 'type' not supported: use source or target.");
        };
    }

    @GET
    @Path("usage")
    @Operation(summary = "The tokens of this day (UTC), in the place of DeepL's characters")
    public UsageJson usage() {
        DayBudget.Spent spent = day.today();
        Long most = spent.budget().maxTokens();
        long limit = spent.all() ? spent.tokens() : most == null ? UNLIMITED : most;
        return new UsageJson(spent.tokens(), limit);
    }

    /// Its client for Java posts a form for what others get.
    @POST
    @Path("languages")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public List<LanguageJson> languagesForm(@RestForm("type") @DefaultValue("source") String type) {
        return languages(type);
    }
}
