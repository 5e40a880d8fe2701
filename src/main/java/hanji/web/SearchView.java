package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The search page.
///
/// @param words as they were typed
/// @param filtered whether more than words was asked for
public record SearchView(
        Chrome chrome,
        String words,
        String digest,
        boolean filtered,
        List<Choice> choices,
        Results results) {

    /// A list to choose from.
    record Choice(String name, String label, List<Option> options) {}

    record Option(String value, String word, boolean chosen) {}

    /// What changes while somebody types.
    ///
    /// @param notice that the index is being made, or cannot be used; null when all is there
    /// @param sentence how many there are; null before anything was asked for
    /// @param none whether something was asked for and nothing found
    record Results(
            @Nullable String notice,
            @Nullable String sentence,
            boolean none,
            List<Row> rows,
            @Nullable String before,
            @Nullable String after) {}

    /// A bullet, a condensation or a paper.
    ///
    /// @param href of the first of its texts
    /// @param place `2024-01-26 3.2`
    /// @param source null for all but bullets
    /// @param authors of a paper alone
    record Row(
            String href,
            String place,
            @Nullable String kind,
            List<Piece> title,
            @Nullable List<Piece> authors,
            @Nullable List<Piece> source,
            List<Text> texts) {}

    /// @param personal whether a person wrote it or stands behind it
    /// @param pieces null for a text that is not shown: its state alone is
    record Text(
            String href,
            String lang,
            String endonym,
            Glyph glyph,
            String word,
            String byline,
            boolean personal,
            @Nullable List<Piece> pieces) {}
}
