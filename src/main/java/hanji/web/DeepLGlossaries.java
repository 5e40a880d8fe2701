package hanji.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import hanji.account.Right;
import hanji.termbase.TermEntry;
import hanji.termbase.Termbase;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// The termbase in the form of DeepL's glossaries, to be read.
@Needs(Right.READ)
@Path("/v2")
@Tag(name = "deepl")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
final class DeepLGlossaries {

    private static final String TSV = "text/tab-separated-values";

    private final Termbase termbase;

    DeepLGlossaries(Termbase termbase) {
        this.termbase = termbase;
    }

    record Listed(List<GlossaryJson> glossaries) {}

    /// @param created when its newest term was written; the epoch while there is none
    record GlossaryJson(
            @JsonProperty("glossary_id") String id,
            String name,
            boolean ready,
            @JsonProperty("source_lang") String source,
            @JsonProperty("target_lang") String target,
            @JsonProperty("creation_time") String created,
            @JsonProperty("entry_count") int entries) {}

    record Pairs(@JsonProperty("supported_languages") List<Pair> pairs) {}

    record Pair(
            @JsonProperty("source_lang") String source,
            @JsonProperty("target_lang") String target) {}

    @GET
    @Path("glossaries")
    @Operation(summary = "The termbase as one glossary for each language")
    public Listed list() {
        return new Listed(DeepLGlossary.all().stream().map(this::json).toList());
    }

    @POST
    @Path("glossaries")
    @Operation(summary = "Refused with 400: the termbase is changed at its own addresses")
    public Listed create() {
        throw DeepLGlossary.readOnly();
    }

    @GET
    @Path("glossaries/{glossary}")
    @Operation(summary = "One of them")
    public GlossaryJson get(@PathParam("glossary") String id) {
        return json(DeepLGlossary.of(id));
    }

    @DELETE
    @Path("glossaries/{glossary}")
    @Operation(summary = "Refused with 400: the termbase is changed at its own addresses")
    public Listed delete(@PathParam("glossary") String id) {
        throw DeepLGlossary.readOnly();
    }

    @GET
    @Path("glossaries/{glossary}/entries")
    @Produces({TSV, MediaType.APPLICATION_JSON})
    @Operation(summary = "Its terms, a Korean one and a translation on each line")
    public String entries(@PathParam("glossary") String id) {
        return DeepLGlossary.of(id).tsv(termbase.terms().entries());
    }

    @GET
    @Path("glossary-language-pairs")
    @Operation(summary = "The languages that there are glossaries for")
    public Pairs pairs() {
        return new Pairs(
                DeepLGlossary.all().stream().map(one -> new Pair("ko", code(one))).toList());
    }

    private GlossaryJson json(DeepLGlossary glossary) {
        List<TermEntry> terms = termbase.terms().entries();
        return new GlossaryJson(
                glossary.id(),
                "Hanji " + glossary.target().english(),
                true,
                "ko",
                code(glossary),
                terms.stream()
                        .map(TermEntry::at)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)
                        .toString(),
                glossary.entries(terms).size());
    }

    /// Without a region: DeepL's glossaries have none.
    private static String code(DeepLGlossary glossary) {
        return glossary.target().locale().getLanguage().toLowerCase(Locale.ROOT);
    }
}
