package hanji.cli;

import java.util.Map;

/// What came for one entry.
sealed interface EntryTexts {

    /// All of them.
    ///
    /// @param texts by the ids of the request
    /// @param remembered how many of them the memory had
    /// @param recorded whether recorded answers served
    record Whole(Map<String, String> texts, int remembered, boolean recorded)
            implements EntryTexts {}

    /// @param reason a sentence
    record Missing(String reason) implements EntryTexts {}
}
