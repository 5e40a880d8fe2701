package hanji.review;

import hanji.qa.QaReport;
import hanji.segment.Provenance;

/// One version of a unit's text.
///
/// @param number from 1, in the order they came
/// @param source what it was made from
public record Target(
        int number, String text, String source, Provenance provenance, QaReport report) {

    Target numbered(int number) {
        return new Target(number, text, source, provenance, report);
    }

    public boolean machine() {
        return provenance instanceof Provenance.Machine;
    }
}
