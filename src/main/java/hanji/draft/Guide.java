package hanji.draft;

import hanji.memory.Memory;
import hanji.memory.MemoryMatch;
import hanji.memory.MemoryQuery;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.termbase.TermMatch;
import hanji.termbase.Terms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Puts beside a request what is agreed about its texts: matching terms and near pairs of the
/// memory. Thread-safe.
public final class Guide {

    /// Knows nothing.
    public static final Guide NONE = new Guide(() -> Terms.NONE, null);

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
                                        request.title(),
                                        units.get(piece.id())));
                if (!matches.isEmpty()) {
                    all.put(piece.id(), matches);
                }
            }
        }
        return all;
    }
}
