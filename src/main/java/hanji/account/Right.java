package hanji.account;

/// What a request needs to be allowed to do.
public enum Right {
    /// see digests, texts, figures
    READ,
    /// import digests, spend money on drafts
    DRAFT,
    /// write, reject and redo texts, call findings no errors
    EDIT,
    /// stand behind texts, and change what somebody stands behind
    APPROVE,
    /// publish approved texts
    PUBLISH,
    /// see the audit log
    ADMIN,
    /// change one's own password and tokens, which no token may
    ACCOUNT
}
