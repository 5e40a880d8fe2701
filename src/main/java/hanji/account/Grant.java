package hanji.account;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A role, for all languages or some.
///
/// @param languages empty for all
public record Grant(Role role, List<Language> languages) {

    /// What is the same in all languages.
    private static final Set<Right> EVERYWHERE = Set.of(Right.READ, Right.ACCOUNT, Right.ADMIN);

    public Grant {
        languages = languages.stream().distinct().sorted().toList();
        if (!languages.isEmpty() && !role.perLanguage()) {
            throw Problem.badInput(
                    "The role %s is for all languages: leave them out.", role.wire());
        }
    }

    /// Reads `editor:en,ja`.
    ///
    /// @throws Problem (bad input) for an unknown role or language
    public static Grant of(String text) {
        String[] parts = text.split(":", 2);
        return new Grant(
                Role.of(parts[0]),
                parts.length == 1
                        ? List.of()
                        : Arrays.stream(parts[1].split(",", -1)).map(Language::of).toList());
    }

    /// @param language null for what belongs to none
    boolean gives(Right right, @Nullable Language language) {
        return role.has(right)
                && (languages.isEmpty()
                        || language == null
                        || EVERYWHERE.contains(right)
                        || languages.contains(language));
    }

    @Override
    public String toString() {
        return languages.isEmpty()
                ? role.wire()
                : role.wire()
                        + ":"
                        + languages.stream().map(Language::tag).collect(Collectors.joining(","));
    }
}
