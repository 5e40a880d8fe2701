package hanji.web;

import hanji.draft.Usage;
import hanji.review.FindingCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Draws what was spent.
record StatsViews(Ui ui, LocalDate today, int days) {

    static final List<Integer> SPANS = List.of(7, 30, 90);

    private static final int HEIGHT = 120;
    private static final int STEP = 24;
    private static final int BAR = 16;

    /// Fills that can be told apart without colour; more models share the last.
    private static final int PATTERNS = 5;

    StatsView view(
            Chrome chrome,
            List<Usage> all,
            List<AgreementRow> agreements,
            List<FindingCount> findings) {
        BatchMessages say = ui.work();
        List<Usage> usage =
                all.stream().filter(one -> one.day().isAfter(today.minusDays(days))).toList();
        List<String> models = usage.stream().map(Usage::model).distinct().sorted().toList();
        boolean priced = usage.stream().anyMatch(one -> one.cost() != null);
        List<StatsView.Chart> charts = new ArrayList<>();
        if (!usage.isEmpty()) {
            if (priced) {
                charts.add(chart(say.chartCost(), usage, models, StatsViews::cost, true));
            }
            charts.add(chart(say.chartTokens(), usage, models, StatsViews::tokens, false));
            charts.add(chart(say.chartCalls(), usage, models, Usage::calls, false));
            charts.add(chart(say.chartFailed(), usage, models, Usage::failed, false));
        }
        return new StatsView(
                chrome,
                SPANS.stream()
                        .map(span ->
                                new StatsView.Span(
                                        "/stats?days=" + span,
                                        say.lastDays(ui.number(span)),
                                        span == days))
                        .toList(),
                models.stream()
                        .map(model -> new StatsView.Model(model, pattern(models, model)))
                        .toList(),
                charts,
                usage.stream().map(this::row).toList(),
                agreements,
                findings.stream().map(this::finding).toList());
    }

    private StatsView.Finding finding(FindingCount count) {
        return new StatsView.Finding(
                count.check(),
                count.language().endonym(),
                ui.number(count.raised()),
                ui.number(count.dismissed()),
                ui.number(Math.round(100.0 * count.dismissed() / count.raised())) + " %");
    }

    private static double cost(Usage usage) {
        return usage.cost() == null ? 0 : usage.cost().doubleValue();
    }

    private static double tokens(Usage usage) {
        return usage.tokensIn() + usage.tokensOut();
    }

    private static int pattern(List<String> models, String model) {
        return Math.min(models.indexOf(model), PATTERNS - 1);
    }

    private StatsView.Chart chart(
            String title,
            List<Usage> usage,
            List<String> models,
            ToDoubleFunction<Usage> value,
            boolean money) {
        double top =
                IntStream.range(0, days)
                        .mapToDouble(day -> of(usage, day).stream().mapToDouble(value).sum())
                        .max()
                        .orElse(0);
        List<StatsView.Bar> bars = new ArrayList<>();
        List<StatsView.Tick> ticks = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            int x = day * STEP + (STEP - BAR) / 2;
            double y = HEIGHT;
            for (Usage one : of(usage, day)) {
                double height = top == 0 ? 0 : value.applyAsDouble(one) / top * HEIGHT;
                if (height > 0) {
                    y -= height;
                    bars.add(
                            new StatsView.Bar(
                                    pattern(models, one.model()),
                                    x,
                                    y,
                                    BAR,
                                    height,
                                    "%s, %s: %s"
                                            .formatted(
                                                    one.day(),
                                                    one.model(),
                                                    shown(value.applyAsDouble(one), money))));
                }
            }
            LocalDate date = date(day);
            if (day > 0 && date.getDayOfMonth() % (days > 30 ? 10 : days > 7 ? 5 : 1) == 0) {
                ticks.add(
                        new StatsView.Tick(
                                day * STEP + STEP / 2,
                                "%02d-%02d".formatted(date.getMonthValue(), date.getDayOfMonth())));
            }
        }
        double sum = usage.stream().mapToDouble(value).sum();
        return new StatsView.Chart(
                title,
                ui.work().chartLabel(title, ui.number(days), shown(sum, money)),
                shown(top, money),
                days * STEP,
                bars,
                ticks);
    }

    /// The first day is the oldest.
    private LocalDate date(int day) {
        return today.minusDays(days - 1L - day);
    }

    private List<Usage> of(List<Usage> usage, int day) {
        return usage.stream().filter(one -> one.day().equals(date(day))).toList();
    }

    private String shown(double value, boolean money) {
        return money ? BatchViews.money(BigDecimal.valueOf(value)) : ui.number(Math.round(value));
    }

    private StatsView.Row row(Usage usage) {
        return new StatsView.Row(
                usage.day().toString(),
                usage.model(),
                ui.number(usage.calls()),
                ui.number(usage.failed()),
                ui.number(usage.tokensIn()),
                ui.number(usage.tokensOut()),
                usage.cost() == null ? "–" : BatchViews.money(usage.cost()));
    }
}
