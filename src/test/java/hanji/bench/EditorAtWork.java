package hanji.bench;

import hanji.segment.Language;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One editor: opens her bench, goes to a unit, writes, writes on, approves, reads the row again,
/// and goes to the next; all the while a batch tells her how far it is.
final class EditorAtWork {

    /// Between two requests, in milliseconds.
    static final int LEAST_THOUGHT = 300;

    static final int MOST_THOUGHT = 1_000;

    /// So often in a row somebody may be faster until she goes to another unit.
    private static final int TRIES = 5;

    private static final int UNITS_UNTIL_SHE_OPENS_THE_BENCH_AGAIN = 10;

    /// Where she works.
    ///
    /// @param units hers, or those where she meets others
    record Place(String digest, Language language, List<String> units, Way way) {}

    private final String name;
    private final EditorSession session;
    private final Place place;
    private final Tally tally;
    private final CountDownLatch over;
    private final SplittableRandom random;
    private int texts;

    /// @param session where she is signed in
    /// @param over when she goes home
    EditorAtWork(
            String name,
            EditorSession session,
            Place place,
            Tally tally,
            CountDownLatch over,
            long seed) {
        this.name = name;
        this.session = session;
        this.place = place;
        this.tally = tally;
        this.over = over;
        this.random = new SplittableRandom(seed);
    }

    /// @return whether she was let in
    boolean comes(String password) {
        try {
            session.login(name, password);
            return true;
        } catch (IOException | RuntimeException e) {
            tally.error("%s could not sign in: %s".formatted(name, e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    void work() {
        try {
            while (!thought()) {
                session.get(
                        "/digests/%s?lang=%s".formatted(place.digest(), place.language().tag()));
                for (int i = 0; i < UNITS_UNTIL_SHE_OPENS_THE_BENCH_AGAIN && !thought(); i++) {
                    unit(place.units().get(random.nextInt(place.units().size())));
                }
            }
        } catch (IOException | RuntimeException e) {
            tally.error("%s: %s".formatted(name, e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return whether it is time to go
    private boolean thought() throws InterruptedException {
        return over.await(random.nextInt(LEAST_THOUGHT, MOST_THOUGHT), TimeUnit.MILLISECONDS);
    }

    private void unit(String unit) throws IOException, InterruptedException {
        int version = place.way().read(session, unit);
        for (int tries = 0; tries < TRIES && !thought(); tries++) {
            Way.Came first = save(unit, version, text());
            version = first.version();
            if (first.came() != Save.Came.KEPT || thought()) {
                continue;
            }
            Way.Came second = save(unit, version, text());
            version = second.version();
            if (second.came() != Save.Came.KEPT || thought()) {
                continue;
            }
            if (save(unit, version, null).came() == Save.Came.KEPT) {
                break;
            }
            version = place.way().read(session, unit);
        }
        place.way().read(session, unit);
    }

    private Way.Came save(String unit, int version, @Nullable String text)
            throws IOException, InterruptedException {
        Way.Came came = place.way().decide(session, unit, version, text);
        tally.add(
                new Save(
                        unit,
                        name,
                        version,
                        text,
                        came.came(),
                        came.answer().sent(),
                        came.answer().answered()));
        if (came.came() == Save.Came.ERROR) {
            tally.error(
                    "%s, %s over %d: %d %s"
                            .formatted(
                                    name,
                                    unit,
                                    version,
                                    came.answer().status(),
                                    EditorSession.start(came.answer().body())));
        }
        return came;
    }

    /// Nobody ever writes the same text twice.
    private String text() {
        texts++;
        return "Sentence %d of %s, who weighs each word and leaves %d of 128 tokens as they are."
                .formatted(texts, name, random.nextInt(100));
    }

    /// Listens until the editors have gone and the line is cut.
    void listen(String batch) {
        try (Stream<String> lines = session.events("/api/v1/batches/" + batch + "/events")) {
            lines.filter(line -> line.startsWith("event:")).forEach(_ -> tally.event());
            ended("the server ended them");
        } catch (IOException | RuntimeException e) {
            ended(e.toString());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void ended(String how) {
        if (over.getCount() > 0) {
            tally.error("%s lost the events of the batch: %s".formatted(name, how));
        }
    }
}
