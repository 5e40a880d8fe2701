package hanji.cli;

import hanji.segment.Language;
import hanji.segment.UnitKind;

/// What `inspect` reads: a source and its target.
///
/// @param place where it stands, as `pairs.jsonl:7`
record TextPair(
        String place, String id, UnitKind kind, Language language, String source, String target) {}
