package hanji.review;

import hanji.account.AuditAction;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.segment.SourceHash;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Writes decisions into the audit log, in the transaction that takes them.
record DecisionLog(AuditLog audit) {

    /// @param word what was decided
    /// @param before the text that stood before it
    void write(Handle handle, Ledger ledger, Editor editor, String word, @Nullable Target before) {
        audit.append(
                handle,
                editor,
                AuditAction.DECISION,
                ledger.unit().id().toString(),
                word,
                hash(before),
                hash(ledger.stored().target()));
    }

    private static @Nullable String hash(@Nullable Target text) {
        return text == null ? null : SourceHash.of(text.text()).hex();
    }
}
