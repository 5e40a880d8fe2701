package hanji.qa;

import hanji.segment.Language;
import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the two texts with what every check wants to know of it. Of one thread: the rarer answers
/// are worked out when somebody asks.
final class Side {

    /// A private-use character: part of a name (`PanGu-$π$-7B` stays one), but neither letter nor
    /// digit.
    static final char MASK = '\uE000';

    private final String text;
    private final Language language;
    private final List<ProtectedSpan> spans;
    private final List<Span> addresses;
    private final String masked;
    private @Nullable String lower;
    private @Nullable Letters letters;
    private @Nullable List<Mark> marks;

    private Side(
            String text,
            Language language,
            List<ProtectedSpan> spans,
            List<Span> addresses,
            String masked) {
        this.text = text;
        this.language = language;
        this.spans = spans;
        this.addresses = addresses;
        this.masked = masked;
    }

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

    String text() {
        return text;
    }

    Language language() {
        return language;
    }

    /// What must come through unchanged.
    List<ProtectedSpan> spans() {
        return spans;
    }

    <T extends ProtectedSpan> List<T> spans(Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (ProtectedSpan span : spans) {
            if (kind.isInstance(span)) {
                found.add(kind.cast(span));
            }
        }
        return found;
    }

    /// Every URL, also inside links.
    List<Span> addresses() {
        return addresses;
    }

    /// As long as the text; blanks stand for labels and for what surrounds a link's text, [#MASK]
    /// for other protected characters.
    String masked() {
        return masked;
    }

    /// [#masked] in lower case, character by character.
    String lower() {
        if (lower == null) {
            char[] letters = new char[masked.length()];
            for (int i = 0; i < letters.length; i++) {
                letters[i] = Character.toLowerCase(masked.charAt(i));
            }
            lower = new String(letters);
        }
        return lower;
    }

    /// Of the [#masked] text.
    Letters letters() {
        if (letters == null) {
            letters = Letters.of(masked);
        }
        return letters;
    }

    /// The words that deny or compare.
    List<Mark> marks() {
        if (marks == null) {
            marks = Mark.joined(Lexicon.of(language).marks(lower()));
        }
        return marks;
    }

    Span whole() {
        return new Span(0, text.length());
    }
}
