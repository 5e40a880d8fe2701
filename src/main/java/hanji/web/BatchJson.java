package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.batch.Batch;
import hanji.batch.BatchProgress;
import hanji.batch.BatchProgress.Counts;
import hanji.batch.BatchProgress.Failures;
import hanji.batch.BatchResults;
import hanji.batch.BatchState;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.draft.Estimate;
import hanji.qa.QaFinding;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Only;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far a batch is, as the interface tells it.
///
/// @param calls made for it so far, repeated ones included
/// @param cost null when no prices are configured
/// @param secondsLeft at the rate of the last half minute; null when there is no telling
/// @param problem why it stopped; null when nothing did
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchJson(
        String id,
        BatchState state,
        Counts counts,
        long calls,
        Tokens tokens,
        @Nullable BigDecimal cost,
        @Nullable Long secondsLeft,
        @Nullable String problem,
        List<Failures> failures,
        String model,
        Only only,
        @Nullable Budget budget,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {

    record Tokens(long in, long out) {}

    static BatchJson of(BatchProgress progress) {
        Batch batch = progress.batch();
        BatchProgress.Spent spent = progress.spent();
        return new BatchJson(
                batch.id(),
                batch.state(),
                progress.counts(),
                spent.calls(),
                new Tokens(spent.tokensIn(), spent.tokensOut()),
                spent.cost(),
                progress.secondsLeft(),
                batch.problem(),
                progress.failures(),
                batch.model(),
                batch.only(),
                batch.budget().unlimited() ? null : batch.budget(),
                batch.createdAt(),
                batch.startedAt(),
                batch.finishedAt());
    }

    /// What a batch would take.
    ///
    /// @param units to be drafted
    /// @param reused units that have a text already
    /// @param requests for them, of which `calls` are to be paid
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DryRun(
            String model,
            int units,
            int reused,
            int requests,
            int calls,
            Tokens tokens,
            @Nullable BigDecimal cost) {

        static DryRun of(Batches.DryRun run) {
            Estimate estimate = run.estimate();
            return new DryRun(
                    run.model(),
                    run.units(),
                    run.reused(),
                    run.requests(),
                    estimate.calls(),
                    new Tokens(estimate.tokensIn(), estimate.tokensOut()),
                    estimate.cost());
        }
    }

    /// One line of the results.
    ///
    /// @param outcome `drafted`, `cached` (out of an answer paid for before), `reused` (it had a
    ///   text before, or the memory had one) or `failed`
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            UnitId unit,
            UnitKind kind,
            Language language,
            String outcome,
            @Nullable String source,
            @Nullable String text,
            @Nullable List<QaFinding> findings,
            @Nullable Provenance provenance,
            @Nullable String reason) {

        static Result of(BatchResults.Line line) {
            Target target = line.target();
            return new Result(
                    line.unit(),
                    line.unit().kind(),
                    line.unit().language(),
                    line.how(),
                    target == null ? null : target.source(),
                    target == null ? null : target.text(),
                    target == null ? null : target.report().findings(),
                    target == null ? null : target.provenance(),
                    line.reason());
        }
    }
}
