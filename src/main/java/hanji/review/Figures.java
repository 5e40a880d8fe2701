package hanji.review;

import hanji.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What was drafted and decided, by day. Events are only ever added, so that a day that is over is
/// read once and kept. Today and yesterday (another server's clock may be behind) are read again as
/// soon as that takes a twentieth of the time at most. One reader reads, others wait for what it
/// brings.
public final class Figures {

    private static final int SHARE = 20;

    /// Days that are kept; older ones are not asked for.
    private static final int KEPT = 100;

    private final Database database;
    private final Clock clock;
    private final TreeMap<LocalDate, List<Worked>> over = new TreeMap<>();
    private List<Worked> recent = List.of();
    private Instant asOf = Instant.MIN;
    private Instant due = Instant.MIN;

    public Figures(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The days from this one to today, the oldest first.
    ///
    /// @param from at most some three months ago
    public synchronized List<Worked> since(LocalDate from) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        LocalDate open = today.minusDays(1);
        over.headMap(today.minusDays(KEPT)).clear();
        LocalDate missing =
                from.isBefore(open)
                        ? from.datesUntil(open)
                                .filter(day -> !over.containsKey(day))
                                .findFirst()
                                .orElse(open)
                        : open;
        if (missing.isBefore(open) || !now.isBefore(due)) {
            read(missing, open, today);
            asOf = now;
            Instant done = clock.instant();
            due = done.plus(Duration.between(now, done).multipliedBy(SHARE));
        }
        List<Worked> all = new ArrayList<>();
        over.tailMap(from).values().forEach(all::addAll);
        // read before midnight, they may hold a day that is over now
        recent.stream()
                .filter(one -> !one.day().isBefore(from) && !one.day().isBefore(open))
                .forEach(all::add);
        return all;
    }

    private void read(LocalDate from, LocalDate open, LocalDate today) {
        List<Worked> read =
                database.read(handle -> new FigureStore(handle).between(from, today.plusDays(1)));
        recent = new ArrayList<>();
        from.datesUntil(open).forEach(day -> over.put(day, new ArrayList<>()));
        for (Worked one : read) {
            over.getOrDefault(one.day(), recent).add(one);
        }
    }

    /// When the latest figures were read; the beginning of time before they were.
    public synchronized Instant asOf() {
        return asOf;
    }
}
