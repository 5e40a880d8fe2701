package hanji.qa;

import hanji.segment.Language;
import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import java.util.Arrays;
import java.util.List;

/// One of the two texts with what every check wants to know of it.
///
/// @param spans what must come through unchanged
/// @param addresses every URL, also inside links
/// @param masked as long as the text; blanks stand for labels and for what surrounds a link's text,
///   [#MASK] for other protected characters
record Side(
        String text,
        Language language,
        List<ProtectedSpan> spans,
        List<Span> addresses,
        String masked) {

    /// A private-use character: part of a name (`PanGu-$π$-7B` stays one), but neither letter nor
    /// digit.
    static final char MASK = '\uE000';

    static Side of(String text, Language language) {
        List<ProtectedSpan> spans = ProtectedSpan.in(text);
        List<Span> addresses = ProtectedSpan.addresses(text);
        char[] masked = text.toCharArray();
        for (ProtectedSpan span : spans) {
            mask(masked, span);
        }
        for (Span address : addresses) {
            Arrays.fill(masked, address.start(), address.end(), MASK);
        }
        return new Side(text, language, spans, addresses, new String(masked));
    }

    private static void mask(char[] masked, ProtectedSpan protect) {
        Span span = protect.span();
        switch (protect) {
            case ProtectedSpan.Label _ -> Arrays.fill(masked, span.start(), span.end(), ' ');
            case ProtectedSpan.Link link -> {
                masked[span.start()] = ' ';
                Arrays.fill(masked, link.text().end(), span.end(), ' ');
            }
            case ProtectedSpan.Math _, ProtectedSpan.Code _, ProtectedSpan.Url _ ->
                    Arrays.fill(masked, span.start(), span.end(), MASK);
        }
    }

    <T extends ProtectedSpan> List<T> spans(Class<T> kind) {
        return spans.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Span whole() {
        return new Span(0, text.length());
    }
}
