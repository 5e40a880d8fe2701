package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything about the row in hand.
///
/// @param why one sentence: why this row is here
/// @param facts of its origin: model, prompt, time, tokens, cost; or who wrote it
/// @param links numbers and names of one text with those of the other
/// @param nowhere what a condensation says and its entry does not
/// @param terms that the row should speak in
/// @param texts the row's texts with both sides of the links; null when the row has none
/// @param changes from the machine's last text to the person's; null when there is nothing to
///   compare
record InspectorView(
        String id,
        String place,
        String word,
        String css,
        String why,
        Paper paper,
        List<Fact> facts,
        List<LinkView> links,
        List<String> nowhere,
        BesideView terms,
        @Nullable Texts texts,
        @Nullable List<Piece> changes,
        String lang,
        List<Event> history) {

    record Fact(String name, String value) {}

    /// The entry.
    ///
    /// @param link only http(s) addresses; null otherwise
    /// @param linkWord `arXiv 1706.03762`, or the address's host
    /// @param lookalike that host, where it can be taken for another; null otherwise
    /// @param authors the first three and how many more
    record Paper(
            int number,
            String title,
            String lang,
            @Nullable String link,
            String linkWord,
            @Nullable String lookalike,
            @Nullable String votes,
            String authors) {}

    /// @param version of the item
    /// @param source empty for a condensation
    record Texts(int version, List<Piece> source, List<List<Piece>> lines, boolean listed) {}

    /// Something that happened.
    ///
    /// @param text that came with it; null when the text stayed
    record Event(
            Glyph glyph,
            String what,
            String when,
            String iso,
            @Nullable String reason,
            @Nullable Version text) {}

    /// A text of the history.
    ///
    /// @param by model, price; or the person
    /// @param recorded whether no live model was asked
    /// @param first whether no text was there before; nothing is then marked in it
    /// @param pieces with the difference to the one before
    record Version(
            int number,
            String by,
            boolean recorded,
            boolean first,
            List<Piece> pieces,
            List<Fact> facts) {}
}
