package hanji.qa;

import hanji.qa.Claim.Place;
import hanji.qa.Link.Kind;
import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The texts that condensations are made from, read once for all of them. Numbers are found by
/// value. Of one thread; time grows with the length of the texts, whatever they hold.
public final class Grounds {

    /// No condensation claims as much.
    private static final int MOST = 200;

    private final List<Side> sources;
    private final Map<BigDecimal, List<Place>> stated = new HashMap<>();
    private final List<NameIndex> indexes;

    private Grounds(List<Side> sources) {
        this.sources = sources;
        this.indexes = sources.stream().map(side -> new NameIndex(side.masked())).toList();
        for (int source = 0; source < sources.size(); source++) {
            Side side = sources.get(source);
            for (Quantity quantity : NumberReader.read(side.masked(), side.language())) {
                Place place = new Place(source, quantity.span());
                for (BigDecimal reading : quantity.readings()) {
                    stated.computeIfAbsent(reading, _ -> new ArrayList<>(1)).add(place);
                }
            }
        }
    }

    /// @param sources an entry's title and bullets
    public static Grounds of(List<String> sources) {
        return new Grounds(
                sources.stream().map(source -> Side.of(source, Language.SOURCE)).toList());
    }

    /// What a condensation states, in its order. A number word or a capital that no source bears
    /// out may be idiom, and is no claim; digits and unmistakable names are.
    public List<Claim> claims(Language language, String text) {
        Side side = Side.of(text, language);
        List<Claim> claims = names(side);
        claims.addAll(numbers(side, List.copyOf(claims)));
        return claims.stream()
                .sorted(Comparator.comparingInt(claim -> claim.span().start()))
                .limit(MOST)
                .toList();
    }

    private List<Claim> numbers(Side side, List<Claim> names) {
        List<Claim> claims = new ArrayList<>();
        for (Quantity quantity : NumberReader.read(side.masked(), side.language())) {
            boolean asks = quantity.weight() == Weight.HARD || quantity.weight() == Weight.WORD;
            boolean named =
                    names.stream()
                            .anyMatch(name ->
                                    name.span().start() <= quantity.span().start()
                                            && quantity.span().end() <= name.span().end());
            if (!asks || named || claims.size() >= MOST) {
                continue;
            }
            List<Place> places = places(quantity);
            boolean figure = quantity.weight() == Weight.HARD && !quantity.one();
            if (figure || !places.isEmpty()) {
                claims.add(new Claim(Kind.NUMBER, quantity.span(), places));
            }
        }
        return claims;
    }

    /// One place in each source.
    private List<Place> places(Quantity quantity) {
        Set<Integer> seen = new HashSet<>();
        return quantity.readings().stream()
                .flatMap(reading -> stated.getOrDefault(reading, List.of()).stream())
                .filter(place -> seen.add(place.source()))
                .sorted(Comparator.comparingInt(Place::source))
                .toList();
    }

    private List<Claim> names(Side side) {
        List<Claim> claims = new ArrayList<>();
        boolean capitals = side.language() == Language.EN || side.language() == Language.DE;
        List<Name> names = Name.in(side.masked());
        for (int at = 0; at < names.size() && claims.size() < MOST; at++) {
            Claim claim = longest(side, names, at);
            if (claim.borneOut()) {
                at += names(names, at, claim.span());
            } else {
                claim = inParts(side, names.get(at));
            }
            String name = claim.span().of(side.masked());
            boolean strong = EntityCheck.unmistakable(name);
            boolean borneOut = claim.borneOut() && telling(name, claim, capitals);
            if (borneOut
                    || (!claim.borneOut() && EntityCheck.isName(name) && (strong || !capitals))) {
                claims.add(claim);
            }
        }
        return claims;
    }

    /// How many more names of a row a span covers.
    private static int names(List<Name> names, int at, Span span) {
        int more = 0;
        while (at + more + 1 < names.size()
                && names.get(at + more + 1).span().end() <= span.end()) {
            more++;
        }
        return more;
    }

    private Claim longest(Side side, List<Name> names, int at) {
        int most = 0;
        List<Place> places = new ArrayList<>();
        for (int source = 0; source < sources.size(); source++) {
            NameIndex.Found found = indexes.get(source).find(side.masked(), names, at);
            if (found != null && found.names() >= most) {
                if (found.names() > most) {
                    places.clear();
                }
                most = found.names();
                places.add(new Place(source, found.span()));
            }
        }
        int last = at + Math.max(1, most) - 1;
        return new Claim(
                Kind.NAME,
                new Span(names.get(at).span().start(), names.get(last).span().end()),
                places);
    }

    /// The part of a compound that a source has, as `LLM` of the German `LLM-Modell`; nothing when
    /// a part with digits stands in none.
    private Claim inParts(Side side, Name whole) {
        Claim nothing = new Claim(Kind.NAME, whole.span(), List.of());
        Claim best = nothing;
        for (Name.Word word : whole.words()) {
            String written = word.span().of(side.masked());
            boolean digits = written.chars().anyMatch(Scripts::digit);
            if (!digits && !EntityCheck.isName(written)) {
                continue;
            }
            Claim part = longest(side, List.of(new Name(word.span(), List.of(word))), 0);
            if (!part.borneOut() && digits) {
                return nothing;
            }
            best = best.borneOut() ? best : part.borneOut() ? part : best;
        }
        return whole.words().size() > 1 ? best : nothing;
    }

    /// In English and German a capital alone makes no name, unless the source has it too.
    private boolean telling(String name, Claim claim, boolean capitals) {
        if (EntityCheck.unmistakable(name)
                || (name.indexOf(' ') > 0 && Correspondences.telling(name))) {
            return true;
        }
        Place place = claim.places().getFirst();
        String there = place.span().of(sources.get(place.source()).masked());
        return EntityCheck.isName(name) && (!capitals || EntityCheck.isName(there));
    }
}
