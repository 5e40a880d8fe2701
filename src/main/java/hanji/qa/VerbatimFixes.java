package hanji.qa;

import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// Puts back what must come through as it is: addresses, labels, formulas, code.
final class VerbatimFixes {

    private static final String DELIMITERS = "$`";
    private static final String LABEL_MARKS = "*_-:： \t";

    /// Characters beside a formula that tell its place: `M$^{2}$UGen`.
    private static final int CONTEXT = 4;

    private VerbatimFixes() {}

    static List<Fix> address(Pair pair, QaFinding finding) {
        Span wanted = finding.source();
        if (wanted == null) {
            return List.of();
        }
        String source = pair.source().text();
        if (finding.target() != null) {
            return List.of(new Fix(finding.target(), wanted.of(source)));
        }
        String target = pair.target().text();
        String link =
                pair.source().spans(ProtectedSpan.Link.class).stream()
                        .filter(one -> one.destination().equals(wanted))
                        .map(one -> one.span().of(source))
                        .findFirst()
                        .orElse(wanted.of(source));
        int end = target.length() - (target.length() - target.stripTrailing().length());
        Span last = new Span(end, end);
        boolean bracketed = wanted.start() > 0 && source.charAt(wanted.start() - 1) == '(';
        List<Fix> fixes = new ArrayList<>();
        if (!bracketed || !link.equals(wanted.of(source))) {
            fixes.add(new Fix(last, " " + link));
        }
        fixes.add(new Fix(last, " (" + link + ")"));
        return fixes;
    }

    /// In the place of what is left of the label, else before the text.
    static List<Fix> label(Pair pair, QaFinding finding) {
        String target = pair.target().text();
        int start = target.length() - target.stripLeading().length();
        Span wanted = finding.source();
        if (wanted == null) {
            return finding.target() == null
                    ? List.of()
                    : List.of(new Fix(withBlanks(target, finding.target()), ""));
        }
        String label = wanted.of(pair.source().text());
        List<Fix> fixes = new ArrayList<>();
        if (finding.target() != null) {
            fixes.add(new Fix(finding.target(), label));
        }
        String core = core(label);
        int at = start;
        while (at < target.length() && LABEL_MARKS.indexOf(target.charAt(at)) >= 0) {
            at++;
        }
        if (!core.isEmpty() && target.regionMatches(true, at, core, 0, core.length())) {
            int end = at + core.length();
            while (end < target.length() && LABEL_MARKS.indexOf(target.charAt(end)) >= 0) {
                end++;
            }
            fixes.add(new Fix(new Span(start, end), label + " "));
        }
        // a word or two before a colon stand where the label stood
        int colon = Math.max(target.indexOf(':', start), target.indexOf('：', start));
        if (colon > 0 && colon - start <= 2 * label.length()) {
            int end = colon + 1;
            while (end < target.length() && LABEL_MARKS.indexOf(target.charAt(end)) >= 0) {
                end++;
            }
            if (target.charAt(start) == '*') {
                fixes.add(new Fix(new Span(start, end), label + " "));
            }
        }
        if (core.isEmpty() || !target.contains(core)) {
            fixes.add(new Fix(new Span(start, start), label + " "));
        }
        return fixes;
    }

    private static String core(String label) {
        int from = 0;
        int to = label.length();
        while (from < to && LABEL_MARKS.indexOf(label.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && LABEL_MARKS.indexOf(label.charAt(to - 1)) >= 0) {
            to--;
        }
        return label.substring(from, to);
    }

    private static Span withBlanks(String text, Span span) {
        int end = span.end();
        while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new Span(span.start(), end);
    }

    /// A formula or a piece of code: where another stands that is not in the source, where its
    /// inside stands bare, or between the letters that stand around it in the source.
    static List<Fix> piece(Pair pair, QaFinding finding, List<QaFinding> all) {
        Span wanted = finding.source();
        if (wanted == null) {
            return List.of();
        }
        String source = pair.source().text();
        String target = pair.target().text();
        String piece = wanted.of(source);
        List<Fix> fixes = new ArrayList<>();
        String core = piece.strip();
        while (core.length() > 2 && DELIMITERS.indexOf(core.charAt(0)) >= 0) {
            core = core.substring(1);
        }
        while (core.length() > 1 && DELIMITERS.indexOf(core.charAt(core.length() - 1)) >= 0) {
            core = core.substring(0, core.length() - 1);
        }
        for (int at = target.indexOf(core);
                at >= 0 && fixes.size() < 4;
                at = target.indexOf(core, at + 1)) {
            int from = at;
            int to = at + core.length();
            while (from > 0 && DELIMITERS.indexOf(target.charAt(from - 1)) >= 0) {
                from--;
            }
            while (to < target.length() && DELIMITERS.indexOf(target.charAt(to)) >= 0) {
                to++;
            }
            fixes.add(new Fix(new Span(from, to), piece));
        }
        between(source, wanted, target, fixes);
        List<QaFinding> same =
                all.stream().filter(other -> other.check().equals(finding.check())).toList();
        long missing = same.stream().filter(other -> other.source() != null).count();
        if (missing == 1) {
            same.stream()
                    .filter(other -> other.source() == null && other.target() != null)
                    .forEach(other -> fixes.add(new Fix(other.target(), piece)));
        }
        return fixes;
    }

    private static void between(String source, Span piece, String target, List<Fix> fixes) {
        int from = piece.start();
        while (from > 0 && piece.start() - from < CONTEXT && tells(source.charAt(from - 1))) {
            from--;
        }
        int to = piece.end();
        while (to < source.length() && to - piece.end() < CONTEXT && tells(source.charAt(to))) {
            to++;
        }
        String before = source.substring(from, piece.start());
        String after = source.substring(piece.end(), to);
        if (before.isEmpty() || after.isEmpty()) {
            return;
        }
        for (int at = target.indexOf(before); at >= 0; at = target.indexOf(before, at + 1)) {
            int start = at + before.length();
            int end = target.indexOf(after, start);
            if (end >= 0 && end - start <= piece.length() + 2) {
                fixes.add(new Fix(new Span(start, end), piece.of(source)));
            }
        }
    }

    private static boolean tells(char c) {
        return Scripts.latin(c) || Scripts.digit(c) || c == '-';
    }
}
