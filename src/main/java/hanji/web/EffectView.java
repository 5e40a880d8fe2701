package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a change of the terms, or an approved wording, would mean, before anything is done.
///
/// @param here the part of the program it belongs to, `terms` or `memory`
/// @param trouble what has happened since somebody looked, or why it cannot be done; null in the
///   ordinary case
/// @param terms by language what is called otherwise; empty for a wording
/// @param wording null for terms
/// @param empty what to say when no text is concerned
/// @param counts by language; empty when no text is concerned
/// @param sums of all languages; null for a wording, which has one
/// @param price sentences; empty when there is nothing to redo
/// @param groups a page of the texts
/// @param legend what the marks in the texts mean; empty without texts
/// @param newer offset of the page before; null on the first
/// @param older offset of the page after; null on the last
record EffectView(
        Chrome chrome,
        String here,
        String title,
        String lead,
        @Nullable Told trouble,
        Form form,
        List<Renamed> terms,
        @Nullable Wording wording,
        Empty empty,
        List<Count> counts,
        @Nullable Count sums,
        List<String> price,
        List<Group> groups,
        String legend,
        @Nullable Integer newer,
        @Nullable Integer older) {

    /// What can be chosen and done.
    ///
    /// @param fields the cause itself, as the form that sends it again
    /// @param method and `again`: how and where it is counted again
    /// @param apply where it is done
    /// @param save where the change alone is made; null where there is none
    /// @param edits whether the change can be written on
    /// @param fitting the offer to redo what fits, too; empty when nothing does
    /// @param models to be chosen from; empty where there is no choice
    /// @param redo the button; empty when there is nothing to redo
    /// @param priced whether a budget of money makes sense
    /// @param asks whether a model would be asked at all
    record Form(
            List<Field> fields,
            String method,
            String again,
            String apply,
            @Nullable Save save,
            boolean edits,
            String fitting,
            boolean wanted,
            List<TermsView.Choice> models,
            String redo,
            boolean priced,
            boolean asks,
            String maxCost,
            String maxTokens) {}

    record Save(String action, String words) {}

    record Field(String name, String value) {}

    record Renamed(
            String lang, String endonym, List<TermsView.Word> before, List<TermsView.Word> after) {}

    /// An approved text.
    ///
    /// @param href of its row on the bench
    /// @param batch address of the batch that was made of it; null for whoever comes from elsewhere
    record Wording(
            String href,
            String place,
            String byline,
            String source,
            String lang,
            String text,
            @Nullable String batch) {}

    record Empty(String title, String hint) {}

    record Count(String lang, String name, String redo, String propose, String fits) {}

    /// Texts of one fate.
    ///
    /// @param comes whether they say how their text comes; else what the check would say
    record Group(String id, String title, String lead, boolean comes, List<Text> texts) {}

    /// @param sides what is shown beside each other
    /// @param says what the check would say, or how the text comes
    record Text(
            String href,
            String place,
            String lang,
            String endonym,
            Glyph glyph,
            String word,
            List<Side> sides,
            List<Said> says) {}

    /// @param draft whether no person wrote it or stands behind it
    record Side(String lang, boolean draft, List<Piece> pieces) {}

    /// @param lang of the sentence
    record Said(String lang, String sentence) {}
}
