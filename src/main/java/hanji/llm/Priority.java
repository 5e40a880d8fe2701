package hanji.llm;

/// Whose turn it is when a model can take another call, the first constant first.
public enum Priority {
    /// a person waits
    INTERACTIVE,
    /// nobody looks on
    BACKGROUND
}
