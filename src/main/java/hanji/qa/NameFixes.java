package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Puts a Latin name back that came through with other letters.
final class NameFixes {

    private NameFixes() {}

    static List<Fix> of(Pair pair, QaFinding finding, List<QaFinding> all) {
        Span span = finding.source();
        if (span == null) {
            return List.of();
        }
        String name = span.of(pair.source().text());
        List<Fix> fixes = new ArrayList<>();
        similar(pair, name).forEach(other -> fixes.add(new Fix(other, name)));
        long missing =
                all.stream()
                        .filter(other -> other.check().equals("entities") && other.source() != null)
                        .count();
        Span instead = finding.target();
        if (instead != null && missing == 1) {
            fixes.add(new Fix(instead, name));
        }
        return fixes;
    }

    /// Names of the target that the source has not and that are one or two letters away from it,
    /// one for every three letters, the nearest first. All places of one are no candidate.
    private static List<Span> similar(Pair pair, String name) {
        String source = pair.source().text().toLowerCase(Locale.ROOT);
        String text = pair.target().text();
        int most = Math.min(2, name.length() / 3);
        return Tokens.names(pair.target().masked()).stream()
                .filter(span -> Math.abs(span.length() - name.length()) <= most)
                .filter(span -> !source.contains(span.of(text).toLowerCase(Locale.ROOT)))
                .filter(span -> distance(span.of(text), name) <= most)
                .sorted(Comparator.comparingInt(span -> distance(span.of(text), name)))
                .toList();
    }

    /// Letters put in, left out or changed (Levenshtein); names are short.
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
