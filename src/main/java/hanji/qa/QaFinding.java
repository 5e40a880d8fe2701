package hanji.qa;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.segment.Span;
import org.jspecify.annotations.Nullable;

/// A check's remark on a source and its target.
///
/// @param check id of the check, as `url`; stable, stored
/// @param source what it means in the source; null when there is nothing to point at
/// @param target the same in the target
/// @param message one sentence in English for people who know neither the code nor MQM
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QaFinding(
        String check,
        MqmCategory category,
        Severity severity,
        @Nullable Span source,
        @Nullable Span target,
        String message) {

    QaFinding as(Severity other) {
        return new QaFinding(check, category, other, source, target, message);
    }
}
