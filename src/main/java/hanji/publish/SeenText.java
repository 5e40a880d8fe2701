package hanji.publish;

import hanji.segment.Unseen;
import hanji.segment.WebAddress;
import io.quarkus.qute.HtmlEscaper;
import java.text.Bidi;
import java.util.List;
import java.util.function.Predicate;

/// Text as HTML in which no character hides, and none turns round what stands beside it: it is
/// escaped, characters that nobody sees are named in their place, and what is written from right to
/// left is isolated.
public final class SeenText {

    private static final HtmlEscaper ESCAPER = new HtmlEscaper(List.of("text/html"));

    private SeenText() {}

    /// For those who judge a text: names all of them.
    public static String html(String text) {
        return html(text, _ -> true);
    }

    /// For those who read it: names what would turn the text, and leaves soft hyphens and such in
    /// it.
    static String published(String text) {
        return html(text, Unseen::turns);
    }

    /// A warning beside a link: the host as the domain name system knows it, then the words.
    public static String lookalike(WebAddress address, String warning) {
        return "<span class=\"lookalike\">⚠ %s%s</span>"
                .formatted(
                        escaped(address.host()), warning.isEmpty() ? "" : " " + escaped(warning));
    }

    private static String html(String text, Predicate<Unseen> named) {
        if (plain(text)) {
            return escaped(text);
        }
        StringBuilder html = new StringBuilder();
        int from = 0;
        for (Unseen unseen : Unseen.in(text)) {
            if (named.test(unseen)) {
                html.append(escaped(text.substring(from, unseen.span().start())));
                html.append(mark(unseen));
                from = unseen.span().end();
            }
        }
        html.append(escaped(text.substring(from)));
        return Bidi.requiresBidi(text.toCharArray(), 0, text.length())
                ? "<bdi>" + html + "</bdi>"
                : html.toString();
    }

    /// Nearly every text; a scan is cheaper than a list.
    private static boolean plain(String text) {
        return text.chars()
                .allMatch(c ->
                        (c >= ' ' && c < 0x7F)
                                || c == '\n'
                                || (c >= 0xAC00 && c <= 0xD7A3)
                                || (c >= 0x3001 && c <= 0x30FF)
                                || (c >= 0x4E00 && c <= 0x9FFF));
    }

    private static String mark(Unseen unseen) {
        return "<span class=\"unseen\" role=\"img\" aria-label=\"%s\" title=\"%1$s\">%s</span>"
                .formatted(unseen.name().strip(), unseen.label());
    }

    static String escaped(String text) {
        return ESCAPER.map(text, null);
    }
}
