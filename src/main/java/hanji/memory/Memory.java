package hanji.memory;

import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.store.Database;
import hanji.store.Following;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.AlreadyClosedException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// What editors approved, to be used again. The database is the memory; the index beside it follows
/// within about two seconds, on every server that works on the database, and is made again when it
/// is missing, damaged, or does not belong to this database.
public final class Memory implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Memory.class);

    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    /// What other servers' clocks and long transactions hid is found at the latest then.
    private static final long COMPARE_NANOS = TimeUnit.MINUTES.toNanos(10);

    /// Events are written down some time before others can see them, and clocks differ.
    private static final Duration OVERLAP = Duration.ofSeconds(60);

    private final PairStore store;
    private final Clock clock;
    private final @Nullable Path folder;
    private final Following following =
            new Following("translation memory", this::catchUp, this::abandon);

    private volatile @Nullable MemoryIndex index;
    private volatile boolean ready;
    private Map<String, String> stamps = new HashMap<>();
    private Instant looked = Instant.EPOCH;
    private long committed;
    private long compared;

    /// @param folder for the index; null to keep it in memory
    public Memory(Database database, Clock clock, @Nullable Path folder) {
        this.store = new PairStore(database);
        this.clock = clock;
        this.folder = folder;
    }

    /// Opens the index, makes what is missing of it, and follows the database from then on. Returns
    /// at once.
    public void start() {
        following.start();
    }

    /// Does by now what the background does in its time.
    public synchronized void catchUp() throws IOException {
        MemoryIndex open = index;
        if (open == null) {
            open = MemoryIndex.open(folder);
            index = open;
            ready = false;
        }
        if (!ready || System.nanoTime() - compared > COMPARE_NANOS) {
            compare(open);
            commit(open);
            compared = System.nanoTime();
            ready = true;
        } else {
            follow(open);
        }
        if (System.nanoTime() - committed > COMMIT_NANOS) {
            commit(open);
        }
    }

    /// All of the index with all of the database.
    private void compare(MemoryIndex open) throws IOException {
        looked = clock.instant();
        open.refresh();
        stamps = open.stamps();
        Map<String, String> there = store.stamps();
        Set<String> other = new HashSet<>(stamps.keySet());
        other.removeAll(there.keySet());
        there.forEach((digest, stamp) -> {
            if (!stamp.equals(stamps.get(digest))) {
                other.add(digest);
            }
        });
        bring(open, other);
    }

    /// What happened since it last looked.
    private void follow(MemoryIndex open) throws IOException {
        // before anything is read: what happens from here on is seen the next time
        Instant now = clock.instant();
        bring(open, store.since(looked.minus(OVERLAP)));
        looked = now;
    }

    private void bring(MemoryIndex open, Set<String> digests) throws IOException {
        boolean changed = false;
        for (String key : digests) {
            if (following.stopping()) {
                throw new AlreadyClosedException("closing");
            }
            PairStore.Digest digest = store.digest(key, stamps.get(key));
            switch (digest) {
                case PairStore.Same _ -> {}
                case PairStore.Gone _ -> {
                    open.remove(key);
                    stamps.remove(key);
                    changed = true;
                }
                case PairStore.Changed now -> {
                    open.replace(key, now.stamp(), now.pairs());
                    stamps.put(key, now.stamp());
                    changed = true;
                }
            }
        }
        if (changed) {
            open.refresh();
        }
    }

    private void commit(MemoryIndex open) throws IOException {
        open.commit();
        committed = System.nanoTime();
    }

    private synchronized void abandon() {
        MemoryIndex open = index;
        index = null;
        ready = false;
        if (open != null) {
            open.abandon();
        }
    }

    /// Whether all is there that the database held a few seconds ago.
    public boolean ready() {
        return ready;
    }

    /// At most five pairs for a source, the best first; see [MemoryIndex#matches].
    public List<MemoryMatch> matches(MemoryQuery query) {
        return asked(List.of(), open -> open.matches(query, clock.instant()));
    }

    /// For each source the best pair that can stand for it as it is; sources without one are left
    /// out. Meant for thousands at once.
    public Map<MemoryQuery, MemoryMatch> whole(Collection<MemoryQuery> queries) {
        return queries.isEmpty()
                ? Map.of()
                : asked(Map.of(), open -> open.whole(queries, clock.instant()));
    }

    /// What is approved of a unit for a source, as the database has it at this moment.
    ///
    /// @param digest the unit's
    public Optional<MemoryPair> pair(String digest, UnitId unit, String source) {
        String plain = Plain.of(source);
        return store.digest(digest, null) instanceof PairStore.Changed now
                ? now.pairs().stream()
                        .filter(pair -> pair.unit().equals(unit))
                        .filter(pair -> Plain.of(pair.source()).equals(plain))
                        .findFirst()
                : Optional.empty();
    }

    /// A pair as the match that it is for the same source elsewhere.
    public MemoryMatch same(MemoryPair pair, MemoryQuery query) {
        return MemoryMatch.same(pair, query, clock.instant());
    }

    /// Takes in at once what was approved in the last moments, for somebody who goes on with it;
    /// leaves it to the background while that has much to do, or when it fails.
    public void hurry() {
        if (ready && !following.stopping()) {
            try {
                catchUp();
            } catch (IOException | AlreadyClosedException e) {
                LOG.debug("The translation memory did not catch up.", e);
            }
        }
    }

    public Concordance.Found find(Concordance concordance) {
        return asked(new Concordance.Found(List.of(), false), open -> open.find(concordance));
    }

    private interface Question<T> {
        T of(MemoryIndex open) throws IOException;
    }

    private <T> T asked(T nothing, Question<T> question) {
        MemoryIndex open = index;
        if (open == null) {
            return nothing;
        }
        try {
            return question.of(open);
        } catch (AlreadyClosedException e) {
            return nothing;
        } catch (CorruptIndexException e) {
            following.giveUp();
            return nothing;
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.STORAGE,
                            "The translation memory cannot be read: try again soon.")
                    .causedBy(e);
        }
    }

    /// What is not committed yet is made again at the next start.
    @Override
    public void close() {
        if (!following.stop()) {
            return;
        }
        MemoryIndex open = index;
        index = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            LOG.warn("The memory's index was not closed well; it is checked at the next start.", e);
        }
    }
}
