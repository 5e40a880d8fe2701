package hanji.qa;

import hanji.segment.Language;

/// Letters and digits of a target for each Hangul and for each other letter or digit of its source:
/// least squares over 360 hand-made reference pairs of one digest (90 in each language), rounded.
record LengthRate(double hangul, double other) {

    static LengthRate of(Language language) {
        return switch (language) {
            case EN -> new LengthRate(2.5, 0.6);
            case DE -> new LengthRate(2.9, 0.6);
            case JA -> new LengthRate(1.2, 1.1);
            case ZH_CN -> new LengthRate(0.76, 1.04);
            case KO -> new LengthRate(1, 1);
        };
    }

    /// Letters and digits that a stretch of the source leads one to expect.
    double expected(String source, int from, int to) {
        int hangul = 0;
        int other = 0;
        for (int i = from; i < to; i++) {
            char c = source.charAt(i);
            if (Scripts.hangul(c)) {
                hangul++;
            } else if (Character.isLetterOrDigit(c)) {
                other++;
            }
        }
        return hangul() * hangul + other() * other;
    }

    static int actual(String target, int from, int to) {
        int letters = 0;
        for (int i = from; i < to; i++) {
            letters += Character.isLetterOrDigit(target.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
