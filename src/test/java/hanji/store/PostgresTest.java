package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import hanji.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What can be wrong with a PostgreSQL server.
@Timeout(30)
class PostgresTest {

    private static void assertSetUp(DatabaseAddress address, String sentence) {
        assertThatThrownBy(() -> Database.open(address))
                .isInstanceOf(Problem.class)
                .hasMessage(sentence.replace("URL", address.shown()))
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Problem.Kind.SETUP);
    }

    private static DatabaseAddress address() {
        try (TestDatabase test = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            return test.address();
        }
    }

    @Test
    void a_database_that_is_missing_is_said() {
        DatabaseAddress there = address();
        assertSetUp(
                DatabaseAddress.of(
                        there.url().replaceFirst("/[^/]*$", "/none"), "postgres", "postgres"),
                "The database URL does not exist: create it first, for example with createdb.");
    }

    @Test
    void a_role_that_is_missing_is_said() {
        DatabaseAddress there = address();
        assertSetUp(
                DatabaseAddress.of(there.shown(), "nobody-of-this-name", "x"),
                "The database URL refuses the user or password: set hanji.db.user and hanji.db.password.");
    }

    @Test
    void a_server_that_is_not_there_is_said() {
        assertThatThrownBy(() ->
                        Database.open(
                                DatabaseAddress.of("jdbc:postgresql://127.0.0.1:1/db", "a", "b")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "The database jdbc:postgresql://127.0.0.1:1/db cannot be reached: check that it runs and that the address in --db is right (");
    }

    @Test
    void a_host_without_an_address_is_said() {
        assertThatThrownBy(() ->
                        Database.open(
                                DatabaseAddress.of(
                                        "jdbc:postgresql://no-such-host.invalid/db", "a", "b")))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith(
                        "The database jdbc:postgresql://no-such-host.invalid/db cannot be reached");
    }

    @Test
    void connections_that_were_cut_are_replaced() {
        try (TestDatabase test = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            assertThat(test.counts()).containsEntry("digest", 0L);

            TestDatabase.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'"
                            .formatted(test.address().shown().replaceFirst(".*/", "")));

            assertThat(test.counts()).containsEntry("digest", 0L);
        }
    }
}
