package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import hanji.testing.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What transactions promise, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(30)
class DatabaseTest {

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase test;
    private Database database;

    DatabaseTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void database() {
        test = TestDatabase.of(kind);
        database = test.database();
    }

    private void insert(String id) {
        database.<Integer>write(handle -> handle.execute(sql(id)));
    }

    private static String sql(String id) {
        return "insert into digest (id, revision, name, entries, segments, imported_at)"
                + " values ('%s', 1, 'a', 1, 1, current_timestamp)".formatted(id);
    }

    private int count() {
        return database.read(handle ->
                handle.createQuery("select count(*) from digest").mapTo(Integer.class).one());
    }

    @Test
    void a_change_that_fails_leaves_nothing() {
        assertThatThrownBy(() ->
                        database.<Integer>write(handle -> {
                            handle.execute(sql("a"));
                            throw Problem.conflict("No.");
                        }))
                .isInstanceOf(Problem.class)
                .hasMessage("No.");
        assertThatThrownBy(() ->
                        database.<Integer>write(handle -> {
                            handle.execute(sql("a"));
                            return handle.execute(sql("a"));
                        }))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The database refused the change, and nothing of it was saved. Hanji's log says why.");
        assertThat(count()).isZero();
    }

    @Test
    void a_reader_sees_one_state() throws Exception {
        insert("a");
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch written = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var reader =
                    threads.submit(() ->
                            database.<Boolean>read(handle -> {
                                int first =
                                        handle.select("select id from digest")
                                                .mapToMap()
                                                .list()
                                                .size();
                                read.countDown();
                                await(written);
                                return first
                                        == handle.select("select id from digest")
                                                .mapToMap()
                                                .list()
                                                .size();
                            }));
            read.await();
            insert("b");
            written.countDown();

            assertThat(reader.get()).isTrue();
        }
        assertThat(count()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void opening_again_keeps_everything() {
        insert("a");

        database = test.reopen();

        assertThat(count()).isEqualTo(1);
    }

    @Test
    void a_closed_database_says_so() {
        test.close();

        assertThatThrownBy(this::count).isInstanceOf(Problem.class);
    }
}
