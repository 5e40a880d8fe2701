package hanji.web;

import org.jspecify.annotations.Nullable;

/// What the last request on a row has to say beside it: nothing was changed, and why.
///
/// @param kind `problem`; `outdated`: somebody was faster, what stands now is shown; `versions`:
///   somebody saved another text than `text`; `reason`: an approval waits for its reason
/// @param sentence for `reason`, what speaks against the text
/// @param told for `problem`
/// @param text what the editor had written, so that it is not lost
/// @param approve whether she had approved it too
/// @param merge for `versions`: both texts together
record RowNote(
        String kind,
        String sentence,
        @Nullable Told told,
        @Nullable String text,
        boolean approve,
        @Nullable MergeView merge) {

    RowNote(String kind, String sentence, @Nullable String text, boolean approve) {
        this(kind, sentence, null, text, approve, null);
    }

    RowNote with(MergeView merge) {
        return new RowNote(kind, sentence, told, text, approve, merge);
    }

    static RowNote problem(Told told, @Nullable String text) {
        return new RowNote("problem", "", told, text, false, null);
    }
}
