package hanji.web;

import hanji.segment.Language;
import hanji.segment.Problem;
import org.jspecify.annotations.Nullable;

/// Reads the language of a request.
final class Targets {

    private Targets() {}

    /// @throws Problem (bad input) that lists what can be asked for
    static Language required(@Nullable String lang) {
        if (lang == null || lang.isBlank()) {
            throw Problem.badInput(
                    "Which language? Add ?lang= with one of %s.", Language.tags(Language.TARGETS));
        }
        return Language.target(lang);
    }
}
