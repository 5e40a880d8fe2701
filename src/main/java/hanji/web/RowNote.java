package hanji.web;

import org.jspecify.annotations.Nullable;

/// What the last request on a row has to say beside it: nothing was changed, and why; or what it
/// would mean for other rows.
///
/// @param kind `problem`; `outdated`: somebody was faster, what stands now is shown; `versions`:
///   somebody saved another text than `text`; `reason`: an approval waits for its reason;
///   `elsewhere`: it is done, and the same original stands in other places with other texts
/// @param sentence for `reason`, what speaks against the text; for `elsewhere`, where it stands
/// @param told for `problem`
/// @param text what the editor had written, so that it is not lost
/// @param approve whether she had approved it too
/// @param merge for `versions`: both texts together
/// @param href for `elsewhere`: where that is shown
record RowNote(
        String kind,
        String sentence,
        @Nullable Told told,
        @Nullable String text,
        boolean approve,
        @Nullable MergeView merge,
        @Nullable String href) {

    RowNote(String kind, String sentence, @Nullable String text, boolean approve) {
        this(kind, sentence, null, text, approve, null, null);
    }

    RowNote with(MergeView merge) {
        return new RowNote(kind, sentence, told, text, approve, merge, href);
    }

    static RowNote problem(Told told, @Nullable String text) {
        return new RowNote("problem", "", told, text, false, null, null);
    }

    static RowNote elsewhere(String sentence, String href) {
        return new RowNote("elsewhere", sentence, null, null, false, null, href);
    }

    /// Whether it stands under the row; else in the line of what the row is.
    boolean under() {
        return !kind.equals("elsewhere");
    }
}
