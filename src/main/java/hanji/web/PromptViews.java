package hanji.web;

import hanji.draft.Estimate;
import hanji.draft.Prepared;
import hanji.fixture.CaseResult;
import hanji.fixture.Comparison;
import hanji.fixture.ComparisonText;
import hanji.fixture.FixtureReport;
import hanji.fixture.Status;
import hanji.fixture.Versions;
import hanji.llm.Model;
import hanji.prompt.PromptCatalog;
import hanji.prompt.PromptTemplate;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Puts prompts and their cases into words.
record PromptViews(Ui ui) {

    PromptsView.Prompt prompt(PromptTemplate prompt, FixtureReport report) {
        FixtureReport own =
                new FixtureReport(
                        report.results().stream()
                                .filter(one -> prompt.id().equals(one.prompt()))
                                .toList(),
                        0);
        return new PromptsView.Prompt(
                prompt.id(),
                prompt.description(),
                prompt.version().substring(0, 8),
                prompt.input().stream()
                        .map(input -> input.name() + (input.optional() ? "?" : ""))
                        .collect(Collectors.joining(", ")),
                own.results().stream()
                        .collect(
                                Collectors.groupingBy(
                                        result -> word(result.status()),
                                        TreeMap::new,
                                        Collectors.counting()))
                        .entrySet()
                        .stream()
                        .map(count -> ui.number(count.getValue()) + " " + count.getKey())
                        .collect(Collectors.joining(", ")));
    }

    private String word(Status status) {
        BatchMessages say = ui.work();
        return switch (status) {
            case Status.Ok _ -> say.caseOk();
            case Status.Failed _ -> say.caseFailed();
            case Status.Stale _ -> say.caseStale();
            case Status.Missing _ -> say.caseMissing();
            case Status.Edited _ -> say.caseEdited();
            case Status.Orphan _ -> say.caseOrphan();
            case Status.Invalid _ -> say.caseInvalid();
        };
    }

    private String word(Comparison.@Nullable Side side) {
        return side == null ? ui.work().caseNone() : word(side.result().status());
    }

    String settings(PromptTemplate prompt) {
        return ui.work()
                .promptSettings(
                        ui.decimal(prompt.temperature(), 1), ui.number(prompt.maxOutputTokens()));
    }

    PromptsView.Case result(CaseResult result, @Nullable String answer) {
        return new PromptsView.Case(
                result.id(),
                result.place().toString(),
                Objects.requireNonNullElse(result.description(), ""),
                word(result.status()),
                result.status().why(),
                Objects.requireNonNullElse(result.model(), ""),
                result.metrics().entrySet().stream()
                        .map(one -> one.getKey() + " " + ui.decimal(one.getValue(), 1))
                        .sorted()
                        .collect(Collectors.joining(", ")),
                answer);
    }

    PromptsView.Tried tried(String place, Model model, Prepared prepared, Estimate estimate) {
        return new PromptsView.Tried(
                place,
                model.id(),
                prepared.worded().system(),
                prepared.worded().user(),
                estimate.calls() == 0
                        ? ui.work().promptPaid()
                        : ui.work()
                                .tokensInOut(
                                        ui.number(estimate.tokensIn()),
                                        ui.number(estimate.tokensOut())),
                estimate.cost() == null ? ui.work().noPrices() : ui.money(estimate.cost()));
    }

    /// @param after empty for the files as they stand
    PromptsView.Compared compared(
            PromptTemplate prompt, String before, String after, Versions versions) {
        Comparison comparison = versions.of(prompt.id()).compare(Set.of());
        PromptTemplate was = of(versions.promptsBefore(), prompt);
        PromptTemplate is = of(versions.promptsAfter(), prompt);
        return new PromptsView.Compared(
                before,
                after,
                ui.work()
                        .promptChanges(
                                ui.number(comparison.changes().size()),
                                ui.number(
                                        comparison.changes().stream()
                                                .filter(Comparison.Change::worse)
                                                .count()),
                                ui.number(comparison.same())),
                ComparisonText.figures(comparison),
                pair(was == null ? "" : was.system(), is == null ? "" : is.system()),
                pair(was == null ? "" : was.user(), is == null ? "" : is.user()),
                comparison.changes().stream().map(this::change).toList());
    }

    private static @Nullable PromptTemplate of(PromptCatalog catalog, PromptTemplate prompt) {
        return catalog.templates().stream()
                .filter(one -> one.id().equals(prompt.id()))
                .findFirst()
                .orElse(null);
    }

    private static PromptsView.@Nullable Pair pair(String before, String after) {
        return before.equals(after) ? null : PromptsView.Pair.of(before, after);
    }

    private PromptsView.Change change(Comparison.Change change) {
        return new PromptsView.Change(
                change.id(),
                word(change.before()),
                word(change.after()),
                change.worse(),
                change.after() == null ? "" : change.after().result().status().why(),
                ComparisonText.scores(change),
                pair(answer(change.before()), answer(change.after())));
    }

    private static String answer(Comparison.@Nullable Side side) {
        return side == null ? "" : Objects.requireNonNullElse(side.answer(), "");
    }
}
