package hanji.web;

import hanji.account.Right;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// The checks alone, on texts that anybody made; nothing is stored and no model asked.
@Needs(Right.READ)
@Path("/api/v1/inspect")
@Tag(name = "inspect")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE})
final class InspectApi {

    /// With the bytes, it bounds the work of one call.
    static final int MOST_ITEMS = 1000;

    static final int MOST_BYTES = 1024 * 1024;

    private final Inspector inspector;

    InspectApi(Inspector inspector) {
        this.inspector = inspector;
    }

    record Asked(@Nullable List<@Nullable Item> items) {}

    /// @param id the caller's own; comes back with the findings
    /// @param kind null for a translation
    /// @param source the Korean text; for a condensation the entry's title and segments, one a line
    record Item(
            @Nullable String id,
            @Nullable UnitKind kind,
            @Nullable String lang,
            @Nullable String source,
            @Nullable String target) {}

    record Answer(List<Inspected> items) {}

    record Inspected(String id, List<QaFinding> findings) {}

    /// An item that can be inspected.
    private record Pair(
            String id, UnitKind kind, Language language, String source, String target) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Check up to 1000 pairs of texts (1 MiB)")
    @RequestBody(
            content =
                    @Content(
                            examples =
                                    @ExampleObject(
                                            name = "one translation",
                                            value =
                                                    "{\"items\":[{\"id\":\"1\",\"lang\":\"en\",\"source\":\"매개변수는 2조 개입니다.\",\"target\":\"It has 2 billion parameters.\"}]}")))
    public Answer inspect(@Nullable Asked asked) {
        return new Answer(
                pairs(asked).stream()
                        .map(pair -> new Inspected(pair.id(), findings(pair)))
                        .toList());
    }

    private List<QaFinding> findings(Pair pair) {
        return inspector
                .inspect(pair.kind(), pair.language(), pair.source(), pair.target())
                .findings();
    }

    private static List<Pair> pairs(@Nullable Asked asked) {
        List<@Nullable Item> items = asked == null ? null : asked.items();
        if (items == null || items.isEmpty()) {
            throw Problem.badInput("\"items\" needs at least one pair of texts.");
        }
        if (items.size() > MOST_ITEMS) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "\"items\" holds %,d pairs, and one call takes %,d: send several.",
                    items.size(),
                    MOST_ITEMS);
        }
        List<Pair> pairs =
                IntStream.range(0, items.size()).mapToObj(i -> pair(i, items.get(i))).toList();
        long bytes = pairs.stream().mapToLong(InspectApi::bytes).sum();
        if (bytes > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The texts of \"items\" hold %,d bytes, and one call takes %,d: send several.",
                    bytes,
                    MOST_BYTES);
        }
        requireOwnIds(pairs);
        return pairs;
    }

    private static Pair pair(int i, @Nullable Item item) {
        if (item == null) {
            throw Problem.badInput("items[%d] is missing.", i);
        }
        UnitKind kind = item.kind() == null ? UnitKind.TRANSLATION : item.kind();
        return new Pair(
                given(i, "id", item.id()),
                kind,
                language(i, kind, given(i, "lang", item.lang())),
                given(i, "source", item.source()),
                given(i, "target", item.target()));
    }

    private static Language language(int i, UnitKind kind, String tag) {
        try {
            return kind == UnitKind.TRANSLATION ? Language.target(tag) : Language.of(tag);
        } catch (Problem e) {
            throw Problem.badInput("items[%d].lang: %s", i, e.said());
        }
    }

    private static String given(int i, String field, @Nullable String value) {
        if (value == null) {
            throw Problem.badInput("items[%d].%s is missing.", i, field);
        }
        return value;
    }

    private static long bytes(Pair pair) {
        return pair.source().getBytes(StandardCharsets.UTF_8).length
                + (long) pair.target().getBytes(StandardCharsets.UTF_8).length;
    }

    private static void requireOwnIds(List<Pair> pairs) {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!ids.add(pairs.get(i).id())) {
                throw Problem.badInput(
                        "items[%d].id: \"%s\" stands a second time: give each pair one of its own.",
                        i, pairs.get(i).id());
            }
        }
    }
}
