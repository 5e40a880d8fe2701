package hanji.account;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody may do.
///
/// @param scopes of the token that speaks for her; null when she does so herself
public record Rights(List<Grant> grants, @Nullable Set<Scope> scopes) {

    public static final Rights NONE = new Rights(List.of(), null);

    /// Everything, as the one user of a local Hanji may.
    public static final Rights ALL = new Rights(List.of(new Grant(Role.ADMIN, List.of())), null);

    public Rights {
        grants = List.copyOf(grants);
        scopes = scopes == null ? null : Set.copyOf(scopes);
    }

    /// Reads roles between spaces, as `editor:en,ja approver:de`.
    ///
    /// @throws Problem (bad input) for none, or one that is not known
    public static Rights of(String text) {
        List<Grant> grants =
                Arrays.stream(text.strip().split("\\s+"))
                        .filter(grant -> !grant.isEmpty())
                        .map(Grant::of)
                        .toList();
        if (grants.isEmpty()) {
            throw Problem.badInput(
                    "Give at least one role: viewer, editor, approver or admin; as editor:en,ja.");
        }
        return new Rights(grants, null);
    }

    /// As a token of hers may.
    public Rights within(Set<Scope> scopes) {
        return new Rights(grants, scopes);
    }

    /// @param language that the right is needed for; null asks for any
    public boolean may(Right right, @Nullable Language language) {
        return (scopes == null || scopes.stream().anyMatch(scope -> scope.has(right)))
                && grants.stream().anyMatch(grant -> grant.gives(right, language));
    }

    /// The languages somebody may do it in.
    public Set<Language> languages(Right right) {
        Set<Language> languages = EnumSet.noneOf(Language.class);
        for (Language language : Language.values()) {
            if (may(right, language)) {
                languages.add(language);
            }
        }
        return languages;
    }

    /// The roles as [#of] reads them.
    @Override
    public String toString() {
        return grants.stream().map(Grant::toString).collect(Collectors.joining(" "));
    }
}
