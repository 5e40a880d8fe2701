package hanji.account;

import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a token may do of what its owner may. All may read; none may touch accounts.
public enum Scope {
    READ(Set.of(Right.READ)),
    DRAFT(Set.of(Right.READ, Right.DRAFT)),
    REVIEW(Set.of(Right.READ, Right.EDIT, Right.APPROVE)),
    PUBLISH(Set.of(Right.READ, Right.PUBLISH));

    private final Set<Right> rights;

    Scope(Set<Right> rights) {
        this.rights = rights;
    }

    /// @throws Problem (bad input) that lists the scopes
    public static Scope of(String wire) {
        return Arrays.stream(values())
                .filter(scope -> scope.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown scope \"%s\": use %s.",
                                wire,
                                Arrays.stream(values())
                                        .map(Scope::wire)
                                        .collect(Collectors.joining(", "))));
    }

    boolean has(Right right) {
        return rights.contains(right);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
