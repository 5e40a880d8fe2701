package hanji.web;

import hanji.workbench.StoredDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A bullet that bears out a condensation: its number and the clause with the same names and
/// figures.
///
/// @param unit the bullet's element on the page
record Evidence(int number, String unit, String clause) {

    /// Figures, and Latin words that are names more often than not.
    private static final Pattern TELLING =
            Pattern.compile("\\d[\\d.,]*\\d|\\d|[A-Z][A-Za-z0-9-]{2,}");

    /// Three clauses stand beside a line of text without pushing the next one away.
    private static final int MOST = 3;

    /// The bullets that hold most of what the text names, each for something the others do not
    /// hold.
    static List<Evidence> of(StoredDigest.Entry entry, String text, String language) {
        Set<String> open = telling(text);
        List<Evidence> found = new ArrayList<>();
        while (!open.isEmpty() && found.size() < MOST) {
            StoredDigest.Segment best = null;
            Set<String> shared = Set.of();
            for (StoredDigest.Segment segment : entry.segments()) {
                Set<String> here = telling(segment.bullet().text());
                here.retainAll(open);
                if (here.size() > shared.size()) {
                    best = segment;
                    shared = here;
                }
            }
            if (best == null) {
                break;
            }
            open.removeAll(shared);
            found.add(
                    new Evidence(
                            best.bullet().number(),
                            "u-translation-" + best.id() + "-" + language,
                            clause(best.bullet().text(), shared)));
        }
        return found;
    }

    private static Set<String> telling(String text) {
        Set<String> words = new HashSet<>();
        for (Matcher found = TELLING.matcher(text); found.find(); ) {
            words.add(found.group());
        }
        return words;
    }

    private static String clause(String text, Set<String> words) {
        int from = words.stream().mapToInt(text::indexOf).filter(at -> at >= 0).min().orElse(0);
        int to =
                words.stream()
                        .mapToInt(word -> text.indexOf(word) + word.length())
                        .max()
                        .orElse(text.length());
        int start = text.lastIndexOf(", ", from);
        int end = text.indexOf(", ", Math.min(to, text.length()));
        return (start < 0 ? "" : "… ")
                + text.substring(start < 0 ? 0 : start + 2, end < 0 ? text.length() : end)
                + (end < 0 ? "" : " …");
    }
}
