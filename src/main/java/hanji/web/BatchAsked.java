package hanji.web;

import hanji.batch.BatchOrder;
import hanji.batch.Budget;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import hanji.workbench.Only;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A batch as a caller asks for it. What is wrong is said with the name of its field.
///
/// @param only `missing` (default), `stale` or `all`
record BatchAsked(
        @Nullable List<@Nullable String> digests,
        @Nullable List<@Nullable TaskAsked> tasks,
        @Nullable String model,
        @Nullable String only,
        @Nullable BudgetAsked budget) {

    /// @param kind `translate` or `condense`
    /// @param styles of condensations: `headline`, `tldr`, `bullets`
    /// @param targets languages
    record TaskAsked(
            @Nullable String kind,
            @Nullable List<@Nullable String> styles,
            @Nullable List<@Nullable String> targets) {}

    /// @param maxCost in the currency of the configured prices
    record BudgetAsked(@Nullable BigDecimal maxCost, @Nullable Long maxTokens) {

        Budget budget() {
            return new Budget(maxCost, maxTokens);
        }
    }

    BatchOrder order() {
        List<BatchOrder.Task> all = new ArrayList<>();
        List<@Nullable TaskAsked> asked = some("tasks", tasks);
        for (int i = 0; i < asked.size(); i++) {
            all.add(task("tasks[%d]".formatted(i), asked.get(i)));
        }
        return new BatchOrder(
                each("digests", digests, key -> key),
                all,
                model,
                only == null ? Only.MISSING : Only.of(only),
                budget == null ? Budget.UNLIMITED : budget.budget());
    }

    private static BatchOrder.Task task(String field, @Nullable TaskAsked task) {
        if (task == null || task.kind() == null) {
            throw Problem.badInput("%s.kind: it is missing, use translate or condense.", field);
        }
        return switch (task.kind()) {
            case "translate" -> {
                if (task.styles() != null) {
                    throw Problem.badInput(
                            "%s.styles: only a task of the kind condense has styles.", field);
                }
                yield new BatchOrder.Task.Translate(
                        each(field + ".targets", task.targets(), Language::target));
            }
            case "condense" ->
                    new BatchOrder.Task.Condense(
                            each(field + ".styles", task.styles(), UnitKind::condensation),
                            each(field + ".targets", task.targets(), Language::of));
            default ->
                    throw Problem.badInput(
                            "%s.kind: \"%s\" is not known, use translate or condense.",
                            field, task.kind());
        };
    }

    private static <T> List<T> each(
            String field, @Nullable List<@Nullable String> values, Function<String, T> reading) {
        List<T> read = new ArrayList<>();
        for (String value : some(field, values)) {
            String place = "%s[%d]".formatted(field, read.size());
            if (value == null || value.isBlank()) {
                throw Problem.badInput("%s: it is empty.", place);
            }
            try {
                read.add(reading.apply(value));
            } catch (Problem e) {
                throw new Problem(Problem.Kind.BAD_INPUT, "%s: %s", place, e.said()).causedBy(e);
            }
        }
        return read;
    }

    private static <T extends @Nullable Object> List<T> some(String field, @Nullable List<T> list) {
        if (list == null || list.isEmpty()) {
            throw Problem.badInput("%s: it needs at least one.", field);
        }
        return list;
    }
}
