package hanji.draft;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What the calls of one day to one model took.
///
/// @param day in UTC
/// @param failed calls that brought no usable answer
/// @param cost null when no prices are configured
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Usage(
        LocalDate day,
        String model,
        long calls,
        long failed,
        long tokensIn,
        long tokensOut,
        @Nullable BigDecimal cost) {}
