package hanji.web;

import java.util.List;

/// What models were asked and what it took, by day.
///
/// @param agreements of all days
/// @param findings of all days
/// @param spans the choices of how many days
record StatsView(
        Chrome chrome,
        List<Span> spans,
        List<Model> models,
        List<Chart> charts,
        List<Row> rows,
        List<AgreementRow> agreements,
        List<Finding> findings) {

    /// What a check said of texts in a language, and how much of it was dismissed.
    record Finding(String check, String language, String raised, String dismissed, String share) {}

    record Span(String href, String name, boolean chosen) {}

    /// @param pattern number of the fill that tells it apart
    record Model(String name, int pattern) {}

    /// A stack of bars for each day.
    ///
    /// @param label what it shows, for those who do not see it
    /// @param top the value at the top of the scale
    /// @param width in pixels of its drawing
    record Chart(
            String title, String label, String top, int width, List<Bar> bars, List<Tick> ticks) {}

    /// @param title what it stands for
    record Bar(int pattern, int x, double y, int width, double height, String title) {}

    record Tick(int x, String text) {}

    record Row(
            String day,
            String model,
            String calls,
            String failed,
            String tokensIn,
            String tokensOut,
            String cost) {}
}
