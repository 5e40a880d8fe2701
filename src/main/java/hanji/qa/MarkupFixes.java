package hanji.qa;

import hanji.segment.ProtectedSpan.Link;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// Puts links, emphasis, brackets and marks back together.
final class MarkupFixes {

    private static final String OPENING = "(（[{";
    private static final String CLOSING = ")）]}";
    private static final String STOPS = ".。!！?？";

    private MarkupFixes() {}

    static List<Fix> of(Pair pair, QaFinding finding) {
        List<Fix> fixes = new ArrayList<>();
        // half of a label, a link or a formula breaks marks too
        if (finding.remark() != null && finding.remark().key().equals("markup.emphasis")) {
            label(pair, fixes);
            emphasis(pair, fixes);
        }
        for (Link link : pair.source().spans(Link.class)) {
            link(pair, link, fixes);
        }
        Span at = finding.target();
        if (finding.remark() != null && finding.remark().key().equals("markup.mark")) {
            pair.source()
                    .spans()
                    .forEach(span ->
                            fixes.addAll(
                                    VerbatimFixes.piece(
                                            pair,
                                            new QaFinding(
                                                    finding.check(),
                                                    finding.category(),
                                                    finding.severity(),
                                                    span.span(),
                                                    null,
                                                    ""),
                                            List.of())));
        }
        if (at != null && finding.remark() != null) {
            switch (finding.remark().key()) {
                case "markup.bracket" -> bracket(pair.target().text(), at, fixes);
                case "markup.mark" -> fixes.add(new Fix(at, ""));
                default -> {}
            }
        }
        return fixes;
    }

    private static void label(Pair pair, List<Fix> fixes) {
        new LabelCheck()
                .inspect(pair)
                .forEach(finding -> fixes.addAll(VerbatimFixes.label(pair, finding)));
    }

    /// The stars around what stands in the target as it does in the source.
    private static void emphasis(Pair pair, List<Fix> fixes) {
        String source = pair.source().masked();
        String target = pair.target().text();
        for (int open = source.indexOf("**"); open >= 0; ) {
            int from = open + 2;
            int close = source.indexOf("**", from);
            if (close < 0) {
                return;
            }
            String inside = source.substring(from, close);
            int at = inside.isBlank() ? -1 : target.indexOf(inside);
            if (at >= 0) {
                int start = at;
                int end = at + inside.length();
                while (start > 0 && target.charAt(start - 1) == '*') {
                    start--;
                }
                while (end < target.length() && target.charAt(end) == '*') {
                    end++;
                }
                fixes.add(new Fix(new Span(start, end), "**" + inside + "**"));
            }
            open = source.indexOf("**", close + 2);
        }
    }

    /// Around its address, with the words that are there.
    private static void link(Pair pair, Link link, List<Fix> fixes) {
        String source = pair.source().text();
        String target = pair.target().text();
        String address = link.destination().of(source);
        for (int at = target.indexOf(address);
                at >= 0 && fixes.size() < 6;
                at = target.indexOf(address, at + 1)) {
            int from = at;
            int to = at + address.length();
            String words = link.text().of(source);
            int bracket = target.lastIndexOf('[', at);
            String between = bracket < 0 ? "" : target.substring(bracket + 1, at);
            if (bracket >= 0 && !between.contains("\n") && between.length() < 200) {
                int close = between.indexOf(']');
                String kept = close >= 0 ? between.substring(0, close) : between;
                String cleaned = kept.replace("(", "").strip();
                words = cleaned.isEmpty() ? words : cleaned;
                from = bracket;
            } else if (from > 0 && target.charAt(from - 1) == '(') {
                from--;
            }
            to = past(target, to);
            int again = to;
            while (again < target.length() && " [(".indexOf(target.charAt(again)) >= 0) {
                again++;
            }
            if (target.startsWith(address, again)) {
                to = past(target, again + address.length());
            }
            fixes.add(new Fix(new Span(from, to), "[" + words + "](" + address + ")"));
        }
    }

    private static int past(String text, int at) {
        while (at < text.length() && ")]".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /// Its partner where the text, or the sentence, ends; else it goes itself.
    private static void bracket(String text, Span at, List<Fix> fixes) {
        char mark = text.charAt(at.start());
        int kind = OPENING.indexOf(mark);
        if (kind >= 0) {
            String partner = String.valueOf(CLOSING.charAt(kind));
            int end = text.stripTrailing().length();
            int stop = end > 0 && STOPS.indexOf(text.charAt(end - 1)) >= 0 ? end - 1 : end;
            for (int i = at.end(); i < text.length() && fixes.size() < 3; i++) {
                // what is named in brackets is a word or a few, in one script
                if (Character.isWhitespace(text.charAt(i)) || Scripts.latin(text.charAt(i))) {
                    continue;
                }
                boolean inside =
                        Character.isLetterOrDigit(text.charAt(at.end()))
                                && (Character.isDigit(text.charAt(i))
                                        || "-./".indexOf(text.charAt(i)) >= 0);
                if (!inside) {
                    fixes.add(new Fix(new Span(i, i), partner));
                    break;
                }
            }
            fixes.add(new Fix(new Span(stop, stop), partner));
        }
        fixes.add(new Fix(at, ""));
    }
}
