package hanji.qa;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// What is left of the marks of two stretches that say the same, when each one is paired with what
/// may translate it: first its own sense, then any that may stand for it.
///
/// @param lost a negation of the source that nothing in the target answers
/// @param added the same the other way
/// @param from a direction of the source whose opposite stands in the target
/// @param to that opposite
/// @param onlyOneSideDenies whether the other side has no negation of any kind
record Balance(
        @Nullable Mark lost,
        @Nullable Mark added,
        @Nullable Mark from,
        @Nullable Mark to,
        boolean onlyOneSideDenies) {

    static final Balance EVEN = new Balance(null, null, null, null, false);

    private static final int MOST = 200;

    private static final long SURE_SOURCE = Sense.NOT.bit() | Sense.REGARDLESS.bit();
    private static final long SURE_TARGET = Sense.NOT.bit() | Sense.FAILS.bit();

    /// What any language says for another of the same row: higher accuracy is better.
    private static final long GOOD = Sense.BETTER.bit() | Sense.MORE.bit() | Sense.ABOVE.bit();

    private static final long BAD = Sense.WORSE.bit() | Sense.LESS.bit() | Sense.BELOW.bit();

    /// Characters between a negation and what it denies.
    private static final int NEAR = 10;

    /// The same where nothing but a small word stands between: not a good one.
    private static final int DENIED = 4;

    private static final long PAIRED =
            Sense.NEGATIVE & ~Sense.NOT.bit() & ~Sense.FAILS.bit() & ~Sense.WEAK.bit();

    static Balance of(List<Mark> source, List<Mark> target) {
        if (source.size() + target.size() == 0 || source.size() + target.size() > MOST) {
            return EVEN;
        }
        List<Mark> denied = only(source, Sense.NEGATIVE);
        List<Mark> denying = only(target, Sense.NEGATIVE);
        pair(denied, denying, (a, b) -> a.has(b.senses() & PAIRED));
        pair(denied, denying, (a, b) -> a.has(SURE_SOURCE) && b.has(SURE_TARGET));
        pair(denied, denying, Balance::answers);
        Mark lost = first(target, SURE_SOURCE) == null ? first(denied, SURE_SOURCE) : null;
        Mark added = first(source, SURE_SOURCE) == null ? first(denying, SURE_TARGET) : null;

        boolean cost = any(source, Sense.COST.bit()) || any(target, Sense.COST.bit());
        List<Mark> s = only(source, Sense.DIRECTIONS);
        List<Mark> t = only(target, Sense.DIRECTIONS);
        pair(s, t, (a, b) -> a.has(b.senses() & Sense.DIRECTIONS));
        pair(s, t, (a, b) -> a.has(GOOD) && b.has(GOOD) || a.has(BAD) && b.has(BAD));
        // what is denied where it stands says nothing about a direction: not good is bad
        s.removeIf(mark -> near(mark, source));
        t.removeIf(mark -> near(mark, target));
        Mark[] turned = new Mark[2];
        find(s, t, Balance::reversed, turned);
        if (turned[0] == null) {
            pair(
                    s,
                    t,
                    (a, b) ->
                            a.has(Sense.UP) && b.has(Sense.UP)
                                    || a.has(Sense.DOWN) && b.has(Sense.DOWN));
            pair(s, t, (a, b) -> excused(a, b, cost) || excused(b, a, cost));
            find(s, t, (a, b) -> opposed(a, b, cost), turned);
        }
        boolean denies = lost != null || added != null;
        return new Balance(
                lost != null && beside(lost, source, t) ? null : lost,
                added != null && beside(added, target, s) ? null : added,
                denies ? null : turned[0],
                denies ? null : turned[1],
                !any(source, Sense.NEGATIVE) || !any(target, Sense.NEGATIVE));
    }

    private static boolean near(Mark direction, List<Mark> marks) {
        for (Mark mark : marks) {
            if (mark != direction
                    && mark.sure()
                    && mark.has(Sense.NOT.bit())
                    && direction.start() - DENIED < mark.end()
                    && mark.start() - DENIED < direction.end()) {
                return true;
            }
        }
        return false;
    }

    /// Whether what is left over says the same without a negation: not better, worse.
    private static boolean beside(Mark negation, List<Mark> marks, List<Mark> others) {
        for (Mark mark : marks) {
            if (mark.start() - NEAR < negation.end() && negation.start() - NEAR < mark.end()) {
                long other = mark.has(Sense.UP) ? Sense.DOWN : Sense.UP;
                if (mark.has(Sense.DIRECTIONS) && any(others, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean answers(Mark a, Mark b) {
        if (a.has(Sense.REGARDLESS.bit())) {
            return !b.has(Sense.ONLY.bit());
        }
        if (!b.sure() && b.has(Sense.REGARDLESS.bit())) {
            return false;
        }
        return a.has(SURE_SOURCE) || b.has(SURE_TARGET);
    }

    private static boolean reversed(Mark a, Mark b) {
        return a.sure() && b.sure() && a.has(Sense.opposite(b.senses() & Sense.DIRECTIONS));
    }

    /// Of opposite signs and yet the same: faster, in less time.
    private static boolean excused(Mark a, Mark b, boolean cost) {
        return a.has(Sense.FASTER.bit()) && b.has(Sense.SHORTER.bit() | Sense.LESS.bit())
                || cost && a.has(Sense.BETTER.bit()) && b.has(Sense.LESS.bit());
    }

    /// Of different scales and yet opposite: better, slower. More is no better where it is a cost
    /// that grows.
    private static boolean opposed(Mark a, Mark b, boolean cost) {
        if (!a.sure() || !b.sure()) {
            return false;
        }
        return oneWay(a, b, cost) || oneWay(b, a, cost);
    }

    private static boolean oneWay(Mark a, Mark b, boolean cost) {
        return a.has(Sense.BETTER.bit() | Sense.MORE.bit()) && b.has(Sense.SLOWER.bit())
                || !cost && a.has(Sense.BETTER.bit()) && b.has(Sense.LESS.bit())
                || !cost && a.has(Sense.MORE.bit()) && b.has(Sense.WORSE.bit());
    }

    private static boolean any(List<Mark> marks, long senses) {
        for (Mark mark : marks) {
            if (mark.has(senses)) {
                return true;
            }
        }
        return false;
    }

    private static List<Mark> only(List<Mark> marks, long senses) {
        List<Mark> kept = new ArrayList<>();
        for (Mark mark : marks) {
            if (mark.has(senses)) {
                kept.add(mark);
            }
        }
        return kept;
    }

    private static @Nullable Mark first(List<Mark> marks, long senses) {
        for (Mark mark : marks) {
            if (mark.sure() && mark.has(senses)) {
                return mark;
            }
        }
        return null;
    }

    private static void pair(List<Mark> source, List<Mark> target, BiPredicate<Mark, Mark> fits) {
        for (int i = 0; i < source.size(); i++) {
            for (int j = 0; j < target.size(); j++) {
                if (fits.test(source.get(i), target.get(j))) {
                    source.remove(i--);
                    target.remove(j);
                    break;
                }
            }
        }
    }

    private static void find(
            List<Mark> source, List<Mark> target, BiPredicate<Mark, Mark> fits, Mark[] found) {
        for (Mark a : source) {
            for (Mark b : target) {
                if (found[0] == null && fits.test(a, b)) {
                    found[0] = a;
                    found[1] = b;
                }
            }
        }
    }
}
