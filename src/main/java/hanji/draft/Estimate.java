package hanji.draft;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a request would take.
///
/// @param calls to be made; none when the answer is there already, or recorded
/// @param tokensOut guessed from the source
/// @param cost null without configured prices
public record Estimate(int calls, long tokensIn, long tokensOut, @Nullable BigDecimal cost) {

    /// Nothing.
    public static final Estimate PAID = new Estimate(0, 0, 0, BigDecimal.ZERO);

    public Estimate and(Estimate other) {
        return new Estimate(
                calls + other.calls,
                tokensIn + other.tokensIn,
                tokensOut + other.tokensOut,
                cost == null || other.cost == null ? null : cost.add(other.cost));
    }
}
