package hanji.llm;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A model that can be asked, as configured.
///
/// @param id what users call it: the key under `hanji.llm.models`, or `recorded`
/// @param provider `openai`, `ollama`, `anthropic` or `recorded`
/// @param name what the provider calls it
/// @param temperature overrides the prompt's when set
/// @param priceIn per million tokens; null when not configured
public record Model(
        String id,
        String provider,
        String name,
        @Nullable Double temperature,
        Duration timeout,
        int maxConcurrency,
        @Nullable BigDecimal priceIn,
        @Nullable BigDecimal priceOut) {

    public static final String RECORDED = "recorded";

    public boolean live() {
        return !provider.equals(RECORDED);
    }

    /// What a call costs, in the currency of the prices; null without prices.
    public @Nullable BigDecimal cost(TokenUsage usage) {
        if (priceIn == null || priceOut == null) {
            return null;
        }
        return priceIn.multiply(BigDecimal.valueOf(usage.in()))
                .add(priceOut.multiply(BigDecimal.valueOf(usage.out())))
                .movePointLeft(6);
    }
}
