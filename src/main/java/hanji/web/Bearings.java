package hanji.web;

import hanji.qa.Claim;
import hanji.qa.Grounds;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.workbench.StoredDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what bears an entry's condensations out. Of one thread: the bullets are read once, when
/// the first condensation asks.
final class Bearings {

    /// As many clauses stand beside a line of text without pushing the next one away.
    private static final int MOST = 4;

    private final StoredDigest.Entry entry;
    private final List<String> sources;
    private @Nullable Grounds grounds;

    Bearings(StoredDigest.Entry entry) {
        this.entry = entry;
        this.sources =
                Stream.concat(
                                Stream.of(entry.entry().title()),
                                entry.segments().stream().map(segment -> segment.bullet().text()))
                        .toList();
    }

    Bearing of(String text, Language language) {
        if (text.isEmpty()) {
            return Bearing.NONE;
        }
        if (grounds == null) {
            grounds = Grounds.of(sources);
        }
        List<Claim> claims = grounds.claims(language, text);
        Map<Claim, Claim.Place> chosen = chosen(claims);
        List<Pieces.Linked> linked = new ArrayList<>();
        List<LinkView> links = new ArrayList<>();
        List<String> nowhere = new ArrayList<>();
        Map<Integer, List<Pieces.Linked>> sides = new TreeMap<>();
        for (Claim claim : claims) {
            String name = String.valueOf(linked.size() + 1);
            String said = claim.span().of(text);
            Claim.Place place = chosen.get(claim);
            if (place == null) {
                linked.add(new Pieces.Linked(name, claim.span(), "claim claim-none", null));
                nowhere.add(said);
                continue;
            }
            Evidence from = evidence(place.source(), List.of(), language);
            linked.add(new Pieces.Linked(name, claim.span(), "claim", from));
            links.add(new LinkView(name, place.span().of(sources.get(place.source())), said, from));
            sides.computeIfAbsent(place.source(), _ -> new ArrayList<>())
                    .add(new Pieces.Linked(name, place.span()));
        }
        List<Evidence> clauses = new ArrayList<>();
        sides.forEach((source, marks) -> clauses.add(evidence(source, marks, language)));
        return new Bearing(
                clauses.stream().limit(MOST).toList(),
                linked,
                links,
                nowhere.stream().distinct().toList());
    }

    /// As few bullets as bear everything out, each for something that the others do not; the title
    /// for what no bullet says.
    private static Map<Claim, Claim.Place> chosen(List<Claim> claims) {
        Map<Claim, Claim.Place> chosen = new HashMap<>();
        Set<Claim> open = new HashSet<>(claims);
        open.removeIf(claim -> !claim.borneOut());
        while (!open.isEmpty()) {
            Map<Integer, Integer> worth = new TreeMap<>();
            for (Claim claim : open) {
                for (Claim.Place place : claim.places()) {
                    worth.merge(place.source(), place.source() == 0 ? 0 : 1, Integer::sum);
                }
            }
            int best =
                    worth.entrySet().stream()
                            .max(
                                    Map.Entry.<Integer, Integer>comparingByValue()
                                            .thenComparing(
                                                    Map.Entry.comparingByKey(
                                                            Comparator.reverseOrder())))
                            .orElseThrow()
                            .getKey();
            open.removeIf(claim -> {
                claim.places().stream()
                        .filter(place -> place.source() == best)
                        .findFirst()
                        .ifPresent(place -> chosen.put(claim, place));
                return chosen.containsKey(claim);
            });
        }
        return chosen;
    }

    private Evidence evidence(int source, List<Pieces.Linked> marks, Language language) {
        return new Evidence(
                source == 0 ? 0 : entry.segments().get(source - 1).bullet().number(),
                source == 0
                        ? "e" + entry.entry().number()
                        : "u-translation-"
                                + entry.segments().get(source - 1).id()
                                + "-"
                                + language.tag(),
                marks.isEmpty() ? List.of() : clause(sources.get(source), marks));
    }

    private static List<Piece> clause(String text, List<Pieces.Linked> marks) {
        int from = marks.stream().mapToInt(mark -> mark.span().start()).min().orElse(0);
        int to = marks.stream().mapToInt(mark -> mark.span().end()).max().orElse(0);
        int comma = text.lastIndexOf(", ", from - 2);
        int start = comma < 0 ? 0 : comma + 2;
        int next = text.indexOf(", ", to);
        int end = next < 0 ? text.length() : next;
        List<Piece> pieces = new ArrayList<>();
        if (start > 0) {
            pieces.add(Piece.plain("… "));
        }
        pieces.addAll(
                Pieces.of(
                        text.substring(start, end),
                        List.of(),
                        marks.stream()
                                .map(mark ->
                                        mark.at(
                                                new Span(
                                                        mark.span().start() - start,
                                                        mark.span().end() - start)))
                                .toList()));
        if (end < text.length()) {
            pieces.add(Piece.plain(" …"));
        }
        return pieces;
    }
}
