package hanji.web;

import org.jspecify.annotations.Nullable;

/// A finding under its row, in words.
///
/// @param ref names it to the server
/// @param number of the badge in both texts
/// @param severity as CSS names it: `critical`, `major`, `minor`
/// @param lang of the message
/// @param before what stands in the source, where the check points at something
/// @param after the same in the target
/// @param fix null where no certain one is known
record FindingView(
        String ref,
        int number,
        Glyph glyph,
        String severity,
        String severityWord,
        String category,
        String message,
        String lang,
        @Nullable String before,
        @Nullable String after,
        @Nullable FixView fix) {}
