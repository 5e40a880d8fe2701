package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Backups of each database, restored into both.
@ParameterizedClass
@EnumSource
@Timeout(120)
class BackupTest {

    private final TestDatabase.Kind kind;
    @TempDir Path folder;
    @AutoClose private TestDatabase from;
    @AutoClose private TestDatabase other;

    BackupTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void databases() {
        from = TestDatabase.of(kind);
        other =
                TestDatabase.of(
                        kind == TestDatabase.Kind.H2
                                ? TestDatabase.Kind.POSTGRESQL
                                : TestDatabase.Kind.H2);
        Rows.everywhere(from.database());
    }

    private Path backup(TestDatabase database, String name) {
        Path file = folder.resolve(name);
        Backup.take(database.address(), file, false);
        return file;
    }

    /// The rows of each table, in no order: databases sort texts differently.
    private static Map<String, List<String>> rows(Path backup) throws IOException {
        Map<String, List<String>> rows = new TreeMap<>();
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".jsonl")) {
                    String all =
                            new String(
                                    zip.getInputStream(entry).readAllBytes(),
                                    StandardCharsets.UTF_8);
                    rows.put(entry.getName(), all.lines().sorted().toList());
                }
            }
        }
        return rows;
    }

    @Test
    void every_row_goes_to_the_other_database_and_back() throws IOException {
        Path first = backup(from, "first.zip");
        BackupSummary restored = Restore.of(first, other.address(), false);
        Path second = backup(other, "second.zip");
        try (TestDatabase again = TestDatabase.of(kind)) {
            Restore.of(second, again.address(), false);
            Path third = backup(again, "third.zip");

            assertThat(rows(first)).allSatisfy((_, rows) -> assertThat(rows).isNotEmpty());
            assertThat(rows(second)).isEqualTo(rows(first));
            assertThat(rows(third)).isEqualTo(rows(first));
            assertThat(restored.rows())
                    .isEqualTo(rows(first).values().stream().mapToLong(List::size).sum());
        }
    }

    @Test
    void one_row_in_the_file_has_every_value_whole() throws IOException {
        assertThat(rows(backup(from, "a.zip")).get("model_call.jsonl"))
                .contains(
                        "{\"id\":41,\"at\":\"2026-03-02T08:15:30.123Z\",\"model\":\"mini\",\"model_name\":\"m\","
                                + "\"request\":\"%s\",\"outcome\":\"ok\",\"tokens_in\":7,\"tokens_out\":8,\"cost\":\"0.000001250\","
                                        .formatted("a".repeat(64))
                                + "\"millis\":9000000000,\"problem\":null,\"batch\":\"b1\"}");
    }

    @Test
    void numbering_goes_on_where_it_was() {
        Rows.entry(from.database(), "d");
        long last = Rows.entry(from.database(), "d");
        from.database()
                .<Integer>write(handle ->
                        handle.execute("delete from entry where title = '제목' and number = 2"));

        Restore.of(backup(from, "a.zip"), other.address(), false);

        assertThat(Rows.entry(other.database(), "d")).isEqualTo(last + 1);
    }

    /// They are handed to connections by the thousand.
    @Test
    void no_call_gets_a_number_that_one_had_before() {
        Rows.call(from.database());
        long last = Rows.call(from.database());
        from.database().<Integer>write(handle -> handle.execute("delete from model_call"));

        Restore.of(backup(from, "a.zip"), other.address(), false);

        assertThat(Rows.call(other.database())).isGreaterThan(last).isLessThan(last + 2_000);
    }

    @Test
    void a_database_in_use_is_replaced_only_when_that_is_said() throws IOException {
        Path backup = backup(from, "a.zip");
        Rows.digest(other.database(), "other");
        Path before = backup(other, "before.zip");

        assertThatThrownBy(() -> Restore.of(backup, other.address(), false))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The database %s is in use already, and nothing in it was changed: restore into a new one, or give --replace to put the backup in the place of everything in it."
                                .formatted(other.address().shown()));
        assertThat(rows(backup(other, "after.zip"))).isEqualTo(rows(before));

        Restore.of(backup, other.address(), true);
        assertThat(rows(backup(other, "replaced.zip"))).isEqualTo(rows(backup));
    }

    @Test
    void rows_that_the_database_refuses_leave_it_as_it_was() throws Exception {
        Rows.digest(other.database(), "other");
        Path before = backup(other, "before.zip");
        Path backup = backup(from, "a.zip");
        // of a unit that there is not, with all sums right
        Path forged =
                Forged.of(backup)
                        .rows("target", text -> text.replaceFirst("s1-en", "s9-en"))
                        .write(folder.resolve("forged.zip"));

        assertThatThrownBy(() -> Restore.of(forged, other.address(), true))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nothing of it was saved");
        assertThat(rows(backup(other, "after.zip"))).isEqualTo(rows(before));
        // and others may use it again
        Rows.digest(other.database(), "another");
    }

    @Test
    void what_others_write_meanwhile_is_in_the_backup_whole_or_not_at_all() throws Exception {
        List<Path> backups = new ArrayList<>();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            for (int i = 0; !done.get(); i++) {
                                Rows.pair(from.database(), i);
                            }
                        });
        try {
            for (int i = 0; i < 5; i++) {
                backups.add(backup(from, i + ".zip"));
            }
        } finally {
            done.set(true);
            writer.join();
        }

        for (Path backup : backups) {
            Map<String, List<String>> rows = rows(backup);
            assertThat(pairs(rows.get("completion.jsonl"), "\"text\":\"pair "))
                    .isEqualTo(pairs(rows.get("digest.jsonl"), "\"name\":\"pair "));
        }
        assertThat(rows(backups.getLast()).get("digest.jsonl")).hasSizeGreaterThan(2);
    }

    private static List<String> pairs(List<String> rows, String before) {
        return rows.stream()
                .filter(row -> row.contains(before))
                .map(row -> row.replaceFirst(".*" + before + "(\\d+)\".*", "$1"))
                .sorted()
                .toList();
    }

    @Test
    void somebody_works_on_while_it_is_replaced() throws Exception {
        Path backup = backup(from, "a.zip");
        Rows.digest(other.database(), "other");
        List<RuntimeException> refused = new CopyOnWriteArrayList<>();
        AtomicInteger written = new AtomicInteger();
        AtomicBoolean done = new AtomicBoolean();
        Thread writer =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!done.get()) {
                                try {
                                    Rows.call(other.database());
                                    written.incrementAndGet();
                                } catch (RuntimeException e) {
                                    refused.add(e);
                                }
                            }
                        });
        try {
            while (written.get() < 10) {
                Thread.sleep(1);
            }
            Restore.of(backup, other.address(), true);
            int before = written.get();
            while (written.get() < before + 10) {
                Thread.sleep(1);
            }
        } finally {
            done.set(true);
            writer.join();
        }

        assertThat(refused)
                .allSatisfy(problem ->
                        assertThat(problem)
                                .hasMessage(
                                        "The database does not answer. Nothing of this change was saved; try again when it is back."));
        Map<String, List<String>> after = rows(backup(other, "after.zip"));
        assertThat(after.get("digest.jsonl")).isEqualTo(rows(backup).get("digest.jsonl"));
        assertThat(after.get("model_call.jsonl")).containsAll(rows(backup).get("model_call.jsonl"));
    }

    @Test
    void the_queue_of_a_server_stays_and_reserves_go() {
        Path backup = backup(from, "a.zip");
        Rows.everywhere(other.database());

        Restore.of(backup, other.address(), true);

        assertThat(other.counts()).containsEntry("scheduled_tasks", 1L);
        assertThat(other.counts()).containsEntry("batch_reserve", 0L);
    }

    @Test
    void a_file_that_is_there_is_replaced_only_when_that_is_said() throws IOException {
        Path file = Files.writeString(folder.resolve("a.zip"), "mine");

        assertThatThrownBy(() -> Backup.take(from.address(), file, false))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "%s is there already: name another file, or give --force to replace it."
                                .formatted(file));
        assertThat(file).hasContent("mine");

        Backup.take(from.address(), file, true);
        assertThat(rows(file)).isNotEmpty();
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void a_database_without_anything_of_ours_is_not_backed_up() throws SQLException {
        from.database()
                .<Integer>write(handle -> handle.execute("drop table flyway_schema_history"));

        assertThatThrownBy(() -> backup(from, "a.zip"))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The database %s holds nothing of Hanji's: check --data or --db."
                                .formatted(from.address().shown()));
        assertThat(folder).isEmptyDirectory();
    }
}
