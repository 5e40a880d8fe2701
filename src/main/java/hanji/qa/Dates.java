package hanji.qa;

import hanji.qa.Quantity.Weight;
import java.util.List;

/// Dates whose parts points join: `2024.03.05`, German `5.3.2024`.
final class Dates {

    private Dates() {}

    /// Year, month and day in the order they stand in; empty where no date begins.
    static List<Quantity> read(String text, int start) {
        int first = run(text, start);
        int second = part(text, first);
        int third = second < 0 ? -1 : part(text, second);
        boolean more = third >= 0 && third + 1 < text.length() && part(text, third) >= 0;
        if (third < 0 || more) {
            return List.of();
        }
        int length = first - start;
        boolean yearFirst = length == 4 && third - second <= 3;
        boolean yearLast = length <= 2 && third - second == 5;
        if (second - first > 3 || !(yearFirst || yearLast)) {
            return List.of();
        }
        return List.of(
                quantity(text, start, first),
                quantity(text, first + 1, second),
                quantity(text, second + 1, third));
    }

    private static Quantity quantity(String text, int start, int end) {
        int value = 0;
        for (int at = start; at < end; at++) {
            value = value * 10 + Character.digit(text.charAt(at), 10);
        }
        return Quantity.of(value, Weight.HARD, start, end);
    }

    /// Where the digits behind a point end, -1 where none stand.
    private static int part(String text, int at) {
        int end = at < text.length() && text.charAt(at) == '.' ? run(text, at + 1) : at;
        return end <= at + 1 ? -1 : end;
    }

    private static int run(String text, int at) {
        int end = at;
        while (end < text.length() && end - at < 5 && Scripts.digit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
