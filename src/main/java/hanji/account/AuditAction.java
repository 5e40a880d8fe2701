package hanji.account;

import java.util.Locale;

/// What the audit log tells.
public enum AuditAction {
    LOGIN,
    LOGIN_FAILED,
    LOGOUT,
    ACCOUNT_ADDED,
    ACCOUNT_CHANGED,
    ACCOUNT_DISABLED,
    ACCOUNT_ENABLED,
    PASSWORD_CHANGED,
    TOKEN_CREATED,
    TOKEN_REVOKED,
    CONFIGURATION,
    DECISION,
    PUBLICATION,
    ASSIGNMENT,
    COMMENT,
    WITHDRAWAL,
    /// what costs money: batches, redoes, judging
    DRAFTING,
    IMPORT,
    EXPORT,
    /// what was agreed on, added, changed or taken out
    TERMS,
    RESTORE;

    /// As `login-failed`.
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
