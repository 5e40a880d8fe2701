package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// Latin words, and names that are built of Latin words and digits.
final class Tokens {

    private Tokens() {}

    /// Runs of Latin letters.
    static List<Span> words(String text) {
        List<Span> words = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int end = at;
            while (end < text.length() && Scripts.latin(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(new Span(at, end));
                at = end;
            }
        }
        return words;
    }

    /// What begins with a Latin letter and goes on with letters, digits and inner `-`, `.`, `_`,
    /// `@`.
    static List<Span> names(String text) {
        List<Span> names = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Scripts.latin(c) || Scripts.digit(c)) {
                int end = nameEnd(text, at);
                if (Scripts.latin(c)) {
                    names.add(new Span(at, end));
                }
                at = end;
            }
        }
        return names;
    }

    private static int nameEnd(String text, int at) {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joint =
                    "-._@".indexOf(c) >= 0 && at + 1 < text.length() && inside(text.charAt(at + 1));
            if (!inside(c) && !joint) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean inside(char c) {
        return Scripts.latin(c) || Scripts.digit(c);
    }
}
