package hanji.web;

import java.util.List;

/// What models and editors did, by day: charts, each with the table it is drawn from.
///
/// @param spans the choices of how many days
/// @param groups the choices of what the lines of the charts are
/// @param at when the figures were read
/// @param lines what stands in the charts, in the order of their marks
/// @param agreements of all days
/// @param findings of these days
record StatsView(
        Chrome chrome,
        List<Choice> spans,
        List<Choice> groups,
        String at,
        List<Line> lines,
        List<Chart> charts,
        List<AgreementRow> agreements,
        List<Finding> findings) {

    record Choice(String href, String name, boolean chosen) {}

    /// @param mark number of the stroke that tells it apart
    record Line(String name, int mark) {}

    /// @param kind how its values are written: `count`, `percent`, `seconds`, `decimal`, `money`
    /// @param rate whether a day without a value has none; else it has 0
    /// @param how what is measured, and in what
    /// @param total of all days
    /// @param from and `to`: its first and last day
    /// @param rows days with a value, the oldest first
    record Chart(
            String id,
            String kind,
            boolean rate,
            String title,
            String how,
            String total,
            String from,
            String to,
            List<Line> lines,
            List<Row> rows) {}

    /// @param iso the day as `2026-11-28`
    record Row(String iso, String day, List<Cell> cells) {}

    /// @param value as a program reads it; empty for none
    record Cell(String value, String text) {}

    /// What a check said of texts in a language, and how much of it was dismissed.
    record Finding(String check, String language, String raised, String dismissed, String share) {}
}
