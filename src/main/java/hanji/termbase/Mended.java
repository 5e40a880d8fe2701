package hanji.termbase;

import hanji.segment.Language;

/// A machine's text, and what editors approved in its place; the two are equal where they let it
/// stand.
///
/// @param place as `2024-01-26 3.2`
/// @param href of the unit on its page
public record Mended(
        String place,
        String href,
        Language language,
        String source,
        String machine,
        String approved) {}
