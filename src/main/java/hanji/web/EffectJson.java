package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.batch.EffectRedo;
import hanji.qa.QaFinding;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.workbench.Effect;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change of the terms, or an approved wording, would mean, as the interface tells it.
///
/// @param counts by language and fate
/// @param fittingDrafts machine drafts among those that fit
/// @param taken texts that take the approved wording as it is, without a call
/// @param dryRun of the redo; left out when no model would be asked
/// @param problem why it cannot be one batch; left out when it can
/// @param seal to be sent back with the wish to do exactly this
/// @param total texts that it concerns, of which `texts` are a page
@JsonInclude(JsonInclude.Include.NON_NULL)
record EffectJson(
        Map<Language, Map<String, Integer>> counts,
        int fittingDrafts,
        int taken,
        BatchJson.@Nullable DryRun dryRun,
        @Nullable String problem,
        String seal,
        int total,
        int offset,
        List<Text> texts) {

    /// One text.
    ///
    /// @param place as `3.2`
    /// @param version the ETag of the unit
    /// @param fate `redo`, `propose` or `fits`
    /// @param marks where the source speaks of what is changed
    /// @param old where the text has wording that would not be agreed any more
    /// @param findings what the terminology check would say
    /// @param taken the text that comes without a call; left out where a model is asked
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Text(
            UnitId unit,
            String digest,
            String place,
            TargetState state,
            int version,
            String fate,
            String source,
            List<Span> marks,
            String text,
            List<Span> old,
            List<QaFinding> findings,
            @Nullable String taken) {

        static Text of(Effect.Affected affected) {
            ReviewItem item = affected.item();
            return new Text(
                    item.unit().id(),
                    item.unit().digest(),
                    item.unit().place(),
                    item.state(),
                    item.version(),
                    wire(affected.fate()),
                    item.unit().source(),
                    affected.marks(),
                    Objects.requireNonNull(item.target()).text(),
                    affected.old(),
                    affected.findings(),
                    affected.taken() == null ? null : affected.taken().text().text());
        }
    }

    static EffectJson of(EffectRedo.Preview preview, int offset, int limit) {
        Effect effect = preview.effect();
        Map<Language, Map<String, Integer>> counts = new LinkedHashMap<>();
        effect.counts()
                .forEach((language, some) -> {
                    Map<String, Integer> named = new LinkedHashMap<>();
                    some.forEach((fate, count) -> named.put(wire(fate), count));
                    counts.put(language, named);
                });
        List<Effect.Affected> all = effect.texts();
        int from = Math.min(offset, all.size());
        return new EffectJson(
                counts,
                effect.fittingDrafts(),
                effect.taken().size(),
                preview.dryRun() == null ? null : BatchJson.DryRun.of(preview.dryRun()),
                preview.problem() == null ? null : preview.problem().toString(),
                preview.seal(),
                all.size(),
                offset,
                all.subList(from, Math.min(all.size(), from + limit)).stream()
                        .map(Text::of)
                        .toList());
    }

    static String wire(Effect.Fate fate) {
        return fate.name().toLowerCase(Locale.ROOT);
    }
}
