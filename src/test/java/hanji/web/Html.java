package hanji.web;

import java.util.List;
import org.jsoup.parser.ParseError;
import org.jsoup.parser.Parser;

/// What an HTML5 parser has against a page. The W3C's own checker would say more; its library needs
/// an ICU that is ten years older than ours.
final class Html {

    private static final int MOST = 50;

    private Html() {}

    /// The parse errors of the HTML standard, each with its place.
    static List<String> errors(String page) {
        Parser parser = Parser.htmlParser().setTrackErrors(MOST);
        parser.parseInput(page, "");
        return parser.getErrors().stream().map(ParseError::toString).toList();
    }
}
