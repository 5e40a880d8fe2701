package hanji.batch;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Only;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a caller wants of a batch.
///
/// @param digests their keys
/// @param model a configured id; null for the default one
/// @param units those alone; null for all that the tasks mean
public record BatchOrder(
        List<String> digests,
        List<Task> tasks,
        @Nullable String model,
        Only only,
        Budget budget,
        // orders without are written as ever: a caller's key holds on to what it named
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<UnitId> units) {

    /// What is wanted of each digest.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Task.Translate.class, name = "translate"),
        @JsonSubTypes.Type(value = Task.Condense.class, name = "condense")
    })
    public sealed interface Task {

        List<Language> targets();

        Collection<UnitKind> kinds();

        record Translate(List<Language> targets) implements Task {

            @Override
            public Collection<UnitKind> kinds() {
                return List.of(UnitKind.TRANSLATION);
            }
        }

        record Condense(List<UnitKind> styles, List<Language> targets) implements Task {

            @Override
            public Collection<UnitKind> kinds() {
                return styles;
            }
        }
    }

    public BatchOrder {
        digests = digests.stream().distinct().toList();
        tasks = List.copyOf(tasks);
        units = units == null ? null : List.copyOf(units);
    }

    public BatchOrder(
            List<String> digests,
            List<Task> tasks,
            @Nullable String model,
            Only only,
            Budget budget) {
        this(digests, tasks, model, only, budget, null);
    }

    /// Exactly some units, however they stand.
    static BatchOrder of(List<Unit> units, @Nullable String model, Budget budget) {
        List<Task> tasks = new ArrayList<>();
        List<Language> translated = languages(units, UnitKind.TRANSLATION::equals);
        List<Language> condensed = languages(units, UnitKind.CONDENSATIONS::contains);
        if (!translated.isEmpty()) {
            tasks.add(new Task.Translate(translated));
        }
        if (!condensed.isEmpty()) {
            tasks.add(new Task.Condense(UnitKind.CONDENSATIONS, condensed));
        }
        return new BatchOrder(
                units.stream().map(Unit::digest).toList(),
                tasks,
                model,
                Only.ALL,
                budget,
                units.stream().map(Unit::id).toList());
    }

    private static List<Language> languages(List<Unit> units, Predicate<UnitKind> wanted) {
        return units.stream()
                .map(Unit::id)
                .filter(unit -> wanted.test(unit.kind()))
                .map(UnitId::language)
                .distinct()
                .sorted()
                .toList();
    }

    /// What is missing of one digest in a language.
    ///
    /// @param condense whether condensations are wanted too
    public static BatchOrder missing(
            String digest, Language language, boolean condense, @Nullable String model) {
        List<Language> targets = List.of(language);
        Task translate = new Task.Translate(targets);
        return new BatchOrder(
                List.of(digest),
                condense
                        ? List.of(translate, new Task.Condense(UnitKind.CONDENSATIONS, targets))
                        : List.of(translate),
                model,
                Only.MISSING,
                Budget.UNLIMITED);
    }

    /// All that is wanted of a language, in the order of the tasks.
    Map<Language, Set<UnitKind>> kinds() {
        Map<Language, Set<UnitKind>> kinds = new LinkedHashMap<>();
        for (Task task : tasks) {
            for (Language language : task.targets()) {
                kinds.computeIfAbsent(language, _ -> EnumSet.noneOf(UnitKind.class))
                        .addAll(task.kinds());
            }
        }
        return kinds;
    }
}
