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

/// Pairs the numbers of two texts as multisets of values, names with names first, then digits with
/// digits.
///
/// @param missing of the source, without a partner; a value that the target states elsewhere is not
///   missing
/// @param added of the target, without a partner; a value that the source states elsewhere is not
///   added
/// @param equal the pairs
record NumberMatch(List<Quantity> missing, List<Quantity> added, List<Equal> equal) {

    /// Two numbers that have a reading in common.
    record Equal(Quantity source, Quantity target) {}

    private static final Weight[] WEIGHTS = Weight.values();

    static NumberMatch of(List<Quantity> source, List<Quantity> target) {
        if (source.isEmpty() && target.isEmpty()) {
            return new NumberMatch(List.of(), List.of(), List.of());
        }
        Set<Quantity> paired = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Equal> pairs = new ArrayList<>();
        Map<Weight, Map<BigDecimal, Deque<Quantity>>> offers = new HashMap<>();
        for (Quantity quantity : target) {
            Map<BigDecimal, Deque<Quantity>> sameWeight =
                    offers.computeIfAbsent(quantity.weight(), _ -> new HashMap<>());
            for (BigDecimal reading : quantity.readings()) {
                sameWeight.computeIfAbsent(reading, _ -> new ArrayDeque<>(2)).add(quantity);
            }
        }
        pair(source, Weight.NAME, offers.getOrDefault(Weight.NAME, Map.of()), paired, pairs);
        Set<Quantity> names = Collections.newSetFromMap(new IdentityHashMap<>());
        names.addAll(paired);
        for (Weight wanted : WEIGHTS) {
            for (Weight offered : WEIGHTS) {
                pair(source, wanted, offers.getOrDefault(offered, Map.of()), paired, pairs);
            }
        }
        return new NumberMatch(
                rest(source, target, paired, names), rest(target, source, paired, names), pairs);
    }

    private static void pair(
            List<Quantity> source,
            Weight wanted,
            Map<BigDecimal, Deque<Quantity>> offers,
            Set<Quantity> paired,
            List<Equal> pairs) {
        if (offers.isEmpty()) {
            return;
        }
        for (Quantity quantity : source) {
            if (quantity.weight() == wanted && !paired.contains(quantity)) {
                pair(quantity, offers, paired, pairs);
            }
        }
    }

    private static void pair(
            Quantity quantity,
            Map<BigDecimal, Deque<Quantity>> offers,
            Set<Quantity> paired,
            List<Equal> pairs) {
        for (BigDecimal reading : quantity.readings()) {
            Deque<Quantity> equal = offers.get(reading);
            while (equal != null && !equal.isEmpty() && paired.contains(equal.peek())) {
                equal.poll();
            }
            if (equal != null && !equal.isEmpty()) {
                pairs.add(new Equal(quantity, equal.peek()));
                paired.add(equal.remove());
                paired.add(quantity);
                return;
            }
        }
    }

    /// @param names paired with names: their digits state nothing else
    private static List<Quantity> rest(
            List<Quantity> own, List<Quantity> other, Set<Quantity> paired, Set<Quantity> names) {
        List<Quantity> rest = new ArrayList<>();
        Set<BigDecimal> stated = null;
        for (Quantity quantity : own) {
            boolean asks = quantity.weight() == Weight.HARD || quantity.weight() == Weight.WORD;
            if (!asks || paired.contains(quantity)) {
                continue;
            }
            if (stated == null) {
                stated = new HashSet<>();
                for (Quantity there : other) {
                    if (!names.contains(there)) {
                        stated.addAll(there.readings());
                    }
                }
            }
            if (Collections.disjoint(stated, quantity.readings())) {
                rest.add(quantity);
            }
        }
        return rest;
    }
}
