package hanji.llm;

import hanji.segment.Language;
import java.util.List;
import java.util.Map;

/// A file of answers that a person wrote.
///
/// @param model who answered, as provenance names it
record RecordedFile(String model, List<Entry> entries) {

    /// One paper; each part in as many languages as were written.
    ///
    /// @param translations each with its source under [Language#SOURCE]
    record Entry(String title, List<Map<Language, String>> translations, Condensed condensed) {}

    record Condensed(
            Map<Language, String> headline,
            Map<Language, String> tldr,
            Map<Language, List<String>> bullets) {

        static final Condensed NOTHING = new Condensed(Map.of(), Map.of(), Map.of());
    }
}
