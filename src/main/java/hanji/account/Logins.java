package hanji.account;

import hanji.segment.Problem;
import hanji.store.Database;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Lets people in by their password. It takes as long for a name that is not known.
public final class Logins {

    private final Database database;
    private final Clock clock;
    private final AuditLog audit;

    /// Each takes 19 MiB and a processor for some 50 ms.
    private final Semaphore atOnce =
            new Semaphore(Runtime.getRuntime().availableProcessors(), true);

    public Logins(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.audit = new AuditLog(clock);
    }

    /// @param address where the request came from
    public Login login(String name, String password, String address) {
        String known = known(name);
        String from = network(address);
        // as exact as the table: a wait of nothing is none
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Duration> wait =
                database.write(handle -> LoginFailures.begin(handle, known, from, now));
        if (wait.isPresent()) {
            return new Login.Waiting(wait.get());
        }
        String hash = database.read(handle -> Accounts.password(handle, known)).orElse(null);
        return matches(password, hash) ? welcome(known, from, now) : refuse(known, address);
    }

    private boolean matches(String password, @Nullable String hash) {
        atOnce.acquireUninterruptibly();
        try {
            return Passwords.matches(password, hash);
        } finally {
            atOnce.release();
        }
    }

    private Login welcome(String name, String from, Instant now) {
        return database.write(handle -> {
            LoginFailures.succeed(handle, name, from, now);
            return new Login.Welcome(Accounts.find(handle, name).orElseThrow());
        });
    }

    private Login refuse(String name, String address) {
        return database.write(handle -> {
            audit.append(
                    handle,
                    new Editor("nobody", Rights.NONE, address),
                    AuditAction.LOGIN_FAILED,
                    name,
                    null);
            return new Login.Refused();
        });
    }

    /// Whoever has one IPv6 address has all of its /64.
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) + "/64" : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
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
