package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The agreed terms of the row in hand.
///
/// @param lang of the target
/// @param concepts in the order of the source
/// @param source their places in the source
/// @param target their places in the text that stands
record BesideView(
        String lang,
        List<Concept> concepts,
        List<Pieces.Linked> source,
        List<Pieces.Linked> target) {

    /// @param link its name in the row
    /// @param korean the terms that stand in the source
    /// @param href of its page
    /// @param notes on the concept and on those terms
    record Concept(String link, String korean, String href, List<String> notes, List<Word> words) {}

    /// A term of the target's language.
    ///
    /// @param kind of its status, as the stylesheet knows it
    /// @param status in words
    /// @param there whether it stands in the text
    /// @param usable whether whoever looks may put it into the text
    /// @param nth the digit of the key that does; null for one without
    record Word(
            String text,
            String kind,
            String status,
            @Nullable String note,
            boolean there,
            boolean usable,
            @Nullable Integer nth) {}
}
