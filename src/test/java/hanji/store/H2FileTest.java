package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What can be wrong with the database file in the data folder.
@Timeout(60)
class H2FileTest {

    @TempDir Path folder;

    /// Opens a database in a process of its own and holds it until its input ends.
    public static void main(String[] url) throws SQLException, IOException {
        if (url[0].startsWith("jdbc:")) {
            try (Connection connection = DriverManager.getConnection(url[0], "sa", "")) {
                hold(connection.isValid(1));
            }
        } else {
            try (Database database = Database.open(DatabaseAddress.inFolder(Path.of(url[0])))) {
                insert(database, "theirs");
                hold(true);
            }
        }
    }

    private static void hold(boolean open) throws IOException {
        System.out.println(open ? "open" : "closed");
        System.out.flush();
        System.in.read();
    }

    private static void insert(Database database, String id) {
        database.<Integer>write(handle ->
                handle.execute(
                        "insert into digest (id, revision, name, entries, segments, imported_at)"
                                + " values (?, 1, 'a', 1, 1, current_timestamp)",
                        id));
    }

    private static List<String> ids(Database database) {
        return database.read(handle ->
                handle.createQuery("select id from digest order by id").mapTo(String.class).list());
    }

    private static Process other(String argument) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                H2FileTest.class.getName(),
                                argument)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("open");
        return process;
    }

    private static void end(Process process) throws Exception {
        process.outputWriter(StandardCharsets.UTF_8).close();
        process.waitFor();
    }

    private void assertSetUp(String sentence) {
        assertThatThrownBy(() -> Database.open(DatabaseAddress.inFolder(folder)))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The database jdbc:h2:file:" + folder.resolve("hanji") + " " + sentence);
    }

    @Test
    void change_waits_while_somebody_else_changes_the_same_row() throws Exception {
        try (Database database = Database.open(DatabaseAddress.inFolder(folder))) {
            insert(database, "ours");
            CountDownLatch held = new CountDownLatch(1);
            Thread slow =
                    Thread.startVirtualThread(() ->
                            database.write(handle -> {
                                int changed = rename(handle, "slow");
                                held.countDown();
                                // longer than H2 waits by itself
                                LockSupport.parkNanos(Duration.ofSeconds(3).toNanos());
                                return changed;
                            }));
            held.await();

            int changed = database.write(handle -> rename(handle, "quick"));

            slow.join();
            assertThat(changed).isEqualTo(1);
            assertThat(database.<List<String>>read(H2FileTest::names)).containsExactly("quick");
        }
    }

    private static int rename(Handle handle, String name) {
        return handle.execute("update digest set name = ? where id = 'ours'", name);
    }

    private static List<String> names(Handle handle) {
        return handle.createQuery("select name from digest").mapTo(String.class).list();
    }

    @Test
    void a_file_that_another_program_holds_is_said() throws Exception {
        Process process = other("jdbc:h2:file:" + folder.resolve("hanji"));
        try {
            assertSetUp(
                    "is held by another program: stop that one, or choose another folder with --data.");
        } finally {
            end(process);
        }
    }

    @Test
    void two_processes_use_one_folder_at_once() throws Exception {
        try (Database ours = Database.open(DatabaseAddress.inFolder(folder))) {
            insert(ours, "ours");
            Process process = other(folder.toString());
            try {
                assertThat(ids(ours)).containsExactly("ours", "theirs");
            } finally {
                end(process);
            }
            assertThat(ids(ours)).containsExactly("ours", "theirs");
        }
    }

    @Test
    void a_damaged_file_is_said() throws IOException {
        Files.writeString(folder.resolve("hanji.mv.db"), "not a database".repeat(1000));

        assertSetUp("is damaged or is not an H2 file: restore it from a backup.");
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("data"), "x");
        String sentence =
                "The data folder %s cannot be written: make it writable, free some space, or choose another with --data."
                        .formatted(file);

        assertThatThrownBy(() -> DataFolder.usable(file)).hasMessage(sentence);
        assertThatThrownBy(() -> DataFolder.claim(file)).hasMessage(sentence);
    }

    @Test
    void a_folder_is_claimed_once_at_a_time() {
        DataFolder first = DataFolder.claim(folder.resolve("new/data"));

        assertThatThrownBy(() -> DataFolder.claim(first.path()))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "Another Hanji server uses the data folder %s: stop it, or choose another with --data."
                                .formatted(first.path()));
        first.close();
        DataFolder.claim(first.path()).close();
    }
}
