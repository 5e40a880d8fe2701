package hanji.web;

import hanji.batch.Batches;
import hanji.batch.EffectRedo;
import hanji.draft.Estimate;
import hanji.workbench.Effect;
import hanji.workbench.Effect.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says of an effect how much it concerns and what it takes, wherever it is shown.
final class EffectWords {

    private final Ui ui;
    private final EffectMessages say;

    EffectWords(Ui ui) {
        this.ui = ui;
        this.say = Interface.words(ui, EffectMessages.class);
    }

    @Nullable Told trouble(EffectRedo.Preview preview, @Nullable Told trouble) {
        return trouble == null && preview.problem() != null ? ui.told(preview.problem()) : trouble;
    }

    String shown(int from, int to, int all) {
        return say.shown(ui.number(from + 1L), ui.number(to), ui.number(all));
    }

    List<EffectView.Count> counts(Effect effect) {
        return effect.counts().entrySet().stream()
                .map(one -> count(one.getKey().tag(), one.getKey().endonym(), one.getValue()))
                .toList();
    }

    private EffectView.Count count(String lang, String name, Map<Fate, Integer> counts) {
        return new EffectView.Count(
                lang,
                name,
                ui.number(counts.getOrDefault(Fate.REDO, 0)),
                ui.number(counts.getOrDefault(Fate.PROPOSE, 0)),
                ui.number(counts.getOrDefault(Fate.FITS, 0)));
    }

    EffectView.Count sums(Effect effect) {
        return new EffectView.Count(
                ui.lang(),
                say.all(),
                ui.number(effect.count(Fate.REDO)),
                ui.number(effect.count(Fate.PROPOSE)),
                ui.number(effect.count(Fate.FITS)));
    }

    List<String> price(EffectRedo.Preview preview) {
        List<String> price = new ArrayList<>();
        int taken = preview.effect().taken().size();
        if (taken > 0) {
            price.add(say.taken(taken, ui.number(taken)));
        }
        Batches.DryRun run = preview.dryRun();
        if (run == null) {
            boolean nothing = taken == 0 && preview.problem() == null;
            return nothing && !preview.effect().texts().isEmpty()
                    ? List.of(
                            preview.effect().wording() == null
                                    ? say.nothingToRedo()
                                    : say.nothingLeft())
                    : price;
        }
        Estimate estimate = run.estimate();
        price.add(say.requests(run.requests(), ui.number(run.requests()), run.model()));
        if (estimate.calls() == 0) {
            price.add(say.paid());
            return price;
        }
        price.add(say.tokens(ui.number(estimate.tokensIn() + estimate.tokensOut())));
        price.add(estimate.cost() == null ? say.noPrice() : say.cost(ui.money(estimate.cost())));
        return price;
    }

    String save(Batches.DryRun run) {
        String units = ui.number(run.units());
        String money = money(run);
        return money.isEmpty()
                ? say.saveAndRedo(run.units(), units)
                : say.saveAndRedoFor(run.units(), units, money);
    }

    String bringIn(Batches.DryRun run) {
        String units = ui.number(run.units());
        String money = money(run);
        return money.isEmpty()
                ? say.importAndRedo(run.units(), units)
                : say.importAndRedoFor(run.units(), units, money);
    }

    /// Empty when there is nothing to be done, or not in one batch.
    String bring(EffectRedo.Preview preview) {
        Batches.DryRun run = preview.dryRun();
        int texts = preview.effect().taken().size() + (run == null ? 0 : run.units());
        if (texts == 0 || preview.problem() != null) {
            return "";
        }
        String money = run == null ? "" : money(run);
        return money.isEmpty()
                ? say.bring(texts, ui.number(texts))
                : say.bringFor(texts, ui.number(texts), money);
    }

    /// Empty when it costs nothing, or nobody knows.
    private String money(Batches.DryRun run) {
        Estimate estimate = run.estimate();
        return estimate.calls() == 0 || estimate.cost() == null ? "" : ui.money(estimate.cost());
    }
}
