package hanji.segment;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One pass from left to right. Partners of brackets (when one is asked for) and the last run of
/// each number of backticks are found beforehand, so that no opening is searched for its end twice.
final class ProtectedSpanScanner {

    /// Labels of the digests have up to 25 letters; longer emphasis at the start is a sentence.
    private static final int LONGEST_LABEL = 80;

    private final String text;
    private int @Nullable [] partners;
    private final Map<Integer, Integer> lastBackticks = new HashMap<>();
    private final List<ProtectedSpan> found = new ArrayList<>();

    ProtectedSpanScanner(String text) {
        this.text = text;
        for (int at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
            int length = run(at, '`');
            lastBackticks.put(length, at);
            at += length;
        }
    }

    List<ProtectedSpan> scan() {
        int at = label();
        while (at < text.length()) {
            at =
                    switch (text.charAt(at)) {
                        case '`' -> code(at);
                        case '$' -> math(at);
                        case '\\' -> command(at);
                        case '_', '^' -> index(at);
                        case '[' -> link(at);
                        case 'h' -> url(at);
                        default -> at + 1;
                    };
        }
        return List.copyOf(found);
    }

    private int label() {
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        int stars = run(start, '*');
        int close = text.indexOf('*', start + stars);
        if (stars == 0 || stars > 3 || close < 0 || close - start > LONGEST_LABEL) {
            return 0;
        }
        int end = close + run(close, '*');
        boolean colonInside = text.charAt(close - 1) == ':';
        boolean colonAfter =
                end < text.length() && (text.charAt(end) == ':' || text.charAt(end) == '：');
        if (close == start + stars || !(colonInside || colonAfter)) {
            return 0;
        }
        int after = colonAfter ? end + 1 : end;
        found.add(new ProtectedSpan.Label(new Span(start, after)));
        return after;
    }

    private int code(int at) {
        int length = run(at, '`');
        int close = at + length;
        if (lastBackticks.getOrDefault(length, -1) <= at) {
            return close;
        }
        while (run(close, '`') != length) {
            close += Math.max(1, run(close, '`'));
        }
        found.add(new ProtectedSpan.Code(new Span(at, close + length)));
        return close + length;
    }

    /// Pandoc's rule, which tells `$x$` from `$42 … $50`: no space inside the dollars, no digit
    /// after.
    private int math(int at) {
        int width = Math.min(2, run(at, '$'));
        int close = text.indexOf('$', at + width);
        if (close < 0 || close == at + width) {
            return at + width;
        }
        int end = close + Math.min(width, run(close, '$'));
        boolean tight =
                !Character.isWhitespace(text.charAt(at + width))
                        && !Character.isWhitespace(text.charAt(close - 1))
                        && !(end < text.length() && Character.isDigit(text.charAt(end)));
        if ((width == 1 && !tight) || end - close < width || text.charAt(close - 1) == '\\') {
            return at + width;
        }
        found.add(new ProtectedSpan.Math(new Span(at, end)));
        return end;
    }

    private int command(int at) {
        int end = at + 1;
        while (end < text.length() && latin(text.charAt(end))) {
            end++;
        }
        if (end - at < 3 || end >= text.length() || text.charAt(end) != '{' || partner(end) < 0) {
            return end;
        }
        end = partner(end) + 1;
        found.add(new ProtectedSpan.Math(new Span(at, end)));
        return end;
    }

    private int index(int at) {
        if (at + 1 >= text.length() || text.charAt(at + 1) != '{' || partner(at + 1) < 0) {
            return at + 1;
        }
        int start = at;
        int floor = found.isEmpty() ? 0 : found.getLast().span().end();
        while (start > floor && latin(text.charAt(start - 1))) {
            start--;
        }
        int end = partner(at + 1) + 1;
        found.add(new ProtectedSpan.Math(new Span(start, end)));
        return end;
    }

    private int link(int at) {
        int close = partner(at);
        if (close < 0
                || close + 1 >= text.length()
                || text.charAt(close + 1) != '('
                || partner(close + 1) < 0) {
            return at + 1;
        }
        int end = partner(close + 1) + 1;
        found.add(
                new ProtectedSpan.Link(
                        new Span(at, end), new Span(at + 1, close), new Span(close + 2, end - 1)));
        return end;
    }

    private int url(int at) {
        int end = Addresses.end(text, at);
        if (end == at) {
            return at + 1;
        }
        found.add(new ProtectedSpan.Url(new Span(at, end)));
        return end;
    }

    private int run(int at, char c) {
        int end = at;
        while (end < text.length() && text.charAt(end) == c) {
            end++;
        }
        return end - at;
    }

    private static boolean latin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private int partner(int at) {
        if (partners == null) {
            partners = partners(text);
        }
        return partners[at];
    }

    /// For each opening bracket the place of its closing one, else -1; kinds do not disturb each
    /// other.
    private static int[] partners(String text) {
        int[] partner = new int[text.length()];
        Arrays.fill(partner, -1);
        Map<Character, Deque<Integer>> open =
                Map.of(']', new ArrayDeque<>(), ')', new ArrayDeque<>(), '}', new ArrayDeque<>());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '[' -> push(open, ']', at);
                case '(' -> push(open, ')', at);
                case '{' -> push(open, '}', at);
                case ']', ')', '}' -> {
                    Integer start = pop(open, c);
                    if (start != null) {
                        partner[start] = at;
                    }
                }
                default -> {}
            }
        }
        return partner;
    }

    private static void push(Map<Character, Deque<Integer>> open, char close, int at) {
        Deque<Integer> stack = open.get(close);
        if (stack != null) {
            stack.push(at);
        }
    }

    private static @Nullable Integer pop(Map<Character, Deque<Integer>> open, char close) {
        Deque<Integer> stack = open.get(close);
        return stack == null ? null : stack.poll();
    }
}
