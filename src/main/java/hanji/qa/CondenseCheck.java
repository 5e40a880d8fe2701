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
                            "A %s has %d %s, this one has %d."
                                    .formatted(
                                            name(pair),
                                            wanted,
                                            wanted == 1 ? "line" : "lines",
                                            lines.size())));
        }
        for (Span line : lines) {
            int length = text.codePointCount(line.start(), line.end());
            if (length > limit) {
                findings.add(
                        finding(
                                line,
                                "A line of this %s has %d characters, at most %d are allowed."
                                        .formatted(name(pair), length, limit)));
            }
            if ("-*•・".indexOf(text.charAt(line.start())) >= 0
                    && line.length() > 1
                    && text.charAt(line.start() + 1) == ' ') {
                findings.add(
                        finding(
                                new Span(line.start(), line.start() + 2),
                                "A line begins with a list marker."));
            }
        }
        return findings;
    }

    private static String name(Pair pair) {
        return switch (pair.kind()) {
            case HEADLINE -> "headline";
            case TLDR -> "TL;DR";
            case BULLETS -> "condensation in bullets";
            case TRANSLATION -> "translation";
        };
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

    private QaFinding finding(Span target, String message) {
        return new QaFinding(id(), MqmCategory.LENGTH, Severity.MAJOR, null, target, message);
    }
}
