package hanji.batch;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.workbench.Only;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a caller wants of a batch.
///
/// @param digests their keys
/// @param model a configured id; null for the default one
public record BatchOrder(
        List<String> digests, List<Task> tasks, @Nullable String model, Only only, Budget budget) {

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
