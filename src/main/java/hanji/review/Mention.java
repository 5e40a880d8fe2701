package hanji.review;

import hanji.segment.Language;
import hanji.segment.UnitId;
import java.time.Instant;

/// A comment that calls somebody who has not read it yet.
///
/// @param comment its number
/// @param actor who wrote it
public record Mention(
        long comment,
        String digest,
        Language language,
        UnitId unit,
        String actor,
        String text,
        Instant at) {}
