package hanji.web;

import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.termbase.TargetText;
import hanji.termbase.Term;
import hanji.termbase.TermMatch;
import hanji.termbase.TermStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells which terms a row should speak in.
final class BesideViews {

    /// Digits for terms; the others are those of texts from memory, wherever the terms end.
    static final int KEYED = 6;

    private final Function<TermStatus, String> names;
    private final boolean writable;
    private final TargetText text;
    private final Language language;
    private final List<Pieces.Linked> source = new ArrayList<>();
    private final List<Pieces.Linked> target = new ArrayList<>();
    private int keys;

    private BesideViews(Function<TermStatus, String> names, ReviewItem item, boolean writable) {
        this.names = names;
        this.writable = writable;
        this.language = item.unit().id().language();
        boolean stands = item.target() != null && item.mark() != Mark.REJECTED;
        this.text =
                new TargetText(
                        stands ? Objects.requireNonNull(item.target()).text() : "", language);
    }

    /// @param names what a status is called
    /// @param matches in the item's source
    /// @param writable whether whoever looks may write in the row
    static BesideView of(
            Function<TermStatus, String> names,
            ReviewItem item,
            List<TermMatch> matches,
            boolean writable) {
        BesideViews views = new BesideViews(names, item, writable);
        Map<Long, List<TermMatch>> entries =
                matches.stream()
                        .collect(
                                Collectors.groupingBy(
                                        match -> match.entry().id(),
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<BesideView.Concept> concepts = new ArrayList<>();
        entries.values()
                .forEach(same -> concepts.add(views.concept("t" + (concepts.size() + 1), same)));
        return new BesideView(views.language.tag(), concepts, views.source, views.target);
    }

    /// @param same matches of one entry
    private BesideView.Concept concept(String link, List<TermMatch> same) {
        TermMatch first = same.getFirst();
        same.stream()
                .flatMap(match -> match.spans().stream())
                .forEach(span -> source.add(new Pieces.Linked(link, span)));
        List<Term> said =
                same.stream().flatMap(match -> match.targets().stream()).distinct().toList();
        Map<Term, Span> places = places(said);
        places.values().stream()
                .distinct()
                .forEach(span -> target.add(new Pieces.Linked(link, span)));
        return new BesideView.Concept(
                link,
                same.stream().map(match -> match.term().text()).collect(Collectors.joining(", ")),
                "/terms/" + first.entry().id(),
                Stream.concat(
                                Stream.of(Optional.ofNullable(first.entry().concept().note())),
                                same.stream()
                                        .map(match -> Optional.ofNullable(match.term().note())))
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                said.stream().map(term -> word(term, places.containsKey(term))).toList());
    }

    /// Where terms stand in the text. A forbidden one that is part of a wanted one does not.
    private Map<Term, Span> places(List<Term> said) {
        Map<Term, Span> places = new LinkedHashMap<>();
        said.stream()
                .filter(term -> term.status() != TermStatus.FORBIDDEN)
                .forEach(
                        term -> text.find(term).ifPresent(found -> places.put(term, found.span())));
        List<Span> wanted = List.copyOf(places.values());
        said.stream()
                .filter(term -> term.status() == TermStatus.FORBIDDEN)
                .forEach(term ->
                        text.find(term)
                                .filter(found -> found.form() != TargetText.Form.APART)
                                .map(TargetText.Found::span)
                                .filter(span ->
                                        wanted.stream().noneMatch(place -> covers(place, span)))
                                .ifPresent(span -> places.put(term, span)));
        return places;
    }

    private static boolean covers(Span place, Span span) {
        return place.start() <= span.start() && span.end() <= place.end();
    }

    private BesideView.Word word(Term term, boolean there) {
        boolean usable = writable && term.status() != TermStatus.FORBIDDEN;
        return new BesideView.Word(
                term.text(),
                term.status().wire(),
                names.apply(term.status()),
                term.note(),
                there,
                usable,
                usable && keys < KEYED ? ++keys : null);
    }
}
