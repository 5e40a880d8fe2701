package hanji.qa;

import hanji.segment.ProtectedSpan.Link;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Links stay links, emphasis stays in number, and what the source keeps balanced stays balanced.
final class MarkupCheck implements QaCheck {

    @Override
    public String id() {
        return "markup";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<QaFinding> findings = new ArrayList<>();
        links(pair, findings);
        emphasis(pair, findings);
        for (String marks : List.of("(（)）", "[[]]", "{{}}")) {
            brackets(pair, marks, findings);
        }
        for (char mark : new char[] {'`', '$'}) {
            parity(pair, mark, findings);
        }
        return findings;
    }

    private void links(Pair pair, List<QaFinding> findings) {
        List<Link> wanted = pair.source().spans(Link.class);
        List<Link> found = pair.target().spans(Link.class);
        if (found.size() < wanted.size()) {
            findings.add(
                    finding(
                            wanted.get(found.size()).span(),
                            null,
                            Remark.of("markup.links", wanted.size(), found.size())));
        } else if (found.size() > wanted.size()) {
            findings.add(
                    finding(
                            null,
                            found.get(wanted.size()).span(),
                            Remark.of("markup.links", wanted.size(), found.size())));
        }
    }

    private void emphasis(Pair pair, List<QaFinding> findings) {
        List<Span> wanted = stars(pair.source().masked());
        List<Span> found = stars(pair.target().masked());
        if (wanted.size() != found.size()) {
            findings.add(
                    finding(
                            wanted.isEmpty() ? null : wanted.getLast(),
                            found.isEmpty() ? null : found.getLast(),
                            Remark.of("markup.emphasis", wanted.size(), found.size())));
        }
    }

    /// Runs of two or three stars; a single one is as often a multiplication or a footnote.
    private static List<Span> stars(String text) {
        List<Span> runs = new ArrayList<>();
        for (int at = text.indexOf("**"); at >= 0; at = text.indexOf("**", at)) {
            int end = at;
            while (end < text.length() && text.charAt(end) == '*') {
                end++;
            }
            runs.add(new Span(at, end));
            at = end;
        }
        return runs;
    }

    private void brackets(Pair pair, String marks, List<QaFinding> findings) {
        if (pair.target().text().indexOf(marks.charAt(0)) < 0
                && pair.target().text().indexOf(marks.charAt(1)) < 0
                && pair.target().text().indexOf(marks.charAt(2)) < 0
                && pair.target().text().indexOf(marks.charAt(3)) < 0) {
            return;
        }
        Integer target = unbalanced(pair.target().text(), marks);
        if (target != null && unbalanced(pair.source().text(), marks) == null) {
            findings.add(
                    finding(
                            null,
                            new Span(target, target + 1),
                            Remark.of("markup.bracket", pair.target().text().charAt(target))));
        }
    }

    /// @param marks two openings, two closings
    private static @Nullable Integer unbalanced(String text, String marks) {
        int open = 0;
        int outermost = 0;
        for (int at = 0; at < text.length(); at++) {
            int mark = marks.indexOf(text.charAt(at));
            if (mark == 0 || mark == 1) {
                outermost = open == 0 ? at : outermost;
                open++;
            } else if (mark > 1 && --open < 0) {
                return at;
            }
        }
        return open > 0 ? outermost : null;
    }

    private void parity(Pair pair, char mark, List<QaFinding> findings) {
        boolean source = count(pair.source().text(), mark) % 2 == 0;
        long target = count(pair.target().text(), mark);
        boolean money = mark == '$' && pair.source().text().contains("달러");
        if (source && target % 2 == 1 && !money) {
            int at = pair.target().text().lastIndexOf(mark);
            findings.add(finding(null, new Span(at, at + 1), Remark.of("markup.mark", mark)));
        }
    }

    private static long count(String text, char mark) {
        long count = 0;
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            count++;
        }
        return count;
    }

    private QaFinding finding(@Nullable Span source, @Nullable Span target, Remark message) {
        return new QaFinding(id(), MqmCategory.MARKUP, Severity.MAJOR, source, target, message);
    }
}
