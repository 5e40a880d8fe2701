package hanji.account;

import java.time.Duration;

/// What came of a name and a password.
public sealed interface Login {

    record Welcome(Account account) implements Login {}

    /// No such name, not her password, or an account that is shut: nobody is told which.
    record Refused() implements Login {}

    /// @param left until the next attempt is heard
    record Waiting(Duration left) implements Login {}
}
