package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// Korean letters that stayed in a text of another language. Two uses are meant so: a bullet about
/// Korean that quotes the same Korean words as its source, and a gloss behind a name, as `Naver
/// (네이버)`.
final class HangulCheck implements QaCheck {

    private static final String OPENING = "\"'“‘„«「『《〈(（";
    private static final String CLOSING = "\"'”’“»」』》〉)）";

    @Override
    public String id() {
        return "hangul-left";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        if (pair.language() == Language.KO) {
            return List.of();
        }
        List<QaFinding> findings = new ArrayList<>();
        String text = pair.target().masked();
        for (int at = 0; at < text.length(); at++) {
            if (Scripts.hangul(text.charAt(at))) {
                Span run = run(text, at);
                if (!meant(pair, text, run)) {
                    findings.add(finding(pair, run));
                }
                at = run.end();
            }
        }
        return findings;
    }

    private QaFinding finding(Pair pair, Span run) {
        String words = run.of(pair.target().text());
        int same = pair.source().text().indexOf(words);
        return new QaFinding(
                id(),
                MqmCategory.UNTRANSLATED,
                Severity.MAJOR,
                same < 0 ? null : new Span(same, same + words.length()),
                run,
                Remark.of("hangul-left.words", pair.language().name(), Words.shorten(words)));
    }

    /// Hangul and the blanks between, from here to the last Hangul.
    private static Span run(String text, int start) {
        int end = start;
        for (int at = start; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Scripts.hangul(c)) {
                end = at + 1;
            } else if (c != ' ' && !Scripts.digit(c)) {
                break;
            }
        }
        return new Span(start, end);
    }

    private static boolean meant(Pair pair, String text, Span run) {
        String source = pair.source().text();
        boolean aboutKorean =
                source.contains("한국어") || source.contains("한글") || source.contains("Korean");
        int before = run.start() - 1;
        boolean quoted = before >= 0 && OPENING.indexOf(text.charAt(before)) >= 0;
        if (aboutKorean && quoted && source.contains(run.of(text))) {
            return true;
        }
        boolean closed = run.end() < text.length() && CLOSING.indexOf(text.charAt(run.end())) >= 0;
        boolean gloss = before >= 0 && "(（".indexOf(text.charAt(before)) >= 0 && closed;
        return gloss && run.length() <= 10 && behindName(text, before);
    }

    private static boolean behindName(String text, int bracket) {
        int end = bracket > 0 && text.charAt(bracket - 1) == ' ' ? bracket - 1 : bracket;
        int start = end;
        while (start > 0 && end - start < 40 && Scripts.latin(text.charAt(start - 1))) {
            start--;
        }
        return start < end && Character.isUpperCase(text.charAt(start));
    }
}
