package hanji.workbench;

/// What an import did.
public sealed interface ImportOutcome {

    StoredDigest digest();

    record Created(StoredDigest digest) implements ImportOutcome {}

    /// The same bytes were there already; nothing was written.
    record Unchanged(StoredDigest digest) implements ImportOutcome {}

    /// Another content of a known digest.
    ///
    /// @param kept segments whose source did not change; their targets stand as they did
    /// @param changed segments with a new source; their targets are stale
    record Updated(StoredDigest digest, int kept, int changed, int added, int removed)
            implements ImportOutcome {}
}
