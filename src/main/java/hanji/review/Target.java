package hanji.review;

import hanji.qa.QaReport;
import hanji.segment.Provenance;
import java.util.List;

/// One version of a unit's text.
///
/// @param number from 1, in the order they came
/// @param source what it was made from
/// @param report what the checks say against it, without what an editor called no error
/// @param dismissed what she did
public record Target(
        int number,
        String text,
        String source,
        Provenance provenance,
        QaReport report,
        List<Dismissal> dismissed) {

    /// One of which nothing is dismissed.
    public Target(int number, String text, String source, Provenance provenance, QaReport report) {
        this(number, text, source, provenance, report, List.of());
    }

    Target numbered(int number) {
        return new Target(number, text, source, provenance, report, dismissed);
    }

    Target with(QaReport report, List<Dismissal> dismissed) {
        return new Target(number, text, source, provenance, report, dismissed);
    }

    public boolean machine() {
        return provenance instanceof Provenance.Machine;
    }

    /// Whether it was written for another place.
    public boolean remembered() {
        return provenance instanceof Provenance.Memory;
    }

    /// Whether a person wrote it in this place.
    public boolean written() {
        return provenance instanceof Provenance.Human;
    }
}
