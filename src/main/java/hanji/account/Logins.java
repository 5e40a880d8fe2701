package hanji.account;

import hanji.segment.Problem;
import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets people in by their password. It takes as long for a name that is not known.
public final class Logins {

    private final Database database;
    private final Clock clock;
    private final AuditLog audit;

    public Logins(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.audit = new AuditLog(clock);
    }

    public Login login(String name, String password, String address) {
        String known = known(name);
        Instant now = clock.instant();
        Optional<Duration> wait =
                database.read(handle -> LoginFailures.left(handle, known, address, now));
        if (wait.isPresent()) {
            return new Login.Waiting(wait.get());
        }
        String hash = database.read(handle -> Accounts.password(handle, known)).orElse(null);
        return Passwords.matches(password, hash) ? welcome(known) : refuse(known, address, now);
    }

    private Login welcome(String name) {
        return database.write(handle -> {
            LoginFailures.clear(handle, name);
            return new Login.Welcome(Accounts.find(handle, name).orElseThrow());
        });
    }

    private Login refuse(String name, String address, Instant now) {
        return database.write(handle -> {
            LoginFailures.add(handle, name, address, now);
            audit.append(
                    handle,
                    new Editor("nobody", Rights.NONE, address),
                    AuditAction.LOGIN_FAILED,
                    name,
                    null);
            return new Login.Refused();
        });
    }

    /// Whether it is somebody's password, for who is in already and wants to change it.
    public boolean confirms(String name, String password) {
        @Nullable String hash =
                database.read(handle -> Accounts.password(handle, known(name))).orElse(null);
        return Passwords.matches(password, hash);
    }

    /// What is no name is nobody's, and takes as long.
    private static String known(String name) {
        try {
            return Accounts.name(name);
        } catch (Problem _) {
            return "?";
        }
    }
}
