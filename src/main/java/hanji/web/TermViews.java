package hanji.web;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.ImportFile;
import hanji.termbase.ImportPlan;
import hanji.termbase.PartOfSpeech;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes what the pages of the termbase show.
final class TermViews {

    static final int PAGE = 100;

    private static final int MOST_LINES = 200;

    /// Empty places in a form.
    private static final int ROOM = 2;

    private final Ui ui;
    private final TermMessages say;

    TermViews(Ui ui) {
        this.ui = ui;
        this.say = say(ui);
    }

    static TermMessages say(Ui ui) {
        return ui.lang().equals("ko")
                ? MessageBundles.get(TermMessages.class, Localized.Literal.of("ko"))
                : MessageBundles.get(TermMessages.class);
    }

    TermsView list(
            Chrome chrome, List<TermEntry> all, TermSearch search, int offset, boolean changes) {
        List<TermEntry> found = search.in(all);
        int from = Math.clamp(offset, 0, Math.max(0, found.size() - 1));
        int to = Math.min(found.size(), from + PAGE);
        return new TermsView(
                chrome,
                List.of(Language.values()),
                found.subList(from, to).stream().map(this::row).toList(),
                say.count(ui.number(found.size())),
                all.isEmpty(),
                search.query(),
                search.language() == null ? "" : search.language().tag(),
                search.status() == null ? "" : search.status().wire(),
                statuses(search.status()),
                from == 0 ? "" : search.href(Math.max(0, from - PAGE)),
                to == found.size() ? "" : search.href(to),
                changes);
    }

    private TermsView.Row row(TermEntry entry) {
        return new TermsView.Row(
                "/terms/" + entry.id(),
                Arrays.stream(Language.values())
                        .map(language ->
                                new TermsView.Cell(
                                        language.tag(),
                                        entry.concept().terms(language).stream()
                                                .map(this::word)
                                                .toList()))
                        .toList(),
                Objects.requireNonNullElse(entry.concept().note(), ""),
                say.byWhen(entry.actor(), ui.when(entry.at())));
    }

    TermsView.Word word(Term term) {
        boolean usual = term.status() == TermStatus.PREFERRED;
        return new TermsView.Word(
                term.text(), term.status().wire(), usual ? "" : name(term.status()));
    }

    String name(TermStatus status) {
        return switch (status) {
            case PREFERRED -> say.preferred();
            case ADMITTED -> say.admitted();
            case FORBIDDEN -> say.forbidden();
            case KEEP -> say.keep();
        };
    }

    private String name(PartOfSpeech part) {
        return switch (part) {
            case NOUN -> say.noun();
            case VERB -> say.verb();
            case ADJECTIVE -> say.adjective();
            case ADVERB -> say.adverb();
            case PROPER_NOUN -> say.properNoun();
            case OTHER -> say.other();
        };
    }

    private List<TermsView.Choice> statuses(@Nullable TermStatus chosen) {
        return Arrays.stream(TermStatus.values())
                .map(one -> new TermsView.Choice(one.wire(), name(one), one == chosen))
                .toList();
    }

    private static List<TermsView.Choice> languages(Language chosen) {
        return Arrays.stream(Language.values())
                .map(one -> new TermsView.Choice(one.tag(), one.endonym(), one == chosen))
                .toList();
    }

    /// @param concept null for a new one
    TermsView.Form form(
            Chrome chrome,
            long id,
            int version,
            @Nullable Concept concept,
            List<TermEntry> history,
            String trouble,
            boolean changes) {
        List<TermsView.Line> lines = new ArrayList<>();
        for (Language language : Language.values()) {
            List<Term> terms = concept == null ? List.of() : concept.terms(language);
            terms.forEach(term -> lines.add(line(term)));
            if (terms.isEmpty()) {
                lines.add(empty(language));
            }
        }
        for (int i = 0; i < ROOM; i++) {
            lines.add(empty(Language.EN));
        }
        return new TermsView.Form(
                chrome,
                id,
                version,
                concept == null ? "" : concept.name(),
                lines,
                languages(Language.KO),
                concept == null ? "" : Objects.requireNonNullElse(concept.note(), ""),
                concept == null ? "" : Objects.requireNonNullElse(concept.source(), ""),
                history.stream().map(this::past).toList(),
                trouble,
                changes);
    }

    private TermsView.Line line(Term term) {
        return new TermsView.Line(
                term.language().tag(),
                term.text(),
                languages(term.language()),
                statuses(term.status()),
                term.caseSensitive(),
                parts(term.partOfSpeech()),
                Objects.requireNonNullElse(term.note(), ""));
    }

    private TermsView.Line empty(Language language) {
        return new TermsView.Line(
                language.tag(),
                "",
                languages(language),
                statuses(TermStatus.PREFERRED),
                false,
                parts(null),
                "");
    }

    private List<TermsView.Choice> parts(@Nullable PartOfSpeech chosen) {
        return Arrays.stream(PartOfSpeech.values())
                .map(one -> new TermsView.Choice(one.wire(), name(one), one == chosen))
                .toList();
    }

    private TermsView.Past past(TermEntry entry) {
        return new TermsView.Past(
                say.version(ui.number(entry.version())),
                say.byWhen(entry.actor(), ui.exactly(entry.at())),
                entry.concept().terms().stream()
                        .map(term -> "%s %s".formatted(term.language(), term.text()))
                        .collect(Collectors.joining(" · ")));
    }

    /// @param effect null when it was done, and not only looked at, or changes nothing
    /// @param done whether it was done
    TermsView.Plan plan(String name, ImportPlan plan, @Nullable ImportEffect effect, boolean done) {
        List<TermsView.PlanLine> lines = new ArrayList<>();
        for (ImportFile.Unusable unusable : plan.unusable()) {
            Told told = ui.told(unusable.said());
            lines.add(planLine(unusable.line(), "unusable", told.text(), told.lang()));
        }
        for (ImportPlan.Change change : plan.changed()) {
            lines.add(planLine(change.line(), "changed", change.concept().name(), ui.lang()));
        }
        for (ImportFile.Row row : plan.added()) {
            lines.add(planLine(row.line(), "added", row.concept().name(), ui.lang()));
        }
        int rest = Math.max(0, lines.size() - MOST_LINES);
        return new TermsView.Plan(
                done ? say.imported(name) : say.previewOf(name),
                say.planAdded(ui.number(plan.added().size())),
                say.planChanged(ui.number(plan.changed().size())),
                say.planSame(ui.number(plan.same().size())),
                say.planUnusable(ui.number(plan.unusable().size())),
                List.copyOf(lines.subList(0, lines.size() - rest)),
                rest == 0 ? "" : say.more(ui.number(rest)),
                effect,
                null);
    }

    private TermsView.PlanLine planLine(int line, String kind, String text, String lang) {
        return new TermsView.PlanLine(say.line(ui.number(line)), kind, text, lang);
    }

    TermsView.Plan trouble(Problem problem) {
        return new TermsView.Plan("", "", "", "", "", List.of(), "", null, ui.told(problem));
    }
}
