package hanji.search;

/// Whether the index holds all that the database does.
public sealed interface Readiness {

    /// It does, but for what happened in the last second or two.
    record Ready() implements Readiness {}

    /// It is being made or brought up to date; what it has is found.
    ///
    /// @param done of `all` digests; both 0 before they are counted
    record Building(int done, int all) implements Readiness {}

    /// It cannot be written or read; another attempt comes by itself.
    record Trouble() implements Readiness {}
}
