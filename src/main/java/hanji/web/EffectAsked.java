package hanji.web;

import hanji.batch.Budget;
import hanji.batch.EffectRedo;
import hanji.segment.Problem;
import hanji.termbase.Concept;
import hanji.termbase.TermChange;
import hanji.workbench.Cause;
import org.jspecify.annotations.Nullable;

/// A change of the terms as a caller thinks of it. What is wrong is said with the name of its
/// field.
///
/// @param change `add`, `change` or `remove`
/// @param id of the concept that is changed or removed
/// @param version of it that was read
/// @param concept as it would be
/// @param fitting whether machine drafts are meant too whose text fits already
/// @param model a configured id; the default one without
/// @param budget for the redo
/// @param seal of the answer that told what this would do
record EffectAsked(
        @Nullable String change,
        @Nullable Long id,
        @Nullable Integer version,
        @Nullable Concept concept,
        @Nullable Boolean fitting,
        @Nullable String model,
        BatchAsked.@Nullable BudgetAsked budget,
        @Nullable String seal) {

    EffectRedo.Wish wish() {
        return new EffectRedo.Wish(
                new Cause.Terms(termChange()), Boolean.TRUE.equals(fitting), model);
    }

    Budget limits() {
        return budget == null ? Budget.UNLIMITED : budget.budget();
    }

    String seen() {
        if (seal == null) {
            throw Problem.badInput("seal: it is missing, ask /api/v1/terms/effect first.");
        }
        return seal;
    }

    private TermChange termChange() {
        if (change == null) {
            throw Problem.badInput("change: it is missing, use add, change or remove.");
        }
        return switch (change) {
            case "add" -> new TermChange.Add(given(concept, "concept"));
            case "change" ->
                    new TermChange.Change(
                            given(id, "id"), given(version, "version"), given(concept, "concept"));
            case "remove" -> new TermChange.Remove(given(id, "id"), given(version, "version"));
            default ->
                    throw Problem.badInput(
                            "change: \"%s\" is not known, use add, change or remove.", change);
        };
    }

    private <T> T given(@Nullable T value, String field) {
        if (value == null) {
            throw Problem.badInput("%s: it is missing, and \"%s\" needs it.", field, change);
        }
        return value;
    }
}
