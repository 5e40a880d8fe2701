package hanji.draft;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What a request would take.
///
/// @param paid whether its answer is there already, so that it takes nothing
/// @param tokensOut guessed from the source: a translation of Korean has about as many tokens
/// @param cost null without configured prices
public record Estimate(boolean paid, int tokensIn, int tokensOut, @Nullable BigDecimal cost) {}
