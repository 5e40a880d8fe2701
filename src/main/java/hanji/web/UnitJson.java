package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.qa.QaFinding;
import hanji.review.Act;
import hanji.review.Dismissal;
import hanji.review.HistoryEntry;
import hanji.review.Judgement;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A unit as the interface shows it.
///
/// @param place what editors call it, as `3.2`
/// @param mark the state as pages show it, finer than `state`
/// @param history only where it was asked for
@JsonInclude(JsonInclude.Include.NON_NULL)
record UnitJson(
        UnitId id,
        String digest,
        int entry,
        String place,
        UnitKind kind,
        Language language,
        String source,
        TargetState state,
        Mark mark,
        Staleness staleness,
        int version,
        @Nullable TargetJson target,
        @Nullable TargetJson proposal,
        @Nullable JudgementJson judgement,
        @Nullable Act act,
        @Nullable String actor,
        @Nullable String reason,
        @Nullable Instant at,
        @Nullable List<EventJson> history) {

    /// @param dismissed findings that an editor called no error; left out when there are none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetJson(
            int number,
            String text,
            Provenance provenance,
            List<QaFinding> findings,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Dismissal> dismissed) {

        static @Nullable TargetJson of(@Nullable Target target) {
            return target == null
                    ? null
                    : new TargetJson(
                            target.number(),
                            target.text(),
                            target.provenance(),
                            target.report().findings(),
                            target.dismissed());
        }
    }

    /// What a model said of the text that stands.
    ///
    /// @param score penalty points per hundred words of the source
    record JudgementJson(String model, double score, List<QaFinding> errors, Instant at) {

        static @Nullable JudgementJson of(@Nullable Judgement judgement) {
            return judgement == null
                    ? null
                    : new JudgementJson(
                            judgement.model(),
                            Math.round(judgement.score() * 100) / 100.0,
                            judgement.report().findings(),
                            judgement.at());
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventJson(
            int version,
            Act act,
            TargetState state,
            @Nullable TargetJson target,
            String actor,
            @Nullable String reason,
            Instant at) {

        static EventJson of(HistoryEntry entry) {
            return new EventJson(
                    entry.version(),
                    entry.act(),
                    entry.state(),
                    TargetJson.of(entry.target()),
                    entry.actor(),
                    entry.reason(),
                    entry.at());
        }
    }

    static UnitJson of(ReviewItem item) {
        return of(item, null);
    }

    static UnitJson of(ReviewItem item, @Nullable List<HistoryEntry> history) {
        return new UnitJson(
                item.unit().id(),
                item.unit().digest(),
                item.unit().entry(),
                item.unit().place(),
                item.unit().id().kind(),
                item.unit().id().language(),
                item.unit().source(),
                item.state(),
                item.mark(),
                item.staleness(),
                item.version(),
                TargetJson.of(item.target()),
                TargetJson.of(item.proposal()),
                JudgementJson.of(item.judgement()),
                item.act(),
                item.by(),
                item.reason(),
                item.at(),
                history == null ? null : history.stream().map(EventJson::of).toList());
    }

    /// The optimistic lock, in HTTP's form.
    String etag() {
        return "\"" + version + "\"";
    }
}
