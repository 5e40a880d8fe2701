package hanji.account;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A token as its owner sees it later: all but the secret.
///
/// @param label what it is for, in her words
/// @param used when it was last; null for never
/// @param revoked null while it holds
public record ApiToken(
        long id,
        String account,
        String label,
        Set<Scope> scopes,
        Instant created,
        Instant expires,
        @Nullable Instant used,
        @Nullable Instant revoked) {}
