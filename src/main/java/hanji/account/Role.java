package hanji.account;

import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a person is here; each may do what the one before may.
public enum Role {
    VIEWER(Set.of(Right.READ, Right.ACCOUNT)),
    EDITOR(Set.of(Right.READ, Right.ACCOUNT, Right.DRAFT, Right.EDIT)),
    APPROVER(
            Set.of(
                    Right.READ,
                    Right.ACCOUNT,
                    Right.DRAFT,
                    Right.EDIT,
                    Right.APPROVE,
                    Right.PUBLISH)),
    ADMIN(Set.of(Right.values()));

    private final Set<Right> rights;

    Role(Set<Right> rights) {
        this.rights = rights;
    }

    /// @throws Problem (bad input) that lists the roles
    public static Role of(String wire) {
        return Arrays.stream(values())
                .filter(role -> role.wire().equals(wire))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown role \"%s\": use %s; editor and approver may name languages, as editor:en,ja.",
                                wire,
                                Arrays.stream(values())
                                        .map(Role::wire)
                                        .collect(Collectors.joining(", "))));
    }

    boolean has(Right right) {
        return rights.contains(right);
    }

    /// Whether it may be held for some languages only.
    boolean perLanguage() {
        return this == EDITOR || this == APPROVER;
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
