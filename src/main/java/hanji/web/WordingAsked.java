package hanji.web;

import hanji.batch.Budget;
import hanji.batch.EffectRedo;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.workbench.Cause;
import org.jspecify.annotations.Nullable;

/// An approved wording that is to reach the other texts of its original, as a caller asks for it.
///
/// @param unit whose approved text it is
/// @param model a configured id; the default one without
/// @param budget for the redo
/// @param seal of the answer that told what this would do
record WordingAsked(
        @Nullable String unit,
        @Nullable String model,
        BatchAsked.@Nullable BudgetAsked budget,
        @Nullable String seal) {

    EffectRedo.Wish wish() {
        if (unit == null) {
            throw Problem.badInput("unit: it is missing, name the unit whose text is approved.");
        }
        return new EffectRedo.Wish(new Cause.Wording(UnitId.of(unit)), false, model);
    }

    Budget limits() {
        return budget == null ? Budget.UNLIMITED : budget.budget();
    }

    String seen() {
        if (seal == null) {
            throw Problem.badInput("seal: it is missing, ask /api/v1/memory/effect first.");
        }
        return seal;
    }
}
