package hanji.review;

import hanji.segment.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whose a digest is in a language, or one of its entries.
///
/// @param entry number of the entry; 0 for the whole digest
/// @param title of the entry; null for the whole digest
/// @param name whose it is
/// @param actor who gave it to her
public record Assignment(
        String digest,
        Language language,
        int entry,
        @Nullable String title,
        String name,
        String actor,
        Instant at) {}
