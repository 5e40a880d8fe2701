package hanji.termbase;

/// A change of the termbase that somebody means to make.
public sealed interface TermChange {

    record Add(Concept concept) implements TermChange {}

    /// @param version the one she saw
    /// @param concept what it becomes
    record Change(long id, int version, Concept concept) implements TermChange {}

    /// @param version the one she saw
    record Remove(long id, int version) implements TermChange {}

    /// @param name of the file, for the audit log
    record Import(ImportFile file, String name) implements TermChange {}
}
