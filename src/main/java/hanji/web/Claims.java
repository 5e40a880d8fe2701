package hanji.web;

import hanji.account.Grant;
import hanji.account.Rights;
import hanji.account.Role;
import hanji.segment.Language;
import hanji.segment.Problem;
import jakarta.inject.Singleton;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Reads who somebody is, and what she may do, from an identity provider's claims.
@Singleton
final class Claims {

    private final ServerConfig config;

    Claims(ServerConfig config) {
        this.config = config;
    }

    /// @throws Problem (forbidden) when the provider does not say
    String name(JsonWebToken token) {
        Object name = token.getClaim(config.oidc("name-claim"));
        if (name == null || name.toString().isBlank()) {
            throw Problem.forbidden(
                    "The provider does not say who you are: its claim \"%s\" is missing (hanji.oidc.name-claim).",
                    config.oidc("name-claim"));
        }
        return name.toString();
    }

    /// No grants when the provider names no role of ours.
    Rights rights(JsonWebToken token) {
        Object claim = token.getClaim(config.oidc("languages-claim"));
        List<Language> languages =
                claim == null
                        ? List.of(Language.values())
                        : texts(claim).stream()
                                .flatMap(tag -> known(() -> Language.of(tag)))
                                .toList();
        return new Rights(
                texts(token.getClaim(config.oidc("roles-claim"))).stream()
                        .flatMap(role -> known(() -> Grant.of(role)))
                        .flatMap(grant -> narrowed(grant, languages))
                        .toList(),
                null);
    }

    /// Nothing is left of a role for languages that are none of ours.
    private static Stream<Grant> narrowed(Grant grant, List<Language> languages) {
        boolean narrow =
                grant.languages().isEmpty()
                        && (grant.role() == Role.EDITOR || grant.role() == Role.APPROVER);
        if (!narrow || languages.size() == Language.values().length) {
            return Stream.of(grant);
        }
        return languages.isEmpty() ? Stream.empty() : Stream.of(new Grant(grant.role(), languages));
    }

    private interface Reading<T> {
        T read();
    }

    /// A provider has roles and languages of other programs, too.
    private static <T> Stream<T> known(Reading<T> reading) {
        try {
            return Stream.of(reading.read());
        } catch (Problem _) {
            return Stream.of();
        }
    }

    /// A list, or one text with spaces.
    private static List<String> texts(@Nullable Object claim) {
        return switch (claim) {
            case null -> List.of();
            case JsonArray array ->
                    array.stream()
                            .map(one -> one instanceof JsonString text ? text.getString() : "")
                            .toList();
            case Collection<?> all -> all.stream().map(Object::toString).toList();
            default -> Arrays.asList(claim.toString().strip().split("\\s+"));
        };
    }
}
