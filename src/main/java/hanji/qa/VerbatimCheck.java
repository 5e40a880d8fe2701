package hanji.qa;

import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Formulas or code come through as often and exactly as they stand in the source, and none is made
/// up. A piece that holds Hangul (a comment, `\text{…}`) may be translated inside.
final class VerbatimCheck implements QaCheck {

    private final String id;
    private final Class<? extends ProtectedSpan> kind;

    private VerbatimCheck(String id, Class<? extends ProtectedSpan> kind) {
        this.id = id;
        this.kind = kind;
    }

    static VerbatimCheck latex() {
        return new VerbatimCheck("latex", ProtectedSpan.Math.class);
    }

    static VerbatimCheck code() {
        return new VerbatimCheck("code", ProtectedSpan.Code.class);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Map<String, List<Span>> wanted = pieces(pair.source());
        Map<String, List<Span>> found = pieces(pair.target());
        List<QaFinding> findings = new ArrayList<>();
        long korean = wanted.keySet().stream().filter(VerbatimCheck::korean).count();
        wanted.forEach((piece, spans) -> {
            int times = found.getOrDefault(piece, List.of()).size();
            if (times < spans.size() && !korean(piece)) {
                findings.add(
                        new QaFinding(
                                id,
                                MqmCategory.MARKUP,
                                Severity.MAJOR,
                                spans.get(times),
                                null,
                                Remark.of(id + ".missing", Words.shorten(piece))));
            }
        });
        found.forEach((piece, spans) -> {
            if (korean == 0 && !wanted.containsKey(piece)) {
                findings.add(
                        new QaFinding(
                                id,
                                MqmCategory.MARKUP,
                                Severity.MAJOR,
                                null,
                                spans.getFirst(),
                                Remark.of(id + ".added", Words.shorten(piece))));
            }
        });
        return findings;
    }

    private static boolean korean(String piece) {
        return Scripts.count(piece, Scripts::hangul) > 0;
    }

    private Map<String, List<Span>> pieces(Side side) {
        Map<String, List<Span>> pieces = new HashMap<>();
        side.spans(kind)
                .forEach(piece ->
                        pieces.computeIfAbsent(piece.span().of(side.text()), _ -> new ArrayList<>())
                                .add(piece.span()));
        return pieces;
    }
}
