package hanji.account;

import hanji.segment.Problem;
import hanji.store.Database;
import hanji.store.StorableText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `api_token`: secrets for programs, each for some scopes and some time. The table holds
/// their hashes.
public final class Tokens {

    /// So that secret scanners know one when they see it.
    public static final String PREFIX = "hanji_";

    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration SEEN = Duration.ofMinutes(1);

    private final Database database;
    private final Clock clock;
    private final AuditLog audit;

    public Tokens(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.audit = new AuditLog(clock);
    }

    /// Makes one; its text is shown this once.
    ///
    /// @param owner of an account
    /// @throws Problem (bad input) without a label or a scope, or for more than a year
    public Secret create(Editor owner, String label, Set<Scope> scopes, Duration life) {
        return create(owner.name(), label, scopes, life, owner);
    }

    /// The same for somebody else's account.
    ///
    /// @param account that the token speaks for
    /// @param by who makes it
    public Secret create(
            String account, String label, Set<Scope> scopes, Duration life, Editor by) {
        String kept = StorableText.of(label.strip());
        if (kept.isEmpty() || kept.length() > 100) {
            throw Problem.badInput("Say in 1 to 100 characters what the token is for.");
        }
        if (scopes.isEmpty()) {
            throw Problem.badInput("A token needs a scope: read, draft, review or publish.");
        }
        if (life.compareTo(Duration.ofMinutes(1)) < 0 || life.compareTo(LONGEST) > 0) {
            throw Problem.badInput("A token lives for 1 to 366 days.");
        }
        Secret secret = Secret.fresh(PREFIX);
        Instant now = clock.instant();
        database.write(handle -> {
            handle.createUpdate(
                            "insert into api_token (hash, account, label, scopes, created_at, expires_at) values (:hash, :account, :label, :scopes, :now, :expires)")
                    .bind("hash", secret.hash())
                    .bind("account", account)
                    .bind("label", kept)
                    .bind("scopes", wire(scopes))
                    .bind("now", at(now))
                    .bind("expires", at(now.plus(life)))
                    .execute();
            audit.append(
                    handle,
                    by,
                    AuditAction.TOKEN_CREATED,
                    account,
                    "%s: %s".formatted(kept, wire(scopes)));
            return null;
        });
        return secret;
    }

    /// Who speaks through a token, with what it allows; empty when it does not hold (any more).
    public Optional<Editor> find(String secret, @Nullable String address) {
        String hash = new Secret(secret).hash();
        Instant now = clock.instant();
        return database.read(handle -> live(handle, hash, now))
                .flatMap(token -> {
                    if (token.used() == null || token.used().isBefore(now.minus(SEEN))) {
                        used(token.id(), now);
                    }
                    return database.read(handle -> Accounts.find(handle, token.account()))
                            .filter(account -> !account.disabled())
                            .map(account ->
                                    new Editor(
                                            account.name(),
                                            account.rights().within(token.scopes()),
                                            address));
                });
    }

    private static Optional<ApiToken> live(Handle handle, String hash, Instant now) {
        return handle.createQuery(
                        "select * from api_token where hash = :hash and expires_at > :now and revoked_at is null")
                .bind("hash", hash)
                .bind("now", at(now))
                .map((row, _) -> token(row))
                .findOne();
    }

    private void used(long id, Instant now) {
        database.write(handle ->
                handle.createUpdate("update api_token set used_at = :now where id = :id")
                        .bind("now", at(now))
                        .bind("id", id)
                        .execute());
    }

    /// All of somebody's, the newest first.
    public List<ApiToken> list(String account) {
        return database.read(handle ->
                handle.createQuery(
                                "select * from api_token where account = :account order by id desc")
                        .bind("account", account)
                        .map((row, _) -> token(row))
                        .list());
    }

    /// It holds no more, from the next request on.
    ///
    /// @throws Problem (not found) for one that is not hers
    public void revoke(Editor owner, long id) {
        database.write(handle -> {
            int revoked =
                    handle.createUpdate(
                                    "update api_token set revoked_at = :now where id = :id and account = :account and revoked_at is null")
                            .bind("now", at(clock.instant()))
                            .bind("id", id)
                            .bind("account", owner.name())
                            .execute();
            if (revoked == 0) {
                throw Problem.notFound("There is no such token that holds.");
            }
            audit.append(handle, owner, AuditAction.TOKEN_REVOKED, Long.toString(id), null);
            return null;
        });
    }

    static void revokeAll(Handle handle, String account, Instant now) {
        handle.createUpdate(
                        "update api_token set revoked_at = :now where account = :account and revoked_at is null")
                .bind("now", at(now))
                .bind("account", account)
                .execute();
    }

    private static String wire(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wire).collect(Collectors.joining(" "));
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                row.getLong("id"),
                row.getString("account"),
                row.getString("label"),
                Arrays.stream(row.getString("scopes").split(" ", -1))
                        .map(Scope::of)
                        .collect(Collectors.toSet()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row, "used_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
