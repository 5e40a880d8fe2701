package hanji.qa;

import hanji.segment.Span;

/// A stretch of the source, and the stretch of the target that stands for it.
public record Link(Kind kind, Span source, Span target) {

    public enum Kind {
        /// equal in value, however both are written
        NUMBER,
        /// a Latin name or word
        NAME,
        /// a Korean term with its English in brackets, and that English
        GLOSS
    }
}
