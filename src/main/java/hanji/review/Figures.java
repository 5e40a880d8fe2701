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
    private Instant due = Instant.MIN;
    private Instant asOf = Instant.MIN;

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
        if (!now.isBefore(due)) {
            recent = read(open, today.plusDays(1));
            asOf = now;
            Instant done = clock.instant();
            due = done.plus(Duration.between(now, done).multipliedBy(SHARE));
        }
        keep(from, open);
        List<Worked> all = new ArrayList<>();
        over.tailMap(from).values().forEach(all::addAll);
        // read before midnight, it may hold a day that is over now
        recent.stream()
                .filter(one -> !one.day().isBefore(from) && !one.day().isBefore(open))
                .forEach(all::add);
        return all;
    }

    /// When the latest figures were read; the beginning of time before they were.
    public synchronized Instant asOf() {
        return asOf;
    }

    private void keep(LocalDate from, LocalDate open) {
        List<LocalDate> missing =
                from.isBefore(open)
                        ? from.datesUntil(open).filter(day -> !over.containsKey(day)).toList()
                        : List.of();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(day -> over.put(day, new ArrayList<>()));
        for (Worked one : read(missing.getFirst(), missing.getLast().plusDays(1))) {
            if (missing.contains(one.day())) {
                over.get(one.day()).add(one);
            }
        }
    }

    private List<Worked> read(LocalDate from, LocalDate to) {
        return database.read(handle -> new FigureStore(handle).between(from, to));
    }
}
