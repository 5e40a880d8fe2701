package hanji.account;

import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `login_session`: who is in. A browser keeps a secret, the table its hash; a session
/// ends after a while without a request, after its longest time, and when its account is disabled.
public final class Sessions {

    /// A request writes down that it was there once in so long.
    private static final Duration SEEN = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final AuditLog audit;

    /// @param idle how long it lives without a request
    /// @param longest how long it lives at most
    public Sessions(Database database, Clock clock, Duration idle, Duration longest) {
        this.database = database;
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
        this.audit = new AuditLog(clock);
    }

    /// Begins one; the secret is for the browser's cookie.
    ///
    /// @param how she came, for the audit log
    public Secret begin(Account account, @Nullable String address, String how) {
        Secret secret = Secret.fresh("");
        Instant now = clock.instant();
        database.write(handle -> {
            handle.createUpdate("delete from login_session where expires_at < :now")
                    .bind("now", at(now))
                    .execute();
            handle.createUpdate(
                            "insert into login_session (hash, account, created_at, seen_at, expires_at) values (:hash, :account, :now, :now, :expires)")
                    .bind("hash", secret.hash())
                    .bind("account", account.name())
                    .bind("now", at(now))
                    .bind("expires", at(now.plus(longest)))
                    .execute();
            audit.append(
                    handle,
                    new Editor(account.name(), account.rights(), address),
                    AuditAction.LOGIN,
                    account.name(),
                    how);
            return null;
        });
        return secret;
    }

    /// Whose it is, as long as it lives; a request counts as a sign of life.
    public Optional<Session> find(String secret) {
        String hash = new Secret(secret).hash();
        Instant now = clock.instant();
        Optional<Live> live = database.read(handle -> live(handle, hash, now));
        live.filter(session -> session.seen().isBefore(now.minus(SEEN)))
                .ifPresent(_ -> seen(hash, now));
        return live.map(Live::session);
    }

    /// Whose a session is now, if it still lives; asking is no sign of life.
    public Optional<Account> alive(Session session) {
        Instant now = clock.instant();
        return database.read(handle -> live(handle, session.id(), now))
                .map(live -> live.session().account());
    }

    private record Live(Session session, Instant seen) {}

    private Optional<Live> live(Handle handle, String hash, Instant now) {
        return handle.createQuery(
                        "select account, seen_at from login_session where hash = :hash and expires_at > :now and seen_at > :oldest")
                .bind("hash", hash)
                .bind("now", at(now))
                .bind("oldest", at(now.minus(idle)))
                .map((row, _) -> {
                    Instant seen = row.getObject("seen_at", OffsetDateTime.class).toInstant();
                    return Accounts.find(handle, row.getString("account"))
                            .filter(account -> !account.disabled())
                            .map(account -> new Live(new Session(account, hash), seen));
                })
                .findOne()
                .flatMap(found -> found);
    }

    private void seen(String hash, Instant now) {
        database.write(handle ->
                handle.createUpdate("update login_session set seen_at = :now where hash = :hash")
                        .bind("now", at(now))
                        .bind("hash", hash)
                        .execute());
    }

    /// She leaves.
    public void end(Session session, @Nullable String address) {
        database.write(handle -> {
            handle.createUpdate("delete from login_session where hash = :hash")
                    .bind("hash", session.id())
                    .execute();
            audit.append(
                    handle,
                    new Editor(session.account().name(), session.account().rights(), address),
                    AuditAction.LOGOUT,
                    session.account().name(),
                    null);
            return null;
        });
    }

    static void endAll(Handle handle, String account) {
        handle.createUpdate("delete from login_session where account = :account")
                .bind("account", account)
                .execute();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
