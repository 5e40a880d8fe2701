package hanji.web;

import hanji.qa.CondenseLimits;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A bullet, or a condensation, on the bench.
///
/// @param id of the unit; the element is `u-` and this
/// @param number in its entry; empty for condensations
/// @param kind `translation`, `headline`, `tldr`, `bullets`
/// @param label what a condensation is called; empty for bullets
/// @param state the mark's name, as stylesheet and tests know it
/// @param open whether somebody has to read or decide it
/// @param bearing what bears a condensation out
/// @param lines of the target; more than one only for the three bullets
/// @param growing the lines of a new text so far; null when no redo is under way
/// @param beside whether a new text comes beside the one that stands, and not in its place
/// @param blank whether there is no text, and never was
/// @param text the target as it is edited
/// @param unsaved whether whoever looks typed a text and did not save it
/// @param proposal a text beside it that nobody has read here, with what differs; null for none
/// @param proposalLead whose it is; empty for none
/// @param answers what a redo left to choose from; null for nothing
/// @param size `77 of 90 characters`; empty for bullets
record RowView(
        String id,
        String place,
        int entry,
        String number,
        String kind,
        String label,
        String lang,
        String state,
        Glyph glyph,
        String word,
        String byline,
        boolean recorded,
        int version,
        Reading reading,
        boolean open,
        boolean decide,
        List<Piece> source,
        Bearing bearing,
        List<List<Piece>> lines,
        @Nullable List<String> growing,
        boolean beside,
        boolean blank,
        boolean waiting,
        String text,
        String size,
        @Nullable String worst,
        List<FindingView> findings,
        List<DismissedView> dismissed,
        @Nullable List<Piece> proposal,
        String proposalLead,
        @Nullable AnswersView answers,
        List<ActionView> actions,
        boolean undoable,
        boolean unsaved,
        @Nullable RowNote note) {

    /// @param least milliseconds that reading the text takes
    /// @param hasty whether it was approved faster, and nobody looked it over since
    record Reading(long least, boolean hasty) {}

    /// The longest a line of it may be; 0 for no limit.
    public int limit() {
        UnitKind of = UnitKind.of(kind);
        return of == UnitKind.TRANSLATION ? 0 : CondenseLimits.of(of, Language.of(lang));
    }

    /// How many lines it has to have; 0 where that is free.
    public int wantedLines() {
        return listed() ? CondenseLimits.BULLETS : 0;
    }

    public boolean condensed() {
        return !kind.equals("translation");
    }

    public boolean redoing() {
        return growing != null;
    }

    public boolean listed() {
        return kind.equals("bullets");
    }

    public boolean struck() {
        return state.equals("rejected");
    }

    public boolean under() {
        return !findings.isEmpty()
                || !dismissed.isEmpty()
                || (redoing() && beside)
                || proposal != null
                || answers != null
                || note != null && note.under();
    }
}
