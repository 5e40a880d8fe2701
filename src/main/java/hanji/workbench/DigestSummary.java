package hanji.workbench;

import hanji.review.Progress;
import hanji.segment.Language;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// A digest in a list.
///
/// @param progress of its translations, by language; every target language has one
public record DigestSummary(
        String key,
        String name,
        int revision,
        int entries,
        int segments,
        Instant importedAt,
        Map<Language, Progress> progress) {

    /// @param progress may leave languages out in which nothing was begun
    public DigestSummary {
        Map<Language, Progress> all = new EnumMap<>(Language.class);
        for (Language language : Language.TARGETS) {
            all.put(language, progress.getOrDefault(language, Progress.NOTHING));
        }
        progress = all;
    }
}
