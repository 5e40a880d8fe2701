package hanji.batch;

import hanji.account.Editor;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import hanji.segment.UnitId;
import hanji.workbench.Workbench;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Asks again for single units in the background: whoever asked may close the page, the answer is
/// kept all the same. Lives in this process only.
public final class Redos implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Redos.class);

    /// How long the end of a redo is told to those who lost the line meanwhile. The unit itself
    /// says how it stands for ever.
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /// How long the end of the program waits for answers that are being paid for.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Workbench workbench;
    private final Duration remembered;
    private final Map<UnitId, Redo> redos = new ConcurrentHashMap<>();
    private final Set<Thread> working = ConcurrentHashMap.newKeySet();

    public Redos(Workbench workbench) {
        this(workbench, REMEMBERED);
    }

    Redos(Workbench workbench, Duration remembered) {
        this.workbench = workbench;
        this.remembered = remembered;
    }

    /// Starts a redo as [Workbench#redo] has it; one of the same unit that is under way is returned
    /// instead.
    ///
    /// @param by who asks, and can take it back
    /// @throws Problem (not found) for an unknown unit; whatever else is wrong is how the redo ends
    public Redo start(
            UnitId id, @Nullable String instruction, @Nullable String modelId, Editor by) {
        workbench.unit(id);
        synchronized (this) {
            forget();
            Redo known = redos.get(id);
            if (known != null && known.underWay()) {
                return known;
            }
            Redo redo = new Redo(by);
            redos.put(id, redo);
            Thread thread =
                    Thread.ofVirtual()
                            .name("redo-" + id)
                            .unstarted(() -> work(redo, id, instruction, modelId));
            working.add(thread);
            thread.start();
            return redo;
        }
    }

    private void work(Redo redo, UnitId id, @Nullable String instruction, @Nullable String model) {
        Redo.State end = new Redo.State.Failed(Sentence.of("Hanji failed; its log says where."));
        try {
            end =
                    new Redo.State.Done(
                            workbench.redo(id, instruction, model, redo.by(), redo::grow));
        } catch (Problem problem) {
            end = new Redo.State.Failed(problem.said());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The redo of %s failed", id);
        } finally {
            redo.end(end);
            working.remove(Thread.currentThread());
        }
    }

    /// A redo that is under way, or ended within the last minute.
    public Optional<Redo> find(UnitId id) {
        forget();
        return Optional.ofNullable(redos.get(id));
    }

    /// The texts so far of all that are under way.
    public Map<UnitId, String> growing() {
        Map<UnitId, String> growing = new HashMap<>();
        redos.forEach((id, redo) -> {
            if (redo.now() instanceof Redo.State.Growing now) {
                growing.put(id, now.text());
            }
        });
        return growing;
    }

    private void forget() {
        redos.values().removeIf(redo -> redo.over(remembered));
    }

    /// Waits for the answers in flight: they are paid for.
    @Override
    public void close() {
        Instant end = Instant.now().plus(LAST_ANSWERS);
        for (Thread thread : working) {
            try {
                thread.join(Duration.between(Instant.now(), end));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
