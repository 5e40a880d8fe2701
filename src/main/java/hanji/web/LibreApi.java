package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.account.Editor;
import hanji.account.Right;
import hanji.draft.Repairs;
import hanji.llm.ChatGateway;
import hanji.segment.Language;
import hanji.segment.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// The door that clients of LibreTranslate know. They show their key in the body, which the gate
/// does not read: each call that needs one finds out by itself whose it is.
@Everyone
@Path("/")
@Tag(name = "libretranslate")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
final class LibreApi {

    private final Translating translating;
    private final ChatGateway gateway;
    private final DayBudget day;
    private final Visitors visitors;

    LibreApi(Translating translating, ChatGateway gateway, DayBudget day, Visitors visitors) {
        this.translating = translating;
        this.gateway = gateway;
        this.day = day;
        this.visitors = visitors;
    }

    record LanguageJson(String code, String name, List<String> targets) {

        static LanguageJson of(Language language) {
            return new LanguageJson(
                    LibreApi.code(language),
                    language.english(),
                    language == Language.SOURCE
                            ? Language.TARGETS.stream().map(LibreApi::code).toList()
                            : List.of());
        }
    }

    /// @param text one, or a list when a list was asked for
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @JsonProperty("translatedText") Object text,
            @JsonProperty("detectedLanguage") @Nullable Object detected) {}

    @GET
    @Path("languages")
    @Operation(summary = "The languages by LibreTranslate's codes")
    public List<LanguageJson> languages() {
        return List.of(Language.values()).stream().map(LanguageJson::of).toList();
    }

    private static String code(Language language) {
        return language == Language.ZH_CN ? "zh-Hans" : language.tag();
    }

    @POST
    @Path("translate")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Translate as clients of LibreTranslate ask for it, as JSON or as a form; X-Hanji-Findings counts what checks found")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one text",
                                            value =
                                                    "{\"q\":\"오픈 소스.\",\"source\":\"ko\",\"target\":\"en\",\"format\":\"text\",\"api_key\":\"hanji_…\"}")))
    public Response translate(@Nullable LibreAsked asked, RoutingContext request) {
        if (asked == null) {
            throw Problem.badInput("Invalid request: missing q parameter.");
        }
        Editor editor = editor(asked.key(), Right.DRAFT, request);
        Translating.Wanted wanted = asked.wanted();
        List<Repairs.Version> versions =
                translating.translate(wanted, gateway.model(null), day.asker(), editor);
        List<String> texts = versions.stream().map(Repairs.Version::text).toList();
        List<LibreDetection> detected =
                asked.auto()
                        ? wanted.texts().stream().map(LibreDetection::korean).toList()
                        : List.of();
        Answer answer =
                asked.list()
                        ? new Answer(texts, asked.auto() ? detected : null)
                        : new Answer(texts.getFirst(), asked.auto() ? detected.getFirst() : null);
        return FindingsHeader.on(Response.ok(answer), versions).build();
    }

    @POST
    @Path("translate")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response translateForm(
            @RestForm("q") @Nullable List<String> q,
            @RestForm("source") @Nullable String source,
            @RestForm("target") @Nullable String target,
            @RestForm("format") @Nullable String format,
            @RestForm("api_key") @Nullable String key,
            RoutingContext request) {
        return translate(LibreAsked.form(q, source, target, format, key), request);
    }

    @POST
    @Path("detect")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which language's letters a text is written in; 0 where letters do not say")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "Korean",
                                            value = "{\"q\":\"오픈 소스.\",\"api_key\":\"hanji_…\"}")))
    public List<LibreDetection> detect(@Nullable LibreAsked asked, RoutingContext request) {
        if (asked == null) {
            throw Problem.badInput("Invalid request: missing q parameter.");
        }
        editor(asked.key(), Right.READ, request);
        return LibreDetection.of(asked.one());
    }

    @POST
    @Path("detect")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public List<LibreDetection> detectForm(
            @RestForm("q") @Nullable List<String> q,
            @RestForm("api_key") @Nullable String key,
            RoutingContext request) {
        return detect(LibreAsked.form(q, null, null, null, key), request);
    }

    private Editor editor(@Nullable String key, Right right, RoutingContext request) {
        Editor visitor = Who.visitor(request);
        if (visitor == null) {
            if (key == null || key.isBlank()) {
                throw Problem.forbidden(Door.LIBRE.howToShowAToken());
            }
            visitor = visitors.owner(key.strip(), request);
        }
        visitor.require(right, null);
        return visitor;
    }
}
