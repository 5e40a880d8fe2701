package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// A condensation's shape and lengths; see [CondenseLimits].
final class CondenseCheck implements QaCheck {

    @Override
    public String id() {
        return "condense-shape";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        String text = pair.target().text();
        List<QaFinding> findings = new ArrayList<>();
        List<Span> lines = lines(text);
        int wanted = CondenseLimits.lines(pair.kind());
        int limit = CondenseLimits.of(pair.kind(), pair.language());
        if (lines.size() != wanted) {
            findings.add(
                    finding(
                            pair.target().whole(),
                            Remark.of(
                                    "condense-shape.lines",
                                    pair.kind().wire(),
                                    wanted,
                                    lines.size())));
        }
        for (Span line : lines) {
            int length = text.codePointCount(line.start(), line.end());
            if (length > limit) {
                findings.add(
                        finding(
                                line,
                                Remark.of(
                                        "condense-shape.long", pair.kind().wire(), length, limit)));
            }
            if ("-*•・".indexOf(text.charAt(line.start())) >= 0
                    && line.length() > 1
                    && text.charAt(line.start() + 1) == ' ') {
                findings.add(
                        finding(
                                new Span(line.start(), line.start() + 2),
                                Remark.of("condense-shape.marker")));
            }
        }
        return findings;
    }

    /// The lines that are not blank, without the blanks around them.
    private static List<Span> lines(String text) {
        List<Span> lines = new ArrayList<>();
        for (int start = 0; start < text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            String line = text.substring(start, end);
            if (!line.isBlank()) {
                int from = start + line.length() - line.stripLeading().length();
                lines.add(new Span(from, from + line.strip().length()));
            }
            start = end + 1;
        }
        return lines;
    }

    private QaFinding finding(Span target, Remark message) {
        return new QaFinding(id(), MqmCategory.LENGTH, Severity.MAJOR, null, target, message);
    }
}
