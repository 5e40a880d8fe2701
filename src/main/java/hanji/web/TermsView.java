package hanji.web;

import hanji.segment.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The termbase, as one page of it.
///
/// @param total concepts that are like what was asked for
/// @param none whether the termbase is empty
/// @param newer address of the page before; empty on the first
/// @param older address of the next page; empty on the last
/// @param changes whether whoever looks may change terms
record TermsView(
        Chrome chrome,
        List<Language> languages,
        List<Row> rows,
        String total,
        boolean none,
        String query,
        String in,
        String status,
        List<Choice> statuses,
        String newer,
        String older,
        boolean changes) {

    /// @param cells one for each language
    record Row(String href, List<Cell> cells, String note, String who) {}

    record Cell(String lang, List<Word> words) {}

    /// @param kind the status by its wire name, for its mark
    /// @param status the status as people read it; empty for preferred terms, the usual case
    record Word(String text, String kind, String status) {}

    record Choice(String value, String name, boolean chosen) {}

    /// @param id 0 for a new one
    record Form(
            Chrome chrome,
            long id,
            int version,
            String name,
            List<Line> lines,
            List<Choice> languages,
            String note,
            String source,
            List<Past> history,
            String trouble,
            boolean changes) {}

    /// One term in a form; an empty one is a place for another.
    record Line(
            String lang,
            String text,
            List<Choice> languages,
            List<Choice> statuses,
            boolean cased,
            List<Choice> parts,
            String note) {}

    record Past(String version, String who, String terms) {}

    /// What an import does or did.
    ///
    /// @param effect on the texts there are; null when it was done, or changes no term
    /// @param trouble why the file cannot be read at all; null when it can
    record Plan(
            String said,
            String added,
            String changed,
            String same,
            String unusable,
            List<PlanLine> lines,
            String more,
            @Nullable ImportEffect effect,
            @Nullable Told trouble) {}

    record PlanLine(String line, String kind, String text, String lang) {}
}
