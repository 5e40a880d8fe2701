package hanji.qa;

import hanji.qa.Quantity.Weight;
import hanji.segment.Language;
import hanji.segment.Span;
import java.math.BigDecimal;
import java.util.List;

/// Names that hold digits: `GPT-3`, `A100`, `8x7B`, `PanGu-$π$-7B`.
final class NumberNames {

    private NumberNames() {}

    /// Where the name ends that letters or digits before this place began.
    static int end(String text, int at) {
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean joint = "-._@+×".indexOf(c) >= 0 && at + 1 < text.length();
            if (!inside(c) && !(joint && inside(text.charAt(at + 1)))) {
                break;
            }
            at++;
        }
        return at;
    }

    private static boolean inside(char c) {
        return Scripts.latin(c) || Scripts.digit(c) || c == Side.MASK;
    }

    static boolean hasDigit(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if (Scripts.digit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /// The numbers within a name, for texts that write it apart: `Llama-2-7B`, `Llama 2 7B`.
    static void read(String text, int start, int end, Language language, List<Quantity> found) {
        int at = start;
        while (at < end) {
            if (!Scripts.digit(text.charAt(at))) {
                at++;
                continue;
            }
            Digits digits = Digits.read(text, at, language);
            BigDecimal value = digits.value();
            if (value != null) {
                int power = digits.end() < end ? suffix(text.charAt(digits.end())) : 0;
                Span span = new Span(at, Math.min(digits.end(), end));
                found.add(
                        new Quantity(
                                power == 0
                                        ? List.of(value)
                                        : List.of(value, value.scaleByPowerOfTen(power)),
                                BigDecimal.ONE,
                                Weight.NAME,
                                span));
            }
            at = digits.end();
        }
    }

    private static int suffix(char c) {
        return switch (c) {
            case 'K', 'k' -> 3;
            case 'M' -> 6;
            case 'B', 'b' -> 9;
            case 'T' -> 12;
            default -> 0;
        };
    }
}
