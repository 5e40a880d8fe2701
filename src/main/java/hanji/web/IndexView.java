package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All digests, by month, with what waits in them.
///
/// @param next what to go on with; null when nothing is there
record IndexView(
        Chrome chrome,
        String lead,
        @Nullable Next next,
        Days days,
        List<BatchesView.Row> batches,
        List<Imported> imported) {

    record Next(String title, String sub, String href, String button) {}

    record Days(
            List<Month> months,
            List<LangHead> languages,
            String count,
            boolean empty,
            @Nullable String newer,
            @Nullable String older,
            boolean oob) {}

    record LangHead(String tag, String endonym) {}

    record Month(String name, List<Day> days) {}

    record Day(
            String key,
            String href,
            String weekday,
            String entries,
            String bullets,
            List<Cell> cells,
            List<Waiting> waiting) {}

    record Cell(
            String endonym,
            String lang,
            String href,
            Meter meter,
            String caption,
            boolean published,
            boolean started) {}

    record Waiting(Glyph glyph, String text) {}

    /// What became of one file.
    ///
    /// @param href of the digest; null when it was refused
    record Imported(
            String file, boolean refused, Told said, @Nullable String href, @Nullable String key) {}
}
