package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;

/// Reads a source and its target with every check. Pure, thread-safe, milliseconds.
public interface Inspector {

    /// @param source the segment's text; for a condensation the entry's title and segments, one a
    ///   line
    /// @param target the produced text; the three texts of `bullets` stand one a line
    QaReport inspect(UnitKind kind, Language language, String source, String target);
}
