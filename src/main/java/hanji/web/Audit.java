package hanji.web;

import hanji.account.AuditAction;
import hanji.account.AuditEntry;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.store.Database;
import hanji.workbench.ImportOutcome;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The audit log for what is not written along with a change of its own.
@Singleton
final class Audit {

    private final Database database;
    private final AuditLog log;

    Audit(Database database, Clock clock) {
        this.database = database;
        this.log = new AuditLog(clock);
    }

    void write(Editor who, AuditAction action, String subject, @Nullable String detail) {
        log.write(database, who, action, subject, detail);
    }

    /// Writes down an import that changed something.
    ImportOutcome told(Editor who, ImportOutcome outcome) {
        if (!(outcome instanceof ImportOutcome.Unchanged)) {
            write(who, AuditAction.IMPORT, outcome.digest().key(), null);
        }
        return outcome;
    }

    /// Writes down that a configuration holds, unless it held before.
    ///
    /// @param hash SHA-256 of it
    void configuration(Editor who, String subject, String hash) {
        database.write(handle -> {
            Optional<String> before = log.last(handle, AuditAction.CONFIGURATION);
            if (!before.equals(Optional.of(hash))) {
                log.append(
                        handle,
                        who,
                        AuditAction.CONFIGURATION,
                        subject,
                        null,
                        before.orElse(null),
                        hash);
            }
            return null;
        });
    }

    List<AuditEntry> page(long before, int size) {
        return database.read(handle -> AuditLog.page(handle, before, size));
    }

    void each(Consumer<AuditEntry> reader) {
        database.read(handle -> {
            AuditLog.each(handle, reader);
            return null;
        });
    }

    /// Where the chain is broken; empty when it is whole.
    Optional<String> broken() {
        return database.read(AuditLog::broken);
    }
}
