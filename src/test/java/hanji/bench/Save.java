package hanji.bench;

import org.jspecify.annotations.Nullable;

/// A decision as the editor saw it who sent it.
///
/// @param seen the version she had read
/// @param text what she wrote; null for an approval
/// @param sent when, in nanoseconds of this process
/// @param answered when she had the whole answer
record Save(
        String unit,
        String editor,
        int seen,
        @Nullable String text,
        Came came,
        long sent,
        long answered) {

    /// What came of it.
    enum Came {
        KEPT,
        /// somebody was faster, nothing was changed
        CONFLICT,
        /// neither: what no save may come to
        ERROR
    }

    double millis() {
        return (answered - sent) / 1e6;
    }
}
