package hanji.review;

import hanji.qa.QaFinding;
import hanji.segment.Problem;
import hanji.segment.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Points at a finding on a known source and target: which check said something of which places.
/// Written `numbers 5-7 3-5`, with `*` for no place.
public record FindingRef(String check, @Nullable Span source, @Nullable Span target) {

    private static final Pattern FORM =
            Pattern.compile("([a-z-]{1,50}) (\\*|\\d{1,9}-\\d{1,9}) (\\*|\\d{1,9}-\\d{1,9})");

    public static FindingRef of(QaFinding finding) {
        return new FindingRef(finding.check(), finding.source(), finding.target());
    }

    /// @throws Problem (bad input) for anything that is not its written form
    public static FindingRef of(String written) {
        Matcher form = FORM.matcher(written);
        if (!form.matches()) {
            throw Problem.badInput(
                    "\"%s\" names no finding: write check and places, as numbers 5-7 3-5 (or * for no place).",
                    written);
        }
        return new FindingRef(form.group(1), span(form.group(2)), span(form.group(3)));
    }

    private static @Nullable Span span(String written) {
        int dash = written.indexOf('-');
        if (dash < 0) {
            return null;
        }
        int start = Integer.parseInt(written.substring(0, dash));
        int end = Integer.parseInt(written.substring(dash + 1));
        if (end < start) {
            throw Problem.badInput("%s ends before it starts.", written);
        }
        return new Span(start, end);
    }

    boolean names(QaFinding finding) {
        return equals(of(finding));
    }

    @Override
    public String toString() {
        return "%s %s %s".formatted(check, written(source), written(target));
    }

    private static String written(@Nullable Span span) {
        return span == null ? "*" : span.start() + "-" + span.end();
    }
}
