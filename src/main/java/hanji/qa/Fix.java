package hanji.qa;

import hanji.segment.Span;

/// A change of a target after which a finding is gone and no other one has come; [Fixes] makes none
/// that it has not tried.
///
/// @param span of the target that goes; of length 0 where something is put in
/// @param replacement what comes in its place; empty where something is taken out
public record Fix(Span span, String replacement) {

    /// What it does, as a button says it.
    public enum Kind {
        CHANGE,
        INSERT,
        TAKE_OUT
    }

    public Kind kind() {
        return replacement.isBlank()
                ? Kind.TAKE_OUT
                : span.length() == 0 ? Kind.INSERT : Kind.CHANGE;
    }

    /// The target with the change.
    ///
    /// @param target the text it was made for
    public String on(String target) {
        return target.substring(0, span.start()) + replacement + target.substring(span.end());
    }
}
