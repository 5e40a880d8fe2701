package hanji.draft;

import hanji.memory.Memory;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.memory.MemoryQuery;
import hanji.segment.Provenance;
import hanji.segment.SourceHash;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.StorableText;
import hanji.termbase.TermMatch;
import hanji.termbase.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts beside a request what is agreed about its texts: matching terms and near pairs of the
/// memory. Thread-safe.
public final class Guide {

    /// Knows nothing.
    public static final Guide NONE = new Guide(() -> Terms.NONE, null);

    private static final Map<String, MemoryQuery> NO_QUERIES = Map.of();

    private final Supplier<Terms> terms;
    private final @Nullable Memory memory;

    /// @param memory null where there is none
    public Guide(Supplier<Terms> terms, @Nullable Memory memory) {
        this.terms = terms;
        this.memory = memory;
    }

    /// With other terms than those that hold, to see what they would change.
    public Guide with(Terms others) {
        return new Guide(() -> others, memory);
    }

    /// A request together with what is agreed about it; nothing of it is looked up again later.
    public DraftRequest guided(DraftRequest request) {
        return guided(request, Map.of());
    }

    /// As above.
    ///
    /// @param units what the texts are for, by their ids: its own text for the same source is no
    ///   example
    public DraftRequest guided(DraftRequest request, Map<String, UnitId> units) {
        return switch (request) {
            case DraftRequest.Translate translate ->
                    translate.with(new Guidance(terms(request), examples(request, units)));
            case DraftRequest.Condense condense ->
                    condense.with(new Guidance(terms(request), Map.of()));
            case DraftRequest.Review review -> review;
        };
    }

    /// For each source the approved pair that can stand for it without anybody being asked; see
    /// [Memory#whole].
    public Map<MemoryQuery, MemoryMatch> whole(Collection<MemoryQuery> queries) {
        return memory == null ? Map.of() : memory.whole(queries);
    }

    /// The same for the texts of requests, by their ids; nothing for those with a wish, which only
    /// a model can follow, and for condensations.
    ///
    /// @return in the order of the requests
    public List<Map<String, MemoryMatch>> remembered(List<? extends DraftRequest> requests) {
        List<Map<String, MemoryQuery>> queries =
                requests.stream()
                        .map(request -> memory == null ? NO_QUERIES : queries(request))
                        .toList();
        Map<MemoryQuery, MemoryMatch> known =
                whole(queries.stream().flatMap(one -> one.values().stream()).toList());
        List<Map<String, MemoryMatch>> all = new ArrayList<>();
        for (Map<String, MemoryQuery> own : queries) {
            Map<String, MemoryMatch> matches = new HashMap<>();
            own.forEach((id, query) -> {
                MemoryMatch match = known.get(query);
                if (match != null) {
                    matches.put(id, match);
                }
            });
            all.add(matches);
        }
        return all;
    }

    /// See [Memory#pair].
    public Optional<MemoryPair> pair(String digest, UnitId unit, String source) {
        return memory == null ? Optional.empty() : memory.pair(digest, unit, source);
    }

    /// A pair for the same source elsewhere, when it can stand for it without anybody being asked.
    public Optional<MemoryMatch> whole(MemoryPair pair, MemoryQuery query) {
        return memory == null
                ? Optional.empty()
                : Optional.of(memory.same(pair, query)).filter(MemoryMatch::whole);
    }

    /// See [Memory#hurry].
    public void hurry() {
        if (memory != null) {
            memory.hurry();
        }
    }

    private static Map<String, MemoryQuery> queries(DraftRequest request) {
        if (request.kind() != UnitKind.TRANSLATION || request.instruction() != null) {
            return NO_QUERIES;
        }
        List<String> sources =
                request.segments().stream().map(piece -> StorableText.of(piece.text())).toList();
        Map<String, MemoryQuery> queries = new HashMap<>();
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i).length() <= MemoryQuery.LONGEST) {
                queries.put(
                        request.segments().get(i).id(),
                        new MemoryQuery(
                                sources.get(i),
                                request.language(),
                                i == 0 ? null : SourceHash.of(sources.get(i - 1)).hex(),
                                i + 1 == sources.size()
                                        ? null
                                        : SourceHash.of(sources.get(i + 1)).hex(),
                                request.title().isBlank() ? null : request.title(),
                                null));
            }
        }
        return queries;
    }

    /// Where a text comes from that stands as the memory had it.
    public static Provenance.Memory remembered(MemoryMatch match, Instant now) {
        MemoryPair pair = match.pair();
        return new Provenance.Memory(
                pair.unit(),
                pair.digest(),
                match instanceof MemoryMatch.InContext,
                pair.by(),
                pair.at(),
                pair.tool(),
                now);
    }

    private Map<String, List<TermMatch>> terms(DraftRequest request) {
        Terms now = terms.get();
        if (now.entries().isEmpty()) {
            return Map.of();
        }
        Map<String, List<TermMatch>> all = new HashMap<>();
        Repairs.sources(request)
                .forEach((id, source) -> {
                    List<TermMatch> matches = now.match(source, request.language());
                    if (!matches.isEmpty()) {
                        all.put(id, matches);
                    }
                });
        return all;
    }

    private Map<String, List<MemoryMatch>> examples(
            DraftRequest request, Map<String, UnitId> units) {
        if (memory == null || request.kind() != UnitKind.TRANSLATION) {
            return Map.of();
        }
        Map<String, List<MemoryMatch>> all = new HashMap<>();
        for (DraftRequest.Piece piece : request.segments()) {
            // nobody approved a pair of that length
            if (piece.text().length() <= MemoryQuery.LONGEST) {
                List<MemoryMatch> matches =
                        memory.matches(
                                new MemoryQuery(
                                        piece.text(),
                                        request.language(),
                                        null,
                                        null,
                                        request.title().isBlank() ? null : request.title(),
                                        units.get(piece.id())));
                if (!matches.isEmpty()) {
                    all.put(piece.id(), matches);
                }
            }
        }
        return all;
    }
}
