package hanji.account;

import java.time.Instant;

/// Somebody who may come in.
///
/// @param name in lower case; stands in the history
/// @param disabled may not come in any more; her work stays
public record Account(
        String name, Origin origin, Rights rights, boolean disabled, Instant created) {

    /// Who vouches for her.
    public enum Origin {
        /// her password, kept here
        LOCAL,
        /// the identity provider that sent her
        OIDC
    }
}
