package hanji.qa;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.segment.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A check's remark on a source and its target.
///
/// @param check id of the check, as `url`; stable, stored
/// @param source what it means in the source; null when there is nothing to point at
/// @param target the same in the target
/// @param message one sentence in English for people who know neither the code nor MQM
/// @param remark the same for readers of every language; null for a sentence that only is in
///   English, as a model's or one that was stored before there were remarks
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QaFinding(
        String check,
        MqmCategory category,
        Severity severity,
        @Nullable Span source,
        @Nullable Span target,
        String message,
        @Nullable Remark remark) {

    /// With a sentence that is there in English alone.
    public QaFinding(
            String check,
            MqmCategory category,
            Severity severity,
            @Nullable Span source,
            @Nullable Span target,
            String message) {
        this(check, category, severity, source, target, message, null);
    }

    QaFinding(
            String check,
            MqmCategory category,
            Severity severity,
            @Nullable Span source,
            @Nullable Span target,
            Remark remark) {
        this(check, category, severity, source, target, remark.in(Locale.ENGLISH), remark);
    }

    /// The sentence for a reader of a language; English where it is not [#translated()].
    public String sentence(Locale locale) {
        return remark != null && translated() ? remark.in(locale) : message;
    }

    /// Whether there is a sentence for readers of other languages.
    public boolean translated() {
        return remark != null && remark.known();
    }

    QaFinding as(Severity other) {
        return new QaFinding(check, category, other, source, target, message, remark);
    }
}
