package hanji.web;

import hanji.batch.EffectRedo;
import hanji.workbench.Effect;
import hanji.workbench.Effect.Affected;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an import of terms would mean for the texts there are.
///
/// @param trouble what has happened since somebody looked, or why it cannot be done; null in the
///   ordinary case
/// @param none what to say when no text is concerned; empty when some are
/// @param counts by language
/// @param sums of all languages
/// @param price sentences
/// @param groups of the first texts by their fates
/// @param shown which of them all; empty when these are all
/// @param redo the button; empty when there is nothing to redo, or not for who looks
/// @param seal to be sent by it
record ImportEffect(
        @Nullable Told trouble,
        String none,
        List<EffectView.Count> counts,
        EffectView.Count sums,
        List<String> price,
        List<EffectView.Group> groups,
        String shown,
        String redo,
        String seal) {

    /// What bringing a file of terms in would do.
    ///
    /// @param trouble what kept it from being done as it was shown; null for nothing
    /// @param drafts whether whoever looks may have texts drafted
    static ImportEffect of(
            Ui ui, EffectRedo.Preview preview, @Nullable Told trouble, boolean drafts) {
        EffectWords words = new EffectWords(ui);
        Effect effect = preview.effect();
        List<Affected> all = effect.texts();
        int to = Math.min(all.size(), EffectViews.PAGE);
        return new ImportEffect(
                words.trouble(preview, trouble),
                all.isEmpty() ? Interface.words(ui, EffectMessages.class).noneOfImport() : "",
                words.counts(effect),
                words.sums(effect),
                words.price(preview),
                new EffectTexts(ui).groups(effect, all.subList(0, to)),
                to == all.size() ? "" : words.shown(0, to, all.size()),
                preview.dryRun() == null || !drafts ? "" : words.bringIn(preview.dryRun()),
                preview.seal());
    }
}
