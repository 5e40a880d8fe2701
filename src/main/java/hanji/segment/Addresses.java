package hanji.segment;

import java.util.ArrayList;
import java.util.List;

/// Finds `http://` and `https://` addresses. They end at the first character that RFC 3986 does not
/// allow (so at Hangul), at a bracket that was not opened inside, and before closing punctuation.
final class Addresses {

    private static final String ALLOWED = "-._~:/?#@!$&'()*+,;=%";
    private static final String NEVER_LAST = ".,;:!?'*_~";

    private Addresses() {}

    static List<Span> in(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf("http"); at >= 0; at = text.indexOf("http", at + 1)) {
            int end = end(text, at);
            if (end > at) {
                found.add(new Span(at, end));
                at = end - 1;
            }
        }
        return found;
    }

    /// Where the address that starts here ends; `start` itself when none does.
    static int end(String text, int start) {
        int host = host(text, start);
        if (host < 0) {
            return start;
        }
        int open = 0;
        int end = host;
        while (end < text.length() && allowed(text.charAt(end))) {
            char c = text.charAt(end);
            if (c == ')' && open-- == 0) {
                break;
            }
            open += c == '(' ? 1 : 0;
            end++;
        }
        while (end > host && NEVER_LAST.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > host ? end : start;
    }

    private static int host(String text, int start) {
        if (text.startsWith("https://", start)) {
            return start + 8;
        }
        return text.startsWith("http://", start) ? start + 7 : -1;
    }

    private static boolean allowed(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || ALLOWED.indexOf(c) >= 0;
    }
}
