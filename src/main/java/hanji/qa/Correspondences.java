package hanji.qa;

import hanji.qa.Link.Kind;
import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Which number, name and glossed term of a source is which of its target. Pure, thread-safe; time
/// grows with the length of the texts, whatever they hold.
public final class Correspondences {

    /// No bullet holds as many.
    private static final int MOST = 400;

    private Correspondences() {}

    /// In the order of the source. A number that stands once on one side and twice on the other has
    /// two links.
    ///
    /// @param language of the target
    public static List<Link> of(Language language, String source, String target) {
        Side from = Side.of(source, Language.SOURCE);
        Side to = Side.of(target, language);
        List<Link> links = names(from, to);
        links.addAll(numbers(from, to, List.copyOf(links)));
        return links.stream()
                .sorted(
                        Comparator.comparingInt((Link link) -> link.source().start())
                                .thenComparingInt(link -> link.target().start()))
                .limit(MOST)
                .toList();
    }

    private static List<Link> names(Side from, Side to) {
        String text = from.masked();
        List<Name> names = Name.in(text);
        NameIndex index = new NameIndex(to.masked());
        List<Link> links = new ArrayList<>();
        for (int at = 0; at < names.size() && links.size() < MOST; at++) {
            NameIndex.Found found = index.find(text, names, at);
            int last = found == null ? at : at + found.names() - 1;
            Span span = new Span(names.get(at).span().start(), names.get(last).span().end());
            Span there = found == null ? otherName(span.of(text), to) : found.span();
            if (there != null && telling(span.of(text))) {
                Span gloss = Glosses.around(text, span);
                links.add(
                        gloss == null
                                ? new Link(Kind.NAME, span, there)
                                : new Link(Kind.GLOSS, gloss, there));
            }
            at = last;
        }
        return links;
    }

    /// The field's `LLM` may be written out.
    private static @Nullable Span otherName(String name, Side to) {
        for (String other : EntityCheck.otherNames(name)) {
            int at = to.lower().indexOf(other);
            if (at >= 0) {
                return new Span(at, at + other.length());
            }
        }
        return null;
    }

    /// Whether it is a name, or holds more than an `of` and an `and`.
    static boolean telling(String words) {
        return Arrays.stream(words.split(" ", -1))
                .anyMatch(word -> EntityCheck.isName(word) || word.length() > 3);
    }

    private static List<Link> numbers(Side from, Side to, List<Link> names) {
        List<Quantity> source = NumberReader.read(from.masked(), from.language());
        List<Quantity> target = NumberReader.read(to.masked(), to.language());
        List<Link> links = new ArrayList<>();
        Set<Quantity> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (NumberMatch.Equal equal : NumberMatch.of(source, target).equal()) {
            paired.add(equal.source());
            paired.add(equal.target());
            link(equal.source(), equal.target(), names, links);
        }
        Map<BigDecimal, Quantity> stated = stated(target);
        for (Quantity again : source) {
            Quantity there = paired.contains(again) ? null : first(again, stated);
            if (there != null) {
                link(again, there, names, links);
            }
        }
        Map<BigDecimal, Quantity> said = stated(source);
        for (Quantity again : target) {
            Quantity here = paired.contains(again) ? null : first(again, said);
            if (here != null) {
                link(here, again, names, links);
            }
        }
        return links;
    }

    private static Map<BigDecimal, Quantity> stated(List<Quantity> quantities) {
        Map<BigDecimal, Quantity> stated = new HashMap<>();
        for (Quantity quantity : quantities) {
            if (quantity.weight() != Weight.NAME) {
                quantity.readings().forEach(reading -> stated.putIfAbsent(reading, quantity));
            }
        }
        return stated;
    }

    private static @Nullable Quantity first(Quantity quantity, Map<BigDecimal, Quantity> stated) {
        return quantity.weight() == Weight.NAME || quantity.weight() == Weight.SOFT
                ? null
                : quantity.readings().stream()
                        .map(stated::get)
                        .filter(there -> there != null)
                        .findFirst()
                        .orElse(null);
    }

    /// The digits of a name are linked with it; an article is no number.
    private static void link(Quantity source, Quantity target, List<Link> names, List<Link> links) {
        boolean named =
                names.stream()
                        .anyMatch(name ->
                                holds(name.source(), source.span())
                                        || holds(name.target(), target.span()));
        boolean soft = source.weight() == Weight.SOFT && target.weight() == Weight.SOFT;
        if (!named && !soft && links.size() < MOST) {
            links.add(new Link(Kind.NUMBER, source.span(), target.span()));
        }
    }

    private static boolean holds(Span span, Span inner) {
        return span.start() <= inner.start() && inner.end() <= span.end();
    }
}
