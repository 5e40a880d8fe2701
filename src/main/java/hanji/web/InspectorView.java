package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about the row in hand.
///
/// @param why one sentence: why this row is here
/// @param facts of its origin: model, prompt, time, tokens, cost; or who wrote it
/// @param changes from the machine's last text to the person's; null when there is nothing to
///   compare
record InspectorView(
        String id,
        String place,
        String word,
        String css,
        String why,
        List<Fact> facts,
        @Nullable List<Piece> changes,
        String lang,
        List<Event> history) {

    record Fact(String name, String value) {}

    /// Something that happened.
    ///
    /// @param text of that version
    /// @param took prompt, tokens and cost of that text, when a model wrote it
    record Event(
            Glyph glyph,
            String what,
            String when,
            String iso,
            @Nullable String reason,
            @Nullable String text,
            @Nullable String took) {}
}
