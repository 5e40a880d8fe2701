package hanji.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// What may be spent; null where there is no limit.
///
/// @param maxCost in the currency of the configured prices
/// @param maxTokens of requests and answers together
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Budget(@Nullable BigDecimal maxCost, @Nullable Long maxTokens) {

    public static final Budget UNLIMITED = new Budget(null, null);

    public boolean unlimited() {
        return maxCost == null && maxTokens == null;
    }
}
