package hanji.account;

import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// The table `account`: who may come in. Accounts are never deleted, since the history names them.
public final class Accounts {

    private static final String COLUMNS = "name, origin, rights, disabled, created_at";

    private static final int LONGEST = 100;

    /// As the audit log calls others.
    private static final Set<String> RESERVED = Set.of("hanji", "nobody");

    private final Database database;
    private final Clock clock;
    private final AuditLog audit;

    public Accounts(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.audit = new AuditLog(clock);
    }

    /// A name as it is kept: no two differ in case alone.
    ///
    /// @throws Problem (bad input) for what is none
    static String name(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        if (name.length() > LONGEST
                || RESERVED.contains(name)
                || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._@+-]*")) {
            throw Problem.badInput(
                    "\"%s\" is no name for an account: use letters, digits and . _ - @ +, at most 100.",
                    text);
        }
        return name;
    }

    /// @param by who adds her
    /// @throws Problem (conflict) for a name that is taken; (bad input) for a bad name or password
    public void add(String name, String password, Rights rights, Editor by) {
        String known = name(name);
        String hash = Passwords.hash(password);
        database.write(handle -> {
            if (!insert(handle, known, hash, Account.Origin.LOCAL, null, rights)) {
                throw Problem.conflict("There is an account %s already.", known);
            }
            audit.append(handle, by, AuditAction.ACCOUNT_ADDED, known, rights.toString());
            return null;
        });
    }

    /// @return whether nobody had the name
    private boolean insert(
            Handle handle,
            String name,
            @Nullable String password,
            Account.Origin origin,
            @Nullable String subject,
            Rights rights) {
        return handle.createUpdate(
                                "insert into account (name, password, origin, subject, rights, disabled, created_at)"
                                        + " values (:name, :password, :origin, :subject, :rights, false, :now) on conflict do nothing")
                        .bind("name", name)
                        .bind("password", password)
                        .bind("origin", origin.name().toLowerCase(Locale.ROOT))
                        .bind("subject", subject)
                        .bind("rights", rights.toString())
                        .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .execute()
                == 1;
    }

    /// Takes in whom an identity provider vouches for, with the rights it says.
    ///
    /// @param subject what the provider never gives to somebody else
    /// @throws Problem (forbidden) for one who is disabled here, has a password of her own here, or
    ///   has a name that somebody else came by before
    public Account admit(String name, String subject, Rights rights, Editor by) {
        String known = name(name);
        String hash = SourceHash.of(subject).hex();
        return database.write(handle -> {
            if (insert(handle, known, null, Account.Origin.OIDC, hash, rights)) {
                audit.append(handle, by, AuditAction.ACCOUNT_ADDED, known, rights.toString());
            }
            Account there = require(handle, known);
            if (there.disabled()
                    || there.origin() != Account.Origin.OIDC
                    || !subject(handle, known).equals(Optional.of(hash))) {
                throw Problem.forbidden(
                        "%s may not come in this way: ask whoever runs this Hanji.", known);
            }
            if (!there.rights().equals(rights)) {
                change(handle, known, "rights", rights.toString());
                audit.append(handle, by, AuditAction.ACCOUNT_CHANGED, known, rights.toString());
            }
            return require(handle, known);
        });
    }

    private static Optional<String> subject(Handle handle, String name) {
        return handle.createQuery("select subject from account where name = :name")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    /// Changes what somebody may do; it holds from her next request on.
    public void change(String name, Rights rights, Editor by) {
        String known = name(name);
        database.write(handle -> {
            require(handle, known);
            change(handle, known, "rights", rights.toString());
            audit.append(handle, by, AuditAction.ACCOUNT_CHANGED, known, rights.toString());
            return null;
        });
    }

    /// Sets a password, and ends all her sessions.
    public void password(String name, String password, Editor by) {
        String known = name(name);
        String hash = Passwords.hash(password);
        database.write(handle -> {
            Account account = require(handle, known);
            if (account.origin() != Account.Origin.LOCAL) {
                throw Problem.conflict(
                        "%s has no password here: she comes from the identity provider.", known);
            }
            change(handle, known, "password", hash);
            LoginFailures.forget(handle, known);
            Sessions.endAll(handle, known);
            audit.append(handle, by, AuditAction.PASSWORD_CHANGED, known, null);
            return null;
        });
    }

    /// Shuts somebody out at once: her sessions and tokens end.
    public void disable(String name, Editor by) {
        String known = name(name);
        database.write(handle -> {
            require(handle, known);
            handle.createUpdate("update account set disabled = true where name = :name")
                    .bind("name", known)
                    .execute();
            Sessions.endAll(handle, known);
            Tokens.revokeAll(handle, known, clock.instant());
            audit.append(handle, by, AuditAction.ACCOUNT_DISABLED, known, null);
            return null;
        });
    }

    /// Lets somebody in again.
    public void enable(String name, Editor by) {
        String known = name(name);
        database.write(handle -> {
            require(handle, known);
            handle.createUpdate("update account set disabled = false where name = :name")
                    .bind("name", known)
                    .execute();
            LoginFailures.forget(handle, known);
            audit.append(handle, by, AuditAction.ACCOUNT_ENABLED, known, null);
            return null;
        });
    }

    private static void change(Handle handle, String name, String column, String value) {
        handle.createUpdate("update account set <column> = :value where name = :name")
                .define("column", column)
                .bind("value", value)
                .bind("name", name)
                .execute();
    }

    public List<Account> list() {
        return database.read(handle ->
                handle.createQuery("select <columns> from account order by name")
                        .define("columns", COLUMNS)
                        .map((row, _) -> account(row))
                        .list());
    }

    /// @throws Problem (not found) for a name that nobody has
    public Account get(String name) {
        String known = name(name);
        return database.read(handle -> require(handle, known));
    }

    static Optional<Account> find(Handle handle, String name) {
        return handle.createQuery("select <columns> from account where name = :name")
                .define("columns", COLUMNS)
                .bind("name", name)
                .map((row, _) -> account(row))
                .findOne();
    }

    private static Account require(Handle handle, String name) {
        return find(handle, name)
                .orElseThrow(() ->
                        Problem.notFound(
                                "There is no account %s: hanji user list shows all.", name));
    }

    /// Empty for an account without one, or nobody's.
    static Optional<String> password(Handle handle, String name) {
        return handle.createQuery(
                        "select password from account where name = :name and disabled = false")
                .bind("name", name)
                .mapTo(String.class)
                .findOne();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("name"),
                Account.Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                Rights.of(row.getString("rights")),
                row.getBoolean("disabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
