package hanji.web;

import hanji.draft.Usage;
import hanji.review.Worked;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Draws what was done and spent.
record StatsViews(Ui ui, LocalDate today, int days, StatsGroup group) {

    static final List<Integer> SPANS = List.of(7, 30, 90);

    /// Strokes that can be told apart without colour; what is left shares the last.
    private static final int STROKES = 5;

    private static final String OTHERS = "\0others";

    private record Spoken(String check, String language) {}

    LocalDate from() {
        return today.minusDays(days - 1L);
    }

    StatsView view(
            Chrome chrome,
            String at,
            List<Worked> worked,
            List<Usage> usage,
            List<AgreementRow> agreements) {
        Map<String, SortedMap<LocalDate, StatsDay>> all = lines(worked, usage);
        List<String> names = all.keySet().stream().sorted(this::ranked).toList();
        List<StatsView.Line> lines = new ArrayList<>();
        for (String name : names) {
            lines.add(new StatsView.Line(named(name), lines.size()));
        }
        List<StatsView.Chart> charts = new ArrayList<>();
        for (StatsMeasure measure : StatsMeasure.values()) {
            StatsView.Chart chart = chart(measure, names, lines, all);
            if (chart != null) {
                charts.add(chart);
            }
        }
        return new StatsView(
                chrome,
                SPANS.stream()
                        .map(span ->
                                choice(
                                        span,
                                        group,
                                        ui.work().lastDays(ui.number(span)),
                                        span == days))
                        .toList(),
                Arrays.stream(StatsGroup.values())
                        .map(one -> choice(days, one, word(one), one == group))
                        .toList(),
                at,
                lines,
                charts,
                agreements,
                findings(worked));
    }

    private static StatsView.Choice choice(
            int days, StatsGroup group, String name, boolean chosen) {
        return new StatsView.Choice(
                "/stats?days=%d&by=%s".formatted(days, group.wire()), name, chosen);
    }

    private String word(StatsGroup group) {
        return switch (group) {
            case LANGUAGE -> ui.stats().byLanguage();
            case MODEL -> ui.stats().byModel();
            case PROMPT -> ui.stats().byPrompt();
        };
    }

    private String named(String line) {
        return line.isEmpty()
                ? ui.stats().byHand()
                : line.equals(OTHERS) ? ui.stats().others() : line;
    }

    private int ranked(String a, String b) {
        return Comparator.<String>comparingInt(
                        name -> name.equals(OTHERS) ? 2 : name.isEmpty() ? 1 : 0)
                .thenComparing(Comparator.naturalOrder())
                .compare(a, b);
    }

    /// Of models the calls are counted where they were made; languages and prompts are known of
    /// texts alone.
    private Map<String, SortedMap<LocalDate, StatsDay>> lines(
            List<Worked> worked, List<Usage> usage) {
        Map<String, SortedMap<LocalDate, StatsDay>> all = new TreeMap<>();
        for (Worked one : worked) {
            StatsDay day = StatsDay.of(one);
            add(all, group.line(one), one.day(), group == StatsGroup.MODEL ? day.uncalled() : day);
        }
        if (group == StatsGroup.MODEL) {
            usage.stream()
                    .filter(one -> !one.day().isBefore(from()))
                    .forEach(one -> add(all, one.model(), one.day(), StatsDay.of(one)));
        }
        all.values().removeIf(line -> sum(line).weight() == 0 && !line.isEmpty());
        if (all.size() <= STROKES) {
            return all;
        }
        List<String> least =
                all.entrySet().stream()
                        .sorted(Comparator.comparingLong(entry -> sum(entry.getValue()).weight()))
                        .map(Map.Entry::getKey)
                        .limit(all.size() - STROKES + 1L)
                        .toList();
        for (String line : least) {
            all.remove(line).forEach((day, sum) -> add(all, OTHERS, day, sum));
        }
        return all;
    }

    private static void add(
            Map<String, SortedMap<LocalDate, StatsDay>> all,
            String line,
            LocalDate day,
            StatsDay sum) {
        all.computeIfAbsent(line, _ -> new TreeMap<>()).merge(day, sum, StatsDay::plus);
    }

    private static StatsDay sum(SortedMap<LocalDate, StatsDay> line) {
        return line.values().stream().reduce(StatsDay.NOTHING, StatsDay::plus);
    }

    /// Null for one without any value.
    private StatsView.@Nullable Chart chart(
            StatsMeasure measure,
            List<String> names,
            List<StatsView.Line> lines,
            Map<String, SortedMap<LocalDate, StatsDay>> all) {
        List<StatsView.Row> rows = new ArrayList<>();
        for (LocalDate day = from(); !day.isAfter(today); day = day.plusDays(1)) {
            LocalDate here = day;
            List<OptionalDouble> values =
                    names.stream()
                            .map(name ->
                                    measure.of(all.get(name).getOrDefault(here, StatsDay.NOTHING)))
                            .toList();
            if (values.stream().anyMatch(OptionalDouble::isPresent)) {
                rows.add(
                        new StatsView.Row(
                                day.toString(),
                                ui.day(day),
                                values.stream().map(value -> cell(measure, value)).toList()));
            }
        }
        StatsDay whole =
                names.stream()
                        .map(name -> sum(all.get(name)))
                        .reduce(StatsDay.NOTHING, StatsDay::plus);
        OptionalDouble total = measure.of(whole);
        if (rows.isEmpty() || total.isEmpty()) {
            return null;
        }
        String sum = measure.shown(ui, total.getAsDouble());
        return new StatsView.Chart(
                measure.name().toLowerCase(Locale.ROOT),
                measure.kind,
                measure.rate(),
                measure.title(ui.stats()),
                measure.how(ui.stats(), group),
                measure == StatsMeasure.TIME
                        ? ui.stats()
                                .measured(
                                        sum,
                                        ui.number(whole.tally().measured()),
                                        ui.number(whole.tally().timed()))
                        : measure.rate() ? ui.stats().mean(sum) : ui.stats().total(sum),
                from().toString(),
                today.toString(),
                lines,
                rows);
    }

    private StatsView.Cell cell(StatsMeasure measure, OptionalDouble value) {
        return value.isEmpty()
                ? new StatsView.Cell("", measure.rate() ? "–" : measure.shown(ui, 0))
                : new StatsView.Cell(
                        String.valueOf(value.getAsDouble()),
                        measure.shown(ui, value.getAsDouble()));
    }

    /// The most dismissed first.
    private List<StatsView.Finding> findings(List<Worked> worked) {
        Map<Spoken, int[]> counts =
                new TreeMap<>(Comparator.comparing(Spoken::check).thenComparing(Spoken::language));
        for (Worked one : worked) {
            String language = one.language().endonym();
            one.raised()
                    .forEach((check, n) ->
                            counts.computeIfAbsent(new Spoken(check, language), _ -> new int[2])[
                                            0] +=
                                    n);
            one.dismissed()
                    .forEach((check, n) ->
                            counts.computeIfAbsent(new Spoken(check, language), _ -> new int[2])[
                                            1] +=
                                    n);
        }
        return counts.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<Spoken, int[]>>comparingInt(
                                        entry -> entry.getValue()[1])
                                .thenComparingInt(entry -> entry.getValue()[0])
                                .reversed())
                .map(entry -> finding(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private StatsView.Finding finding(Spoken spoken, int raised, int dismissed) {
        return new StatsView.Finding(
                spoken.check(),
                spoken.language(),
                ui.number(raised),
                ui.number(dismissed),
                raised == 0 ? "–" : ui.percent((double) dismissed / raised, 0));
    }
}
