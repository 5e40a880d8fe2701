package hanji.review;

import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.Provenance;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/// Adds up events of some days: one pass over what machines wrote, one over what editors decided.
final class FigureStore {

    /// An editor who does nothing for longer is taken to do something else.
    private static final Duration PAUSE = Duration.ofMinutes(5);

    /// Stands where a model would.
    private static final String MEMORY = "memory";

    private static final int ROWS = 1_000;

    private static final Rows READ = new Rows();

    private record Key(LocalDate day, Language language, String model, String prompt) {}

    private static final class Sum {
        private Tally tally = Tally.NOTHING;
        private final Map<String, Integer> raised = new TreeMap<>();
        private final Map<String, Integer> dismissed = new TreeMap<>();

        private void raise(List<String> checks) {
            checks.forEach(check -> raised.merge(check, 1, Integer::sum));
        }
    }

    private record Decision(
            String unit,
            Act act,
            String actor,
            @Nullable String reason,
            Instant at,
            Language language,
            int number) {}

    /// @param checks that found something, one for each finding
    private record Text(int number, String text, Provenance provenance, List<String> checks) {}

    private final Handle handle;
    private final Map<Key, Sum> sums = new HashMap<>();
    private String lastJson = "";
    private @Nullable Provenance last;

    FigureStore(Handle handle) {
        this.handle = handle;
    }

    /// @param to exclusive
    List<Worked> between(LocalDate from, LocalDate to) {
        machines(from, to);
        decisions(from, to);
        return sums.entrySet().stream()
                .map(entry ->
                        new Worked(
                                entry.getKey().day(),
                                entry.getKey().language(),
                                entry.getKey().model(),
                                entry.getKey().prompt(),
                                entry.getValue().tally,
                                entry.getValue().raised,
                                entry.getValue().dismissed))
                .sorted(
                        Comparator.comparing(Worked::day)
                                .thenComparing(Worked::language)
                                .thenComparing(Worked::model)
                                .thenComparing(Worked::prompt))
                .toList();
    }

    private Query query(String sql, LocalDate from, LocalDate to) {
        return handle.createQuery(sql)
                .setFetchSize(ROWS)
                .bind("from", from.atStartOfDay().atOffset(ZoneOffset.UTC))
                .bind("to", to.atStartOfDay().atOffset(ZoneOffset.UTC));
    }

    private void machines(LocalDate from, LocalDate to) {
        Set<String> paid = new HashSet<>();
        query(
                        "select e.at, u.lang, t.provenance, t.findings from event e"
                                + " join unit u on u.id = e.unit join target t on t.unit = e.unit"
                                + " and t.number = case when e.event = 'proposed' then e.proposal else e.target end"
                                + " where e.at >= :from and e.at < :to and e.event in ('drafted', 'from-memory', 'repaired', 'proposed')",
                        from,
                        to)
                .map((row, _) -> {
                    arrived(row, paid);
                    return 1;
                })
                .forEach(_ -> {});
    }

    private void arrived(ResultSet row, Set<String> paid) throws SQLException {
        Provenance provenance = provenance(row.getString("provenance"));
        Sum sum = sum(day(at(row)), Language.of(row.getString("lang")), provenance);
        List<String> checks = checks(row.getString("findings"));
        sum.raise(checks);
        sum.tally = sum.tally.plus(Tally.drafted(checks.size()));
        if (provenance instanceof Provenance.Machine machine
                && !machine.cached()
                && !machine.recorded()
                && paid.add(machine.request() + machine.at())) {
            BigDecimal cost = machine.cost();
            sum.tally =
                    sum.tally.plus(
                            Tally.calls(
                                    1,
                                    (long) machine.tokensIn() + machine.tokensOut(),
                                    cost == null ? 0 : cost.doubleValue(),
                                    cost != null));
        }
    }

    /// Of each finding that an editor should look at.
    private static List<String> checks(String findings) throws SQLException {
        return findings.equals("[]")
                ? List.of()
                : READ.report(findings).findings().stream()
                        .filter(finding -> finding.severity().atLeast(Severity.MINOR))
                        .map(QaFinding::check)
                        .toList();
    }

    private void decisions(LocalDate from, LocalDate to) {
        List<Decision> decisions =
                query(
                                "select e.unit, e.event, e.actor, e.reason, e.at, e.target, u.lang"
                                        + " from event e join unit u on u.id = e.unit"
                                        + " where e.at >= :from and e.at < :to and e.target is not null"
                                        + " and e.event in ('edited', 'approved', 'rejected', 'dismissed')"
                                        + " order by e.actor, e.at, e.unit, e.version",
                                from,
                                to)
                        .map((row, _) ->
                                new Decision(
                                        row.getString("unit"),
                                        READ.act(row.getString("event")),
                                        row.getString("actor"),
                                        row.getString("reason"),
                                        at(row),
                                        Language.of(row.getString("lang")),
                                        row.getInt("target")))
                        .list();
        for (int i = 0; i < decisions.size(); i += ROWS) {
            List<Decision> some = decisions.subList(i, Math.min(decisions.size(), i + ROWS));
            Map<String, List<Text>> texts = texts(some.stream().map(Decision::unit).distinct());
            for (int j = 0; j < some.size(); j++) {
                int here = i + j;
                decided(
                        some.get(j),
                        here == 0 ? null : decisions.get(here - 1),
                        texts.getOrDefault(some.get(j).unit(), List.of()));
            }
        }
    }

    private Map<String, List<Text>> texts(Stream<String> units) {
        Map<String, List<Text>> texts = new HashMap<>();
        handle.createQuery(
                        "select unit, number, text, provenance, findings from target where unit in (<units>) order by number")
                .bindList("units", units.toList())
                .map((row, _) ->
                        texts.computeIfAbsent(row.getString("unit"), _ -> new ArrayList<>())
                                .add(
                                        new Text(
                                                row.getInt("number"),
                                                row.getString("text"),
                                                provenance(row.getString("provenance")),
                                                checks(row.getString("findings")))))
                .forEach(_ -> {});
        return texts;
    }

    /// @param before what some editor did before, perhaps this one
    private void decided(Decision decision, @Nullable Decision before, List<Text> texts) {
        Text stood = null;
        Text machine = null;
        for (Text text : texts) {
            if (text.number() <= decision.number()) {
                stood = text.number() == decision.number() ? text : stood;
                machine = text.provenance() instanceof Provenance.Human ? machine : text;
            }
        }
        if (stood == null) {
            return;
        }
        Text source = machine == null ? stood : machine;
        Sum sum = sum(day(decision.at()), decision.language(), source.provenance());
        sum.tally = sum.tally.plus(time(decision, before)).plus(done(decision, stood, machine));
        if (decision.act() == Act.DISMISSED && decision.reason() != null) {
            // written as the check, a colon and the reason
            sum.dismissed.merge(decision.reason().split(":", 2)[0], 1, Integer::sum);
        } else if (decision.act() == Act.EDITED) {
            sum.raise(stood.checks());
        }
    }

    private static Tally done(Decision decision, Text stood, @Nullable Text machine) {
        return switch (decision.act()) {
            case APPROVED ->
                    machine == null
                            ? Tally.approval(0, 0, true)
                            : Tally.approval(
                                    EditDistance.between(machine.text(), stood.text()),
                                    stood.text().codePointCount(0, stood.text().length()),
                                    !machine.text().equals(stood.text()));
            case REJECTED -> Tally.rejection();
            case DISMISSED -> Tally.dismissal();
            case EDITED,
                    DRAFTED,
                    FROM_MEMORY,
                    REPAIRED,
                    REPAIR_DROPPED,
                    PROPOSED,
                    FAILED,
                    PROPOSAL_TAKEN,
                    PROPOSAL_DROPPED,
                    RESTORED,
                    SOURCE_CHANGED,
                    UNDONE,
                    PUBLISHED,
                    COMMENTED,
                    COMMENT_RESOLVED,
                    COMMENT_REMOVED,
                    WITHDRAWN ->
                    Tally.NOTHING;
        };
    }

    /// From an editor's decision before to this one; what she does to one unit in a row counts as
    /// one unit.
    private static Tally time(Decision decision, @Nullable Decision before) {
        if (before == null || !before.actor().equals(decision.actor())) {
            return Tally.NOTHING;
        }
        Duration gap = Duration.between(before.at(), decision.at());
        return gap.compareTo(PAUSE) > 0
                ? Tally.NOTHING
                : Tally.time(before.unit().equals(decision.unit()) ? 0 : 1, gap.toMillis());
    }

    private Sum sum(LocalDate day, Language language, Provenance provenance) {
        Key key =
                switch (provenance) {
                    case Provenance.Machine machine ->
                            new Key(day, language, machine.model(), machine.prompt());
                    case Provenance.Memory _ -> new Key(day, language, MEMORY, "");
                    case Provenance.Human _ -> new Key(day, language, "", "");
                };
        return sums.computeIfAbsent(key, _ -> new Sum());
    }

    /// Texts of one request have the same, one after the other.
    private Provenance provenance(String json) throws SQLException {
        if (last == null || !json.equals(lastJson)) {
            last = READ.provenance(json);
            lastJson = json;
        }
        return last;
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
