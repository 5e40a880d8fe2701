package hanji.qa;

import java.util.Locale;

/// What a word says of polarity or direction, so far as the word alone can tell. A [Lexicon] lists
/// the words; [Balance] compares them.
enum Sense {
    /// denies its clause: not, without, never
    NOT,
    /// denies like [#NOT] where it stands in a translation: failed to
    FAILS,
    /// something does not matter
    REGARDLESS,
    DESPITE,
    ONLY,
    /// denied by a part of the word: unseen, lossless, 불가능
    UN,
    FAIL,
    LACK,
    AVOID,
    EXCLUDE,
    INSTEAD,
    HARD,
    FEW,
    REFUSE,
    /// nothing changes: kept, constant
    SAME,
    /// questions, conditions and the like, which hold a negation in one language and none in
    /// another
    WEAK,
    /// goes with the negation behind it, as one: 거의 … 않다, しか…ない
    TAKES,
    /// a noun of what is better when there is less of it
    COST,

    BETTER,
    WORSE,
    MORE,
    LESS,
    FASTER,
    SLOWER,
    LONGER,
    SHORTER,
    LARGER,
    SMALLER,
    ABOVE,
    BELOW,
    DEARER,
    CHEAPER,
    EASIER,
    HARDER,
    STRONGER,
    WEAKER,
    WIDER,
    NARROWER;

    /// Of those that deny, or may in another language.
    static final long NEGATIVE = range(NOT, WEAK);

    static final long DIRECTIONS = range(BETTER, NARROWER);

    /// [#BETTER], [#MORE] and so on: every second one.
    static final long UP = everySecond(BETTER);

    static final long DOWN = DIRECTIONS & ~UP;

    long bit() {
        return 1L << ordinal();
    }

    static Sense of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /// The same scales, read the other way.
    static long opposite(long senses) {
        return (senses & UP) << 1 | (senses & DOWN) >>> 1;
    }

    private static long range(Sense first, Sense last) {
        return (last.bit() << 1) - first.bit();
    }

    private static long everySecond(Sense first) {
        long bits = 0;
        for (int i = first.ordinal(); i < values().length; i += 2) {
            bits |= 1L << i;
        }
        return bits;
    }
}
