package hanji.review;

import java.util.OptionalDouble;

/// How often a warning and an editor say the same of a machine's text: two raters, two answers.
///
/// @param both flagged, and changed or rejected
/// @param flagged flagged, and approved unchanged
/// @param changed not flagged, and changed or rejected
/// @param neither not flagged, and approved unchanged
public record Agreement(long both, long flagged, long changed, long neither) {

    public static final Agreement NONE = new Agreement(0, 0, 0, 0);

    /// With one text more.
    public Agreement and(boolean wasFlagged, boolean wasChanged) {
        return new Agreement(
                both + (wasFlagged && wasChanged ? 1 : 0),
                flagged + (wasFlagged && !wasChanged ? 1 : 0),
                changed + (!wasFlagged && wasChanged ? 1 : 0),
                neither + (!wasFlagged && !wasChanged ? 1 : 0));
    }

    public Agreement plus(Agreement other) {
        return new Agreement(
                both + other.both,
                flagged + other.flagged,
                changed + other.changed,
                neither + other.neither);
    }

    public long texts() {
        return both + flagged + changed + neither;
    }

    /// The share of texts of which both say the same; empty without texts.
    public OptionalDouble observed() {
        return texts() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((both + neither) / (double) texts());
    }

    /// Cohen's kappa (J. Cohen, "A Coefficient of Agreement for Nominal Scales", Educational and
    /// Psychological Measurement 20, 1960): κ = (pₒ − pₑ) / (1 − pₑ), where pₒ is what is observed
    /// and pₑ what two raters with these habits would agree on by chance. 1 is full agreement, 0 no
    /// more than chance; empty where chance alone explains all, as when everything is approved and
    /// nothing flagged.
    public OptionalDouble kappa() {
        if (texts() == 0) {
            return OptionalDouble.empty();
        }
        double all = texts();
        double flagging = (both + flagged) / all;
        double changing = (both + changed) / all;
        double chance = flagging * changing + (1 - flagging) * (1 - changing);
        return chance >= 1
                ? OptionalDouble.empty()
                : OptionalDouble.of(((both + neither) / all - chance) / (1 - chance));
    }
}
