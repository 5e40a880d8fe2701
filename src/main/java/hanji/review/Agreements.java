package hanji.review;

import hanji.segment.Language;
import java.util.EnumMap;
import java.util.Map;

/// What editors decided on machines' texts, beside what was said of these texts before.
///
/// @param checks whether there was a major or critical finding
/// @param judge whether the judge marked a major or critical error; only texts that it judged
public record Agreements(Map<Language, Agreement> checks, Map<Language, Agreement> judge) {

    static Agreements empty() {
        return new Agreements(new EnumMap<>(Language.class), new EnumMap<>(Language.class));
    }
}
