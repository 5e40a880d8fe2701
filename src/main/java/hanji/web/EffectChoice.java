package hanji.web;

import hanji.batch.Budget;
import hanji.segment.Problem;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What somebody chooses on the page of an effect.
///
/// @param fitting whether drafts that fit are meant too
/// @param model null for the default one
/// @param offset of the first text that is shown
/// @param maxCost as it was typed
record EffectChoice(
        boolean fitting, @Nullable String model, int offset, String maxCost, String maxTokens) {

    private static final int LONGEST = 30;

    static EffectChoice of(
            @Nullable String fitting,
            @Nullable String model,
            int offset,
            @Nullable String maxCost,
            @Nullable String maxTokens) {
        return new EffectChoice(
                "true".equals(fitting),
                model == null || model.isBlank() ? null : model,
                offset,
                bounded(maxCost),
                bounded(maxTokens));
    }

    private static String bounded(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        return typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    }

    /// @throws Problem (bad input) for what is no number
    Budget budget() {
        try {
            return new Budget(
                    maxCost.isBlank() ? null : new BigDecimal(maxCost.strip()),
                    maxTokens.isBlank() ? null : Long.valueOf(maxTokens.strip()));
        } catch (NumberFormatException e) {
            throw Problem.badInput(
                    "A budget is a number, as 5.00 or 500000: go back and write it so.");
        }
    }
}
