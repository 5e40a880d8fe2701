package hanji.web;

import hanji.segment.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of the translation memory.
///
/// @param words as they were typed
/// @param in tag of the language that is looked at; empty for all
public record MemoryView(
        Chrome chrome, String words, String in, List<Language> languages, Results results) {

    /// @param building whether pairs may still be missing
    /// @param sentence which pairs these are; null when there are none
    /// @param none whether something was looked for
    record Results(
            boolean building,
            @Nullable String sentence,
            boolean none,
            List<Row> rows,
            @Nullable String before,
            @Nullable String after) {}

    /// An original with its approved texts.
    ///
    /// @param place `2024-01-26 3.2`
    /// @param gone whether the digest does not hold it any more
    record Row(String place, boolean gone, String title, List<Piece> source, List<Text> texts) {}

    /// @param href of the unit on its bench; null when it is gone
    /// @param machine whether the approved text is a model's as it stood
    record Text(
            @Nullable String href,
            String lang,
            String endonym,
            List<Piece> pieces,
            String byline,
            String iso,
            boolean machine) {}

    /// What the memory has for one unit.
    ///
    /// @param search address of a concordance of its source
    /// @param elsewhere that other texts of the original differ from the approved one; empty where
    ///   none does
    /// @param effect address of what would change
    record Matches(
            boolean building,
            String lang,
            String search,
            String elsewhere,
            String effect,
            boolean writable,
            List<Match> matches) {}

    /// @param how near, in words
    /// @param penalties in words; empty for none
    /// @param source with what differs; null when it is the same
    /// @param text as it goes into the editor
    /// @param nth the digit of the key that takes it there; null for one without
    record Match(
            String how,
            String penalties,
            @Nullable List<Piece> source,
            String text,
            String byline,
            String iso,
            boolean machine,
            String place,
            @Nullable String href,
            boolean best,
            @Nullable Integer nth) {}
}
