package hanji.web;

import hanji.segment.Problem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// How people come in (`hanji.auth`).
public enum Auth {
    /// one user, who needs no password and may do everything; on this machine only
    LOCAL,
    /// accounts and passwords in the database
    FORM,
    /// an OpenID Connect provider vouches for them
    OIDC;

    /// @throws Problem (set-up) that lists what there is
    public static Auth of(String wire) {
        return Arrays.stream(values())
                .filter(auth -> auth.wire().equals(wire.strip()))
                .findFirst()
                .orElseThrow(() ->
                        Problem.setup(
                                "hanji.auth is \"%s\": use one of %s.",
                                wire,
                                Arrays.stream(values())
                                        .map(Auth::wire)
                                        .collect(Collectors.joining(", "))));
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
