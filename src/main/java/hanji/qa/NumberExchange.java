package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Two numbers in exchanged places: `A는 3%, B는 5%` became "A 5 %, B 3 %". It is one only if both
/// texts read name, number, name, number with the same two names, each name and number once, and
/// the numbers count the same thing; whatever else a translator rearranges is left alone.
///
/// @param first the source's first number, which the target has in the place of the second
record NumberExchange(
        Quantity first, Quantity second, Quantity targetFirst, Quantity targetSecond) {

    /// The first exchange of two neighbouring numbers; null if there is none.
    static @Nullable NumberExchange find(Pair pair, List<Quantity> source, List<Quantity> target) {
        List<Quantity> from = digits(source);
        List<Quantity> to = from.size() < 2 ? List.of() : digits(target);
        if (to.size() < 2) {
            return null;
        }
        String text = pair.source().masked();
        List<Span> names = Tokens.names(text);
        for (int i = 0; i + 1 < from.size() && i < 40 && names.size() > 1; i++) {
            Quantity first = from.get(i);
            Quantity second = from.get(i + 1);
            int after = i == 0 ? 0 : from.get(i - 1).span().end();
            Span nameOfFirst = last(names, after, first.span().start());
            Span nameOfSecond = only(names, first.span().end(), second.span().start());
            if (nameOfFirst != null
                    && nameOfSecond != null
                    && sameUnit(text, first.span(), second.span())
                    && once(from, first)
                    && once(from, second)) {
                Quantity targetFirst = there(to, second);
                Quantity targetSecond = there(to, first);
                int nameThere = place(pair.target().masked(), nameOfFirst.of(text));
                int otherThere = place(pair.target().masked(), nameOfSecond.of(text));
                if (targetFirst != null
                        && targetSecond != null
                        && to.indexOf(targetSecond) == to.indexOf(targetFirst) + 1
                        && nameThere >= 0
                        && nameThere < targetFirst.span().start()
                        && otherThere > targetFirst.span().start()
                        && otherThere < targetSecond.span().start()
                        && none(to, nameThere, targetFirst.span().start())) {
                    return new NumberExchange(first, second, targetFirst, targetSecond);
                }
            }
        }
        return null;
    }

    private static List<Quantity> digits(List<Quantity> quantities) {
        return quantities.stream().filter(quantity -> quantity.weight() == Weight.HARD).toList();
    }

    private static @Nullable Span last(List<Span> names, int start, int end) {
        Span last = null;
        for (Span name : names) {
            last = name.start() >= start && name.end() <= end ? name : last;
        }
        return last;
    }

    private static @Nullable Span only(List<Span> names, int start, int end) {
        List<Span> between =
                names.stream().filter(name -> name.start() >= start && name.end() <= end).toList();
        return between.size() == 1 ? between.getFirst() : null;
    }

    private static boolean none(List<Quantity> numbers, int start, int end) {
        return numbers.stream()
                .noneMatch(number -> number.span().start() > start && number.span().end() < end);
    }

    private static boolean once(List<Quantity> numbers, Quantity number) {
        return numbers.stream().filter(other -> other.value().equals(number.value())).count() == 1;
    }

    private static @Nullable Quantity there(List<Quantity> numbers, Quantity number) {
        List<Quantity> equal =
                numbers.stream().filter(other -> other.value().equals(number.value())).toList();
        return equal.size() == 1 ? equal.getFirst() : null;
    }

    /// Whether the same character follows both, as in `3%` and `5 %`.
    private static boolean sameUnit(String text, Span first, Span second) {
        return unit(text, first.end()) == unit(text, second.end());
    }

    private static char unit(String text, int at) {
        int start = text.startsWith(" ", at) ? at + 1 : at;
        return start < text.length() ? text.charAt(start) : ' ';
    }

    /// Where a name stands that stands only once; -1 otherwise.
    private static int place(String text, String name) {
        int at = text.indexOf(name);
        return at >= 0 && text.indexOf(name, at + 1) < 0 ? at : -1;
    }
}
