package hanji.qa;

import hanji.segment.Language;
import java.util.List;

/// A target far shorter or longer than its source leads one to expect.
final class LengthCheck implements QaCheck {

    /// Letters and digits of a target for each Hangul and for each other letter or digit of its
    /// source: least squares over 360 hand-made reference pairs of one digest (90 in each
    /// language), rounded.
    private record Rate(double hangul, double other) {

        static Rate of(Language language) {
            return switch (language) {
                case EN -> new Rate(2.5, 0.6);
                case DE -> new Rate(2.9, 0.6);
                case JA -> new Rate(1.2, 1.1);
                case ZH_CN -> new Rate(0.76, 1.04);
                case KO -> new Rate(1, 1);
            };
        }
    }

    /// The same pairs lie between 0.70 and 1.44 of what the rates give, the extremes being short
    /// texts, which the letters of slack free. Above, more are needed: a short text is easily put
    /// in more words.
    private static final double SHORTEST = 0.72;

    private static final double LONGEST = 1.33;
    private static final double SLACK_BELOW = 10;
    private static final double SLACK_ABOVE = 15;

    @Override
    public String id() {
        return "length";
    }

    /// It says that something may be missing, not what.
    @Override
    public boolean mendable() {
        return false;
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Rate rate = Rate.of(pair.language());
        String source = pair.source().masked();
        long hangul = Scripts.count(source, Scripts::hangul);
        long other = Scripts.count(source, c -> Character.isLetterOrDigit(c) && !Scripts.hangul(c));
        double expected = rate.hangul() * hangul + rate.other() * other;
        long actual = Scripts.count(pair.target().masked(), Character::isLetterOrDigit);
        if (actual < SHORTEST * expected - SLACK_BELOW) {
            return List.of(
                    finding(
                            pair,
                            MqmCategory.OMISSION,
                            "The target has %d letters where about %.0f are usual: something may be missing."
                                    .formatted(actual, expected)));
        }
        if (actual > LONGEST * expected + SLACK_ABOVE) {
            return List.of(
                    finding(
                            pair,
                            MqmCategory.ADDITION,
                            "The target has %d letters where about %.0f are usual: something may have been added."
                                    .formatted(actual, expected)));
        }
        return List.of();
    }

    private QaFinding finding(Pair pair, MqmCategory category, String message) {
        return new QaFinding(
                id(),
                category,
                Severity.MINOR,
                pair.source().whole(),
                pair.target().whole(),
                message);
    }
}
