package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bullet of one line stays one bullet of one line: no break, no list marker, no second bullet
/// behind it.
final class LineCheck implements QaCheck {

    private static final Pattern MARKER = Pattern.compile("\\A\\s{0,8}([-+•・*]|\\d{1,2}[.)])\\s");
    private static final Pattern SECOND_BULLET =
            Pattern.compile("[.!?。！？)）]\\s{0,4}\\s[-+•*]\\s{1,4}\\S");

    @Override
    public String id() {
        return "line-structure";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        String source = pair.source().text().strip();
        String target = pair.target().text();
        List<QaFinding> findings = new ArrayList<>();
        long wanted = count(source);
        long found = count(target.strip());
        if (wanted != found) {
            int at = target.indexOf('\n', target.length() - target.stripLeading().length());
            findings.add(
                    finding(
                            at < 0 ? pair.target().whole() : new Span(at, at + 1),
                            Remark.of("line-structure.lines", wanted, found)));
        }
        Matcher marker = MARKER.matcher(target);
        if (marker.lookingAt() && !MARKER.matcher(source).find()) {
            findings.add(finding(new Span(0, marker.end()), Remark.of("line-structure.marker")));
        }
        Matcher second = SECOND_BULLET.matcher(target);
        if (loneMark(target) && second.find() && !SECOND_BULLET.matcher(source).find()) {
            findings.add(
                    finding(
                            new Span(second.start() + 1, second.end()),
                            Remark.of("line-structure.second-bullet")));
        }
        return findings;
    }

    /// Without one no second bullet begins; most texts have none.
    private static boolean loneMark(String text) {
        for (int at = 1; at + 1 < text.length(); at++) {
            char c = text.charAt(at);
            if ((c == '-' || c == '+' || c == '*' || c == '•')
                    && Character.isWhitespace(text.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }

    private static long count(String text) {
        boolean one = !text.isEmpty() && text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
        return one ? 1 : text.lines().count();
    }

    private QaFinding finding(Span target, Remark message) {
        return new QaFinding(id(), MqmCategory.MARKUP, Severity.MAJOR, null, target, message);
    }
}
