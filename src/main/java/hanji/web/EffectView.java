package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change of the terms would mean, before it is made.
///
/// @param trouble what has happened since somebody looked, or why it cannot be done; null in the
///   ordinary case
/// @param fields the change itself, as the form that sends it again
/// @param saveAction where the change alone is made
/// @param removes whether a term is taken out
/// @param terms by language what is called otherwise
/// @param counts by language; empty when no text is concerned
/// @param sums of all languages
/// @param price sentences; empty when there is nothing to redo
/// @param fitting the offer to redo what fits, too; empty when nothing does
/// @param models to be chosen from; empty where there is no choice
/// @param redo the button; empty when there is nothing to redo
/// @param priced whether a budget of money makes sense
/// @param shown which of them all; empty when the page shows all
/// @param newer offset of the page before; null on the first
/// @param older offset of the page after; null on the last
record EffectView(
        Chrome chrome,
        String title,
        @Nullable Told trouble,
        List<Field> fields,
        String saveAction,
        boolean removes,
        List<Renamed> terms,
        List<Count> counts,
        Count sums,
        List<String> price,
        String fitting,
        boolean wanted,
        List<TermsView.Choice> models,
        String redo,
        boolean priced,
        String maxCost,
        String maxTokens,
        List<Group> groups,
        String shown,
        @Nullable Integer newer,
        @Nullable Integer older) {

    record Field(String name, String value) {}

    record Renamed(
            String lang, String endonym, List<TermsView.Word> before, List<TermsView.Word> after) {}

    record Count(String lang, String name, String redo, String propose, String fits) {}

    /// Texts of one fate.
    record Group(String id, String title, String lead, List<Text> texts) {}

    /// @param personal whether a person wrote it or stands behind it
    /// @param says what the check would say
    record Text(
            String href,
            String place,
            String lang,
            String endonym,
            Glyph glyph,
            String word,
            boolean personal,
            List<Piece> source,
            List<Piece> text,
            List<Said> says) {}

    /// @param lang of the sentence
    record Said(String lang, String sentence) {}
}
