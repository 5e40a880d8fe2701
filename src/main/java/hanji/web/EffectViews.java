package hanji.web;

import hanji.batch.Batch;
import hanji.batch.Batches;
import hanji.batch.EffectRedo;
import hanji.llm.Model;
import hanji.memory.MemoryPair;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.workbench.Effect;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts an effect into words.
final class EffectViews {

    static final int PAGE = 100;

    private final Ui ui;
    private final EffectMessages say;
    private final TermViews terms;
    private final EffectWords effects;
    private final Chrome chrome;
    private final List<Model> models;
    private final EffectChoice choice;

    /// @param models that may be asked
    /// @param choice what was chosen, to be chosen again
    EffectViews(Ui ui, Chrome chrome, List<Model> models, EffectChoice choice) {
        this.ui = ui;
        this.say = Interface.words(ui, EffectMessages.class);
        this.terms = new TermViews(ui);
        this.effects = new EffectWords(ui);
        this.chrome = chrome;
        this.models = models;
        this.choice = choice;
    }

    /// What a change of the terms would do.
    ///
    /// @param before the concept as it is; null for a new one
    /// @param form what was asked for, to be asked again
    /// @param drafts whether whoever looks may have texts drafted
    EffectView terms(
            EffectRedo.Preview preview,
            @Nullable Concept before,
            EffectForm form,
            @Nullable Told trouble,
            boolean drafts) {
        Effect effect = preview.effect();
        Concept after = form.removes() ? null : form.concept();
        Concept named = Objects.requireNonNull(before == null ? after : before);
        Batches.DryRun dryRun = preview.dryRun();
        EffectView.Form choices =
                form(
                        preview,
                        form.fields(preview.seal()),
                        "/terms/effect",
                        new EffectView.Save(
                                form.saveAction(),
                                form.removes() ? say.removeOnly() : say.saveOnly()),
                        !form.removes(),
                        dryRun == null || !drafts ? "" : effects.save(dryRun));
        return view(
                preview,
                "terms",
                say.titleOf(named.name()),
                say.lead(),
                trouble,
                choices,
                renamed(before, after),
                null,
                new EffectView.Empty(say.none(), say.noneHint()),
                effect.texts().isEmpty() ? "" : say.marks());
    }

    /// What an approved wording would do.
    ///
    /// @param approved the unit whose text it is
    /// @param batch that was made of it; null for none
    EffectView wording(
            EffectRedo.Preview preview,
            ReviewItem approved,
            @Nullable Batch batch,
            @Nullable Told trouble,
            boolean drafts) {
        Effect effect = preview.effect();
        boolean underWay = batch != null && !batch.state().over();
        EffectView.Form choices =
                form(
                        preview,
                        List.of(
                                new EffectView.Field("unit", approved.unit().id().toString()),
                                new EffectView.Field("seal", preview.seal())),
                        "/memory/effect",
                        null,
                        false,
                        drafts && !underWay ? effects.bring(preview) : "");
        return view(
                preview,
                "memory",
                say.titleWording(approved.unit().place()),
                batch == null ? say.leadWording() : underWay ? say.leadBatch() : say.leadDone(),
                trouble,
                choices,
                List.of(),
                wording(Objects.requireNonNull(effect.wording()), approved, batch),
                new EffectView.Empty(say.noneWording(), say.noneWordingHint()),
                effect.count(Fate.FITS) == effect.texts().size() ? "" : say.marksWording());
    }

    private EffectView.Wording wording(
            MemoryPair pair, ReviewItem approved, @Nullable Batch batch) {
        return new EffectView.Wording(
                EffectTexts.href(approved),
                EffectTexts.place(approved),
                Interface.words(ui, MemoryMessages.class).approvedBy(pair.by(), ui.when(pair.at())),
                pair.source(),
                pair.unit().language().tag(),
                pair.target(),
                batch == null ? null : "/batches/" + batch.id());
    }

    private EffectView view(
            EffectRedo.Preview preview,
            String here,
            String title,
            String lead,
            @Nullable Told trouble,
            EffectView.Form form,
            List<EffectView.Renamed> renamed,
            EffectView.@Nullable Wording wording,
            EffectView.Empty empty,
            String legend) {
        Effect effect = preview.effect();
        List<Affected> all = effect.texts();
        int from = Math.clamp(choice.offset(), 0, Math.max(0, all.size() - 1));
        int to = Math.min(all.size(), from + PAGE);
        String shown =
                all.size() <= PAGE ? "" : " %s.".formatted(effects.shown(from, to, all.size()));
        return new EffectView(
                chrome,
                here,
                title,
                lead,
                effects.trouble(preview, trouble),
                form,
                renamed,
                wording,
                empty,
                effects.counts(effect),
                wording == null ? effects.sums(effect) : null,
                effects.price(preview),
                new EffectTexts(ui).groups(effect, all.subList(from, to)),
                legend + shown,
                from == 0 ? null : Math.max(0, from - PAGE),
                to == all.size() ? null : to);
    }

    private EffectView.Form form(
            EffectRedo.Preview preview,
            List<EffectView.Field> fields,
            String address,
            EffectView.@Nullable Save save,
            boolean edits,
            String redo) {
        int fitting = save == null ? 0 : preview.effect().fittingDrafts();
        Batches.DryRun dryRun = preview.dryRun();
        return new EffectView.Form(
                fields,
                save == null ? "get" : "post",
                address,
                address + "/apply",
                save,
                edits,
                fitting == 0 ? "" : say.fitting(fitting, ui.number(fitting)),
                preview.wish().fitting(),
                dryRun == null || models.size() < 2
                        ? List.of()
                        : models.stream()
                                .map(model ->
                                        new TermsView.Choice(
                                                model.id(),
                                                model.id(),
                                                model.id().equals(dryRun.model())))
                                .toList(),
                redo,
                dryRun != null && dryRun.estimate().cost() != null,
                dryRun != null,
                choice.maxCost(),
                choice.maxTokens());
    }

    private List<EffectView.Renamed> renamed(@Nullable Concept before, @Nullable Concept after) {
        List<EffectView.Renamed> renamed = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Term> old = before == null ? List.of() : before.terms(language);
            List<Term> fresh = after == null ? List.of() : after.terms(language);
            if (!old.equals(fresh)) {
                renamed.add(
                        new EffectView.Renamed(
                                language.tag(),
                                language.endonym(),
                                old.stream().map(terms::word).toList(),
                                fresh.stream().map(terms::word).toList()));
            }
        }
        return renamed;
    }
}
