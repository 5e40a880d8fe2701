package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A digest as it was published.
///
/// @param canonical its address with the host
/// @param any the address that picks a language for whoever comes
/// @param languages in which it stands published, this one included
/// @param when it was published and by whom: a sentence
record PublishedView(
        Chrome chrome,
        EditionView edition,
        String base,
        String path,
        String canonical,
        String any,
        List<Tab> languages,
        String when) {

    record Tab(String tag, String endonym, String path, boolean here) {}

    /// What stands published, by digest, the newest first.
    ///
    /// @param more whether there is more than is listed
    /// @param told what other programs were told; null for those who may not see it
    record Index(Chrome chrome, String base, List<Day> days, boolean more, @Nullable Told told) {}

    /// @param any as above
    record Day(String title, String any, List<Standing> standing) {}

    /// @param when and how much: `Mar 7, 25 bullets`
    record Standing(String tag, String endonym, String path, String when) {}

    /// @param configured whether anybody is told
    record Told(boolean configured, List<Line> lines) {}

    /// @param what happened, in the interface's words
    record Line(
            String when,
            String hook,
            String what,
            String subject,
            Glyph glyph,
            String state,
            @Nullable String outcome) {}
}
