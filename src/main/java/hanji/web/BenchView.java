package hanji.web;

import hanji.review.Progress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The bench: a digest in one language, original and text side by side.
///
/// @param path of the digest's pages, without the language
/// @param first element the page opens at; null when nothing is open
/// @param untouched whether nothing was ever asked for in this language
/// @param condensable whether some entry has no condensation yet
/// @param models that a redo can choose from; empty when there is one only
/// @param may what whoever looks may do in this language: `edit approve`…
record BenchView(
        Chrome chrome,
        String key,
        String title,
        String sub,
        @Nullable String before,
        @Nullable String after,
        String path,
        String lang,
        String endonym,
        List<LangTab> tabs,
        ProgressView progress,
        QueueView queue,
        List<EntryView> entries,
        @Nullable String first,
        @Nullable InspectorView inspector,
        @Nullable RunView run,
        boolean untouched,
        boolean condensable,
        int bullets,
        List<String> models,
        @Nullable Told problem,
        ToastView toast,
        String may) {

    /// @param caption `25 of 90`
    record LangTab(
            String path, String tag, String endonym, boolean here, Meter meter, String caption) {}

    /// The part of the top bar that changes with each decision.
    ///
    /// @param publishable approved texts that are not published yet
    /// @param left bullets that would stay Korean
    /// @param over what is worth another look before
    record ProgressView(
            String path,
            String lang,
            String endonym,
            Meter meter,
            Progress counts,
            String done,
            String total,
            int publishable,
            int left,
            LookOverView over,
            boolean oob) {}

    /// What the last act was, and the units it can be taken back on.
    record ToastView(@Nullable String text, @Nullable Glyph glyph, String undo, boolean oob) {

        static final ToastView NONE = new ToastView(null, null, "", false);
    }

    /// Drafting under way, or what came of it.
    ///
    /// @param since when this was rendered, in epoch milliseconds: the next poll brings what
    ///   changed after
    record RunView(
            String id,
            String digest,
            String path,
            String lang,
            String endonym,
            boolean running,
            Meter meter,
            String sentence,
            @Nullable Told problem,
            boolean again,
            long since) {}

    /// What a request on a unit changed on the page.
    ///
    /// @param row to stand where the request came from; null when it came from elsewhere
    /// @param others rows that changed with it
    record Changed(
            @Nullable RowView row,
            List<RowView> others,
            List<EntryView.EntryHead> heads,
            QueueView queue,
            ProgressView progress,
            LangTab tab,
            ToastView toast,
            @Nullable InspectorView inspector,
            @Nullable RunView run) {}
}
