package hanji.web;

import hanji.qa.Severity;
import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import hanji.segment.WebAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Cuts texts into [Piece]s at findings and at what a translator leaves as it is.
final class Pieces {

    /// What a translator leaves as it is, and how it looks.
    private record Kept(Span span, String css) {}

    /// A finding's place in one of the two texts.
    record Marked(int number, Severity severity, Span span) {}

    private Pieces() {}

    /// Never loses or changes a character, however the spans lie: the pieces' texts joined are the
    /// text.
    static List<Piece> of(String text, List<Marked> marks) {
        List<Marked> inside =
                marks.stream()
                        .map(mark -> within(text, mark))
                        .filter(mark -> mark.span().length() > 0)
                        .toList();
        List<Kept> kept = kept(text);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        inside.forEach(mark -> cut(cuts, mark.span()));
        kept.forEach(span -> cut(cuts, span.span()));
        List<WebAddress.Found> lookalikes = WebAddress.lookalikes(text);
        lookalikes.forEach(found -> cut(cuts, found.span()));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            pieces.add(piece(text, new Span(from, to), inside, kept));
            int end = to;
            lookalikes.stream()
                    .filter(found -> found.span().end() == end)
                    .forEach(found -> pieces.add(Piece.warning(found.address().host())));
            from = to;
        }
        return pieces;
    }

    private static void cut(Set<Integer> cuts, Span span) {
        cuts.add(span.start());
        cuts.add(span.end());
    }

    private static Piece piece(String text, Span here, List<Marked> marks, List<Kept> kept) {
        String base =
                kept.stream()
                        .filter(span -> covers(span.span(), here))
                        .map(Kept::css)
                        .findFirst()
                        .orElse("");
        List<Marked> over = marks.stream().filter(mark -> covers(mark.span(), here)).toList();
        if (over.isEmpty()) {
            return new Piece(here.of(text), "span", base, null);
        }
        Severity worst =
                over.stream().map(Marked::severity).max(Comparator.naturalOrder()).orElseThrow();
        String badge =
                over.stream()
                        .filter(mark -> mark.span().end() == here.end())
                        .map(mark -> String.valueOf(mark.number()))
                        .distinct()
                        .collect(Collectors.joining(", "));
        String css =
                "f f-"
                        + worst.name().toLowerCase(Locale.ROOT)
                        + (base.isEmpty() ? "" : " " + base)
                        + (here.length() <= 16 ? " nb" : "");
        return new Piece(here.of(text), "mark", css, badge.isEmpty() ? null : badge);
    }

    private static boolean covers(Span span, Span here) {
        return span.start() <= here.start() && here.end() <= span.end();
    }

    /// Stored spans are the checks' word; a text that was changed since may be shorter.
    private static Marked within(String text, Marked mark) {
        int start = whole(text, Math.min(mark.span().start(), text.length()));
        int end = whole(text, Math.min(mark.span().end(), text.length()));
        return new Marked(mark.number(), mark.severity(), new Span(Math.min(start, end), end));
    }

    /// Moves an offset out of the middle of a surrogate pair.
    private static int whole(String text, int at) {
        boolean inside =
                at > 0
                        && at < text.length()
                        && Character.isLowSurrogate(text.charAt(at))
                        && Character.isHighSurrogate(text.charAt(at - 1));
        return inside ? at + 1 : at;
    }

    private static List<Kept> kept(String text) {
        List<Kept> kept = new ArrayList<>();
        for (ProtectedSpan found : ProtectedSpan.in(text)) {
            switch (found) {
                case ProtectedSpan.Label label -> kept.add(new Kept(label.span(), "label"));
                case ProtectedSpan.Link link -> kept.add(new Kept(link.destination(), "keep"));
                case ProtectedSpan.Math _, ProtectedSpan.Code _, ProtectedSpan.Url _ ->
                        kept.add(new Kept(found.span(), "keep"));
            }
        }
        return kept;
    }
}
