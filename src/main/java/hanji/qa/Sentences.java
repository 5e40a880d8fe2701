package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Where sentences end. A text without an end is one sentence.
final class Sentences {

    private static final Set<String> ABBREVIATIONS =
            Set.of(
                    "e.g", "i.e", "vs", "al", "etc", "bzw", "ca", "fig", "no", "bspw", "usw",
                    "approx");

    private Sentences() {}

    static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (ends(text, at)) {
                int end = afterQuotes(text, at + 1);
                add(sentences, text, start, end);
                start = end;
                at = end - 1;
            }
        }
        add(sentences, text, start, text.length());
        return sentences;
    }

    private static void add(List<Span> sentences, String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                sentences.add(new Span(start, end));
                return;
            }
        }
    }

    private static boolean ends(String text, int at) {
        return switch (text.charAt(at)) {
            case '。', '！', '？', '\n' -> true;
            case '!', '?' -> at + 1 == text.length() || text.charAt(at + 1) == ' ';
            case '.' -> fullStop(text, at);
            default -> false;
        };
    }

    private static boolean fullStop(String text, int at) {
        int next = afterQuotes(text, at + 1);
        if (at == 0 || next < text.length() && !Character.isWhitespace(text.charAt(next))) {
            return false;
        }
        int letter = next;
        while (letter < text.length() && text.charAt(letter) == ' ') {
            letter++;
        }
        if (letter < text.length() && Character.isLowerCase(text.charAt(letter))) {
            return false;
        }
        int word = at;
        while (word > 0 && at - word < 8 && !Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        String last = text.substring(text.startsWith("(", word) ? word + 1 : word, at);
        boolean single = last.length() == 1 && Scripts.latin(last.charAt(0));
        return !single && !ABBREVIATIONS.contains(last.toLowerCase(Locale.ROOT));
    }

    private static int afterQuotes(String text, int at) {
        int end = at;
        while (end < text.length() && "\"'”’»“」』)）".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
