package hanji.store;

import hanji.segment.Problem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where the database is.
///
/// @param url a JDBC address of H2 or PostgreSQL
/// @param folder of this process's own beside the database, for what is on its way into it; null
///   for a server, which commits cheaply, and in memory
public record DatabaseAddress(String url, String user, String password, @Nullable Path folder) {

    /// PostgreSQL's behaviour, so that one SQL serves both. AUTO_SERVER lets the command line use
    /// the completions of a folder that a server has open; both talk over loopback
    /// (`h2.bindAddress`). Without WRITE_DELAY=0 a killed process loses the last half second of
    /// what it committed. A row that somebody else changes is waited for as long as a connection
    /// is; by default H2 gives up after two seconds.
    private static final String H2_MODE =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=10000";

    static {
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
    }

    /// The H2 file in a data folder.
    ///
    /// @throws Problem (set-up) for a folder that H2's addresses cannot name
    public static DatabaseAddress inFolder(Path data) {
        if (data.toAbsolutePath().toString().contains(";")) {
            throw Problem.setup(
                    "The data folder %s has a semicolon in its name, which the database takes for the end of it: choose another with --data.",
                    data);
        }
        return new DatabaseAddress(
                "jdbc:h2:file:" + data.toAbsolutePath().resolve("hanji") + H2_MODE, "sa", "", data);
    }

    /// An H2 database that lives as long as its connections; for trying things out.
    public static DatabaseAddress inMemory(String name) {
        return new DatabaseAddress(
                "jdbc:h2:mem:"
                        + name
                        + H2_MODE.replace(";AUTO_SERVER=TRUE", "")
                        + ";DB_CLOSE_DELAY=-1",
                "sa",
                "",
                null);
    }

    /// What `--db` and `hanji.db.url` take.
    ///
    /// @param user blank for the usual one
    /// @throws Problem (set-up) for an address of another database
    public static DatabaseAddress of(String url, String user, String password) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new DatabaseAddress(url, user.isBlank() ? "hanji" : user, password, null);
        }
        if (url.startsWith("jdbc:h2:")) {
            String mode = url.contains(";MODE=") ? "" : H2_MODE;
            return new DatabaseAddress(
                    url.startsWith("jdbc:h2:mem:")
                            ? url + mode.replace(";AUTO_SERVER=TRUE", "")
                            : url + mode,
                    user.isBlank() ? "sa" : user,
                    password,
                    null);
        }
        throw Problem.setup(
                "The database address \"%s\" is neither jdbc:postgresql:… nor jdbc:h2:…: correct --db or hanji.db.url.",
                withoutSecrets(url));
    }

    /// Where answers wait for the database; null where it takes them cheaply, or lives in memory.
    public @Nullable Path journal() {
        return folder == null ? null : folder.resolve("journal");
    }

    /// The same, for a database that is not to be created.
    DatabaseAddress existing() {
        return embedded() && !url.startsWith("jdbc:h2:mem:")
                ? new DatabaseAddress(url + ";IFEXISTS=TRUE", user, password, folder)
                : this;
    }

    boolean embedded() {
        return url.startsWith("jdbc:h2:");
    }

    String driver() {
        return url.startsWith("jdbc:postgresql:") ? "org.postgresql.Driver" : "org.h2.Driver";
    }

    /// The address without query and options, which may hold a password.
    String shown() {
        return withoutSecrets(url);
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("[?;].*", "").replaceFirst("//.*@", "//");
    }

    @Override
    public String toString() {
        return shown();
    }
}
