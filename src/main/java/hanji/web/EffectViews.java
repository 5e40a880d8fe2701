package hanji.web;

import hanji.batch.Batches;
import hanji.batch.TermRedo;
import hanji.draft.Estimate;
import hanji.llm.Model;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.workbench.TermEffect;
import hanji.workbench.TermEffect.Affected;
import hanji.workbench.TermEffect.Fate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Puts the effect of a change of the terms into words.
final class EffectViews {

    static final int PAGE = 100;

    private final Ui ui;
    private final EffectMessages say;
    private final Words words;
    private final TermViews terms;

    EffectViews(Ui ui) {
        this.ui = ui;
        this.say = Interface.words(ui, EffectMessages.class);
        this.words = new Words(ui);
        this.terms = new TermViews(ui);
    }

    /// @param before the concept as it is; null for a new one
    /// @param form what was asked for, to be asked again
    /// @param models that may be asked
    /// @param drafts whether whoever looks may have texts drafted
    EffectView view(
            Chrome chrome,
            TermRedo.Preview preview,
            @Nullable Concept before,
            EffectForm form,
            List<Model> models,
            @Nullable Told trouble,
            boolean drafts) {
        TermEffect effect = preview.effect();
        Concept after = form.removes() ? null : form.concept();
        Concept named = Objects.requireNonNull(before == null ? after : before);
        List<Affected> all = effect.texts();
        int from = Math.clamp(form.offset(), 0, Math.max(0, all.size() - 1));
        int to = Math.min(all.size(), from + PAGE);
        Batches.DryRun dryRun = preview.dryRun();
        Told problem = preview.problem() == null ? null : ui.told(preview.problem());
        return new EffectView(
                chrome,
                say.titleOf(named.name()),
                trouble == null ? problem : trouble,
                form.fields(preview.seal()),
                form.saveAction(),
                form.removes(),
                renamed(before, after),
                effect.counts().entrySet().stream()
                        .map(one ->
                                count(one.getKey().tag(), one.getKey().endonym(), one.getValue()))
                        .toList(),
                sums(effect),
                dryRun == null
                        ? all.isEmpty() || problem != null
                                ? List.of()
                                : List.of(say.nothingToRedo())
                        : price(dryRun),
                effect.fittingDrafts() == 0
                        ? ""
                        : say.fitting(effect.fittingDrafts(), ui.number(effect.fittingDrafts())),
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
                dryRun == null || !drafts ? "" : button(dryRun),
                dryRun != null && dryRun.estimate().cost() != null,
                form.maxCost(),
                form.maxTokens(),
                groups(all.subList(from, to)),
                all.size() <= PAGE
                        ? ""
                        : say.shown(ui.number(from + 1L), ui.number(to), ui.number(all.size())),
                from == 0 ? null : Math.max(0, from - PAGE),
                to == all.size() ? null : to);
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

    private EffectView.Count count(String lang, String name, Map<Fate, Integer> counts) {
        return new EffectView.Count(
                lang,
                name,
                ui.number(counts.getOrDefault(Fate.REDO, 0)),
                ui.number(counts.getOrDefault(Fate.PROPOSE, 0)),
                ui.number(counts.getOrDefault(Fate.FITS, 0)));
    }

    private EffectView.Count sums(TermEffect effect) {
        return new EffectView.Count(
                ui.lang(),
                say.all(),
                ui.number(effect.count(Fate.REDO)),
                ui.number(effect.count(Fate.PROPOSE)),
                ui.number(effect.count(Fate.FITS)));
    }

    private List<String> price(Batches.DryRun run) {
        Estimate estimate = run.estimate();
        List<String> price = new ArrayList<>();
        price.add(say.requests(run.requests(), ui.number(run.requests()), run.model()));
        if (estimate.calls() == 0) {
            price.add(say.paid());
            return price;
        }
        price.add(say.tokens(ui.number(estimate.tokensIn() + estimate.tokensOut())));
        price.add(estimate.cost() == null ? say.noPrice() : say.cost(ui.money(estimate.cost())));
        return price;
    }

    private String button(Batches.DryRun run) {
        String units = ui.number(run.units());
        Estimate estimate = run.estimate();
        return estimate.calls() == 0 || estimate.cost() == null
                ? say.saveAndRedo(run.units(), units)
                : say.saveAndRedoFor(run.units(), units, ui.money(estimate.cost()));
    }

    private List<EffectView.Group> groups(List<Affected> texts) {
        return Arrays.stream(Fate.values())
                .map(fate -> group(fate, texts.stream().filter(one -> one.fate() == fate).toList()))
                .filter(group -> !group.texts().isEmpty())
                .toList();
    }

    private EffectView.Group group(Fate fate, List<Affected> texts) {
        String title =
                switch (fate) {
                    case REDO -> say.redo();
                    case PROPOSE -> say.propose();
                    case FITS -> say.fits();
                };
        String lead =
                switch (fate) {
                    case REDO -> say.redoLead();
                    case PROPOSE -> say.proposeLead();
                    case FITS -> say.fitsLead();
                };
        return new EffectView.Group(
                EffectJson.wire(fate), title, lead, texts.stream().map(this::text).toList());
    }

    private EffectView.Text text(Affected affected) {
        ReviewItem item = affected.item();
        Language language = affected.language();
        return new EffectView.Text(
                "%s?lang=%s#u-%s"
                        .formatted(Ui.path(item.unit().digest()), language.tag(), item.unit().id()),
                item.unit().digest() + " " + item.unit().place(),
                language.tag(),
                language.endonym(),
                Glyph.of(item.mark()),
                words.mark(item),
                item.personal(),
                marked(item.unit().source(), affected.marks(), "hit"),
                marked(Objects.requireNonNull(item.target()).text(), affected.old(), "t-old"),
                says(affected));
    }

    private List<EffectView.Said> says(Affected affected) {
        if (affected.item().unit().id().kind() != UnitKind.TRANSLATION) {
            return affected.old().isEmpty()
                    ? List.of()
                    : List.of(new EffectView.Said(ui.lang(), say.oldWording()));
        }
        return affected.findings().stream()
                .map(finding ->
                        new EffectView.Said(words.language(finding), words.sentence(finding)))
                .toList();
    }

    private static List<Piece> marked(String text, List<Span> spans, String css) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            if (span.start() >= at && span.end() <= text.length()) {
                pieces.add(Piece.plain(text.substring(at, span.start())));
                pieces.add(new Piece(span.of(text), "mark", css, null));
                at = span.end();
            }
        }
        pieces.add(Piece.plain(text.substring(at)));
        return pieces;
    }
}
