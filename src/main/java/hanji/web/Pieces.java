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
import org.jspecify.annotations.Nullable;

/// Cuts texts into [Piece]s at findings and at what a translator leaves as it is.
final class Pieces {

    /// What a translator leaves as it is, and how it looks.
    private record Kept(Span span, String css) {}

    /// A finding's place in one of the two texts.
    record Marked(int number, Severity severity, Span span) {}

    /// One side of a link.
    ///
    /// @param link its name in the row
    /// @param css `claim` in condensations, `claim claim-none` where nothing bears it out; else
    ///   empty
    /// @param from what bears the claim out
    record Linked(String link, Span span, String css, @Nullable Evidence from) {

        Linked(String link, Span span) {
            this(link, span, "", null);
        }

        Linked at(Span span) {
            return new Linked(link, span, css, from);
        }
    }

    private Pieces() {}

    static List<Piece> of(String text, List<Marked> marks) {
        return of(text, marks, List.of());
    }

    /// Never loses or changes a character, however the spans lie: the pieces' texts joined are the
    /// text.
    static List<Piece> of(String text, List<Marked> marks, List<Linked> links) {
        List<Marked> inside =
                marks.stream()
                        .map(mark ->
                                new Marked(
                                        mark.number(), mark.severity(), within(text, mark.span())))
                        .filter(mark -> mark.span().length() > 0)
                        .toList();
        List<Linked> linked =
                links.stream()
                        .map(link -> link.at(within(text, link.span())))
                        .filter(link -> link.span().length() > 0)
                        .toList();
        List<Kept> kept = kept(text);
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        inside.forEach(mark -> cut(cuts, mark.span()));
        linked.forEach(link -> cut(cuts, link.span()));
        kept.forEach(span -> cut(cuts, span.span()));
        List<WebAddress.Found> lookalikes = WebAddress.lookalikes(text);
        lookalikes.forEach(found -> cut(cuts, found.span()));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(1)) {
            Span here = new Span(from, to);
            pieces.add(linked(piece(text, here, inside, kept), here, linked));
            int end = to;
            linked.stream()
                    .filter(link -> link.span().end() == end && link.from() != null)
                    .map(Linked::from)
                    .distinct()
                    .forEach(bit -> pieces.add(Piece.reference(bit.number(), bit.element())));
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

    private static Piece linked(Piece piece, Span here, List<Linked> links) {
        List<Linked> over = links.stream().filter(link -> covers(link.span(), here)).toList();
        if (over.isEmpty()) {
            return piece;
        }
        String css = over.getFirst().css();
        return new Piece(
                piece.text(),
                piece.element(),
                css.isEmpty() || piece.css().isEmpty()
                        ? css + piece.css()
                        : piece.css() + " " + css,
                piece.badge(),
                over.stream().map(Linked::link).distinct().collect(Collectors.joining(" ")));
    }

    private static boolean covers(Span span, Span here) {
        return span.start() <= here.start() && here.end() <= span.end();
    }

    /// Stored spans are the checks' word; a text that was changed since may be shorter.
    private static Span within(String text, Span span) {
        int start = whole(text, Math.min(span.start(), text.length()));
        int end = whole(text, Math.min(span.end(), text.length()));
        return new Span(Math.min(start, end), end);
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
