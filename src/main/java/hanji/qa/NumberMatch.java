package hanji.qa;

import hanji.qa.Quantity.Weight;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Pairs the numbers of two texts as multisets of values, digits with digits first.
///
/// @param missing of the source, without a partner; a value that the target states elsewhere is not
///   missing
/// @param added of the target, without a partner; a value that the source states elsewhere is not
///   added
record NumberMatch(List<Quantity> missing, List<Quantity> added) {

    static NumberMatch of(List<Quantity> source, List<Quantity> target) {
        Set<Quantity> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Weight wanted : Weight.values()) {
            for (Weight offered : Weight.values()) {
                pair(source, wanted, index(target, offered, paired), paired);
            }
        }
        return new NumberMatch(rest(source, target, paired), rest(target, source, paired));
    }

    private static void pair(
            List<Quantity> source,
            Weight wanted,
            Map<BigDecimal, Deque<Quantity>> offers,
            Set<Quantity> paired) {
        for (Quantity quantity : source) {
            if (quantity.weight() != wanted || paired.contains(quantity)) {
                continue;
            }
            for (BigDecimal reading : quantity.readings()) {
                Deque<Quantity> equal =
                        offers.getOrDefault(reading.stripTrailingZeros(), new ArrayDeque<>());
                while (!equal.isEmpty() && paired.contains(equal.peek())) {
                    equal.poll();
                }
                if (!equal.isEmpty()) {
                    paired.add(equal.remove());
                    paired.add(quantity);
                    break;
                }
            }
        }
    }

    private static Map<BigDecimal, Deque<Quantity>> index(
            List<Quantity> quantities, Weight weight, Set<Quantity> paired) {
        Map<BigDecimal, Deque<Quantity>> index = new HashMap<>();
        for (Quantity quantity : quantities) {
            if (quantity.weight() == weight && !paired.contains(quantity)) {
                for (BigDecimal reading : quantity.readings()) {
                    index.computeIfAbsent(reading.stripTrailingZeros(), _ -> new ArrayDeque<>())
                            .add(quantity);
                }
            }
        }
        return index;
    }

    private static List<Quantity> rest(
            List<Quantity> own, List<Quantity> other, Set<Quantity> paired) {
        Set<BigDecimal> stated = new HashSet<>();
        for (Quantity quantity : other) {
            quantity.readings().forEach(reading -> stated.add(reading.stripTrailingZeros()));
        }
        List<Quantity> rest = new ArrayList<>();
        for (Quantity quantity : own) {
            boolean repeated =
                    quantity.readings().stream()
                            .anyMatch(reading -> stated.contains(reading.stripTrailingZeros()));
            if (quantity.weight() != Weight.SOFT && !paired.contains(quantity) && !repeated) {
                rest.add(quantity);
            }
        }
        return rest;
    }
}
