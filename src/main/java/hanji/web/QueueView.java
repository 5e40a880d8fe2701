package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is to be read, worst first, and the reason before the text.
///
/// @param toRead all that is open
record QueueView(
        int toRead,
        int decideCount,
        List<Item> decide,
        List<Item> look,
        List<Group> underway,
        List<Group> clean) {

    /// @param risk higher is looked at sooner
    /// @param page its place on the page
    /// @param before and `after`: what differs in source and target; else `reason` says why
    record Item(
            String unit,
            String place,
            Glyph glyph,
            int risk,
            int page,
            @Nullable String before,
            @Nullable String after,
            String reason,
            String small) {}

    /// An entry with so many of a kind.
    record Group(int entry, String title, int count) {}
}
