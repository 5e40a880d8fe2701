package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The same word twice in a row. In English and German a word is what blanks divide; in Japanese
/// and Chinese it is a run of two or more Han, or three or more katakana.
final class DoubledWordCheck implements QaCheck {

    /// `die, die` and `that that` are grammar.
    private static final Set<String> LAWFUL =
            Set.of(
                    "that that",
                    "had had",
                    "die die",
                    "der der",
                    "das das",
                    "den den",
                    "dem dem",
                    "sie sie");

    private static final int LONGEST_RUN = 12;

    @Override
    public String id() {
        return "doubled-word";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        return switch (pair.language()) {
            case EN, DE -> spaced(pair);
            case JA, ZH_CN -> unspaced(pair);
            case KO -> List.of();
        };
    }

    private List<QaFinding> spaced(Pair pair) {
        String text = pair.target().masked();
        List<QaFinding> findings = new ArrayList<>();
        Span last = null;
        for (Span word : Tokens.words(text)) {
            if (last != null
                    && last.length() == word.length()
                    && text.regionMatches(true, last.start(), text, word.start(), word.length())
                    && blank(text, last.end(), word.start())
                    && standsAlone(text, word)) {
                String twice =
                        last.of(text).toLowerCase(Locale.ROOT)
                                + " "
                                + word.of(text).toLowerCase(Locale.ROOT);
                String written = last.of(text) + " " + word.of(text);
                if (!LAWFUL.contains(twice) && !pair.source().text().contains(written)) {
                    findings.add(finding(new Span(last.start(), word.end()), word.of(text)));
                }
            }
            last = word;
        }
        return findings;
    }

    private static boolean blank(String text, int from, int to) {
        return to > from && text.substring(from, to).isBlank();
    }

    /// Not the beginning of a name such as `model-2`.
    private static boolean standsAlone(String text, Span word) {
        if (word.end() == text.length()) {
            return true;
        }
        char next = text.charAt(word.end());
        return next != '-' && next != '_' && !Scripts.digit(next);
    }

    private List<QaFinding> unspaced(Pair pair) {
        String text = pair.target().masked();
        List<QaFinding> findings = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int length = doubled(text, at);
            if (length > 0) {
                findings.add(
                        finding(new Span(at, at + 2 * length), text.substring(at, at + length)));
                at += 2 * length - 1;
            }
        }
        return findings;
    }

    private static int doubled(String text, int at) {
        if (!repeats(text, at)) {
            return 0;
        }
        boolean katakana = Scripts.katakana(text.charAt(at));
        int longest = 0;
        while (longest < LONGEST_RUN
                && at + longest < text.length()
                && sameScript(text.charAt(at + longest), katakana)) {
            longest++;
        }
        for (int length = longest; length >= (katakana ? 3 : 2); length--) {
            boolean more = at + 2 * length <= text.length();
            if (more
                    && text.regionMatches(at, text, at + length, length)
                    && !oneLetter(text, at, length)) {
                return length;
            }
        }
        return 0;
    }

    /// Whether the same letter follows soon; the rest of the search is dearer.
    private static boolean repeats(String text, int at) {
        int end = Math.min(text.length(), at + LONGEST_RUN + 1);
        for (int next = at + 2; next < end; next++) {
            if (text.charAt(next) == text.charAt(at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameScript(char c, boolean katakana) {
        return katakana ? Scripts.katakana(c) : Scripts.han(c) && "一二三四五六七八九十".indexOf(c) < 0;
    }

    private static boolean oneLetter(String text, int at, int length) {
        for (int i = 1; i < length; i++) {
            if (text.charAt(at + i) != text.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    private QaFinding finding(Span span, String word) {
        return new QaFinding(
                id(),
                MqmCategory.GRAMMAR,
                Severity.MINOR,
                null,
                span,
                Remark.of("doubled-word.word", Words.shorten(word)));
    }
}
