package hanji.web;

import io.quarkus.qute.RawString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A digest as its readers see it, beside the original.
///
/// @param title its date, written in the target language, else its key
/// @param korean the same in Korean, with the number of papers
/// @param open what stands where nobody approved a text, in the interface's language
record EditionView(
        String lang,
        String endonym,
        String title,
        String korean,
        String open,
        List<Paper> papers,
        Colophon colophon) {

    /// @param lookalike the link's host, where it can be taken for another; null otherwise
    /// @param headline approved, in the target language; else null and the title stands
    /// @param tldr approved; null else
    /// @param points the approved three bullets; empty else
    record Paper(
            int number,
            String title,
            String titleLang,
            @Nullable String link,
            @Nullable String lookalike,
            @Nullable String headline,
            String by,
            List<EntryView.MediaView> media,
            @Nullable RawString tldr,
            List<RawString> points,
            List<Pair> pairs) {}

    /// @param target null where nobody approved one: the Korean stands alone, marked as open
    /// @param depth of a nested bullet, 3 at most
    record Pair(@Nullable RawString target, RawString source, int depth) {}

    /// Who stands behind what: whole sentences.
    record Colophon(String approved, String open, String made, String condensed) {}
}
