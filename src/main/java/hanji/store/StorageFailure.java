package hanji.store;

import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.ErrorCode;

/// Puts what a database says into a sentence that tells what is safe and what to do.
final class StorageFailure {

    private StorageFailure() {}

    static Problem opening(DatabaseAddress address, Exception failure) {
        if (failure instanceof Problem already) {
            return already;
        }
        String why =
                switch (code(failure)) {
                    case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                            "is held by another program: stop that one, or choose another folder with --data";
                    case ErrorCode.WRONG_USER_OR_PASSWORD -> "refuses the user or password";
                    case ErrorCode.FILE_CORRUPTED_1 ->
                            "is damaged or is not an H2 file: restore it from a backup";
                    case ErrorCode.DATABASE_NOT_FOUND_WITH_IF_EXISTS_1 ->
                            "is not there: check --data or --db";
                    case ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE ->
                            "is being restored by another program: try again when that is done";
                    default -> whyByState(failure);
                };
        return new Problem(Problem.Kind.SETUP, "The database %s %s.", address.shown(), why)
                .causedBy(failure);
    }

    private static String whyByState(Exception failure) {
        String state = state(failure);
        String text = deepest(failure);
        if (full(text)) {
            return "has no room: the disk is full. Free some space and start again";
        }
        if (readOnly(text)) {
            return "cannot be written: the folder or file is read-only. Make it writable, or choose another with --data";
        }
        if (state.startsWith("08")) {
            return "cannot be reached: check that it runs and that the address in --db is right ("
                    + text
                    + ")";
        }
        if (state.startsWith("28")) {
            return "refuses the user or password: set hanji.db.user and hanji.db.password";
        }
        if (state.equals("3D000")) {
            return "does not exist: create it first, for example with createdb";
        }
        return "cannot be used: " + text;
    }

    /// Whether a connection is of no more use; another one may be.
    static boolean lost(Exception failure) {
        return state(failure).startsWith("08")
                || state(failure).startsWith("57P")
                || switch (code(failure)) {
                    case ErrorCode.DATABASE_IS_CLOSED,
                            ErrorCode.OBJECT_CLOSED,
                            ErrorCode.CONNECTION_BROKEN_1,
                            // somebody restores a backup
                            ErrorCode.DATABASE_IS_IN_EXCLUSIVE_MODE,
                            ErrorCode.DATABASE_CALLED_AT_SHUTDOWN ->
                            true;
                    default -> false;
                };
    }

    static Problem using(Exception failure) {
        return new Problem(Problem.Kind.STORAGE, unsaved(failure)).causedBy(failure);
    }

    private static Sentence unsaved(Exception failure) {
        String text = deepest(failure);
        if (full(text) || state(failure).equals("53100")) {
            return Sentence.of(
                    "The disk of the database is full. Nothing of this change was saved; what was saved before is safe. Free some space and try again.");
        }
        if (readOnly(text)) {
            return Sentence.of(
                    "The database cannot be written: its folder or file is read-only. Nothing of this change was saved.");
        }
        if (lost(failure)) {
            return Sentence.of(
                    "The database does not answer. Nothing of this change was saved; try again when it is back.");
        }
        return Sentence.of(
                "The database refused the change, and nothing of it was saved. Hanji's log says why.");
    }

    private static boolean full(String text) {
        return text.contains("No space left")
                || text.contains("disk full")
                || text.contains("Disk full");
    }

    private static boolean readOnly(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("read-only")
                || lower.contains("read only")
                || lower.contains("permission denied")
                || lower.contains("accessdenied");
    }

    private static int code(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getErrorCode() != 0) {
                return sql.getErrorCode();
            }
        }
        return 0;
    }

    private static String state(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /// The messages of all causes: the useful one is often the innermost.
    private static String deepest(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String message = t.getMessage();
            boolean own = t.getCause() == null || !t.getCause().toString().equals(message);
            if (message != null && own && all.indexOf(message) < 0) {
                all.append(all.isEmpty() ? "" : "; ")
                        .append(message.lines().findFirst().orElse(""));
            }
        }
        return all.toString();
    }
}
