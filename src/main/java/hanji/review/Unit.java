package hanji.review;

import hanji.segment.SourceHash;
import hanji.segment.UnitId;

/// A text to be produced, and what it is produced from.
///
/// @param digest key of its digest
/// @param entry number of its entry in the digest, from 1
/// @param number of its segment in the entry, from 1; 0 for condensations
/// @param source the segment's text; for a condensation the entry's title and segments, one a line
public record Unit(UnitId id, String digest, int entry, int number, String source) {

    public SourceHash hash() {
        return SourceHash.of(source);
    }

    /// What editors call it: `3.2` for a bullet, `3.tldr` for a condensation.
    public String place() {
        return entry + "." + (number > 0 ? number : id.kind().wire());
    }
}
