package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import hanji.store.Manifest.TableEntry;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that are no backup, or not the one that was taken: refused before a database is touched.
@Timeout(120)
class DamagedBackupTest {

    @TempDir Path folder;
    @AutoClose private final TestDatabase from = TestDatabase.of(TestDatabase.Kind.H2);
    @AutoClose private final TestDatabase into = TestDatabase.of(TestDatabase.Kind.H2);

    private Path backup = Path.of("none");
    private Map<String, Long> before = Map.of();

    @BeforeEach
    void backup() {
        Rows.everywhere(from.database());
        backup = folder.resolve("backup.zip");
        Backup.take(from.address(), backup, false);
        Rows.digest(into.database(), "kept");
        before = into.counts();
    }

    private void assertRefused(Path file, String why) {
        assertThatThrownBy(() -> Restore.of(file, into.address(), true))
                .isInstanceOf(Problem.class)
                .hasMessage(file + " " + why)
                .extracting(problem -> ((Problem) problem).kind())
                .isEqualTo(Problem.Kind.BAD_INPUT);
        assertThat(into.counts()).isEqualTo(before);
    }

    private static String damaged(String how) {
        return "cannot be restored: %s. Nothing was changed; take another copy of it."
                .formatted(how);
    }

    private void assertForged(Forged forged, String how) throws IOException {
        assertRefused(forged.write(folder.resolve("forged.zip")), damaged(how));
    }

    @Test
    void a_flipped_bit_anywhere_is_refused_or_harmless() throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        RandomGenerator random = RandomGenerator.of("Random");
        int refused = 0;
        for (int i = 0; i < 300; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Path file = Files.write(folder.resolve("flipped.zip"), changed);
            try (BackupFile read = BackupFile.open(file)) {
                read.verify();
                // a time of the ZIP itself, for instance
                assertThat(read.manifest()).isEqualTo(manifest(backup));
            } catch (Problem problem) {
                assertThat(problem).hasMessageContaining("cannot be restored");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(150);
    }

    private static Manifest manifest(Path backup) {
        try (BackupFile read = BackupFile.open(backup)) {
            return read.manifest();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.9, 0.999})
    void a_file_that_was_cut_short(double part) throws IOException {
        byte[] bytes = Files.readAllBytes(backup);
        Path file = folder.resolve("cut.zip");
        Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * part)));

        assertRefused(file, damaged("it is no backup of Hanji's, or a part of one"));
    }

    @Test
    void a_file_that_is_not_there() {
        assertThatThrownBy(() -> Restore.of(folder.resolve("no.zip"), into.address(), true))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "There is no file %s: check its name.".formatted(folder.resolve("no.zip")));
    }

    @Test
    void another_zip() throws IOException {
        assertForged(
                Forged.of(backup)
                        .manifest(old ->
                                new Manifest(
                                        "other", 1, old.schema(), old.takenAt(), old.tables())),
                "it is no backup of Hanji's");
    }

    private static UnaryOperator<TableEntry> counting(long rows, long bytes, String sum) {
        return old -> new TableEntry(old.name(), old.columns(), old.next(), rows, bytes, sum);
    }

    @Test
    void rows_bytes_and_sums_that_do_not_agree() throws IOException {
        TableEntry event =
                manifest(backup).tables().stream()
                        .filter(table -> table.name().equals("event"))
                        .findFirst()
                        .orElseThrow();
        String how = "its table event is not what was saved";
        assertForged(
                Forged.of(backup)
                        .table("event", counting(event.rows() + 1, event.bytes(), event.sha256())),
                how);
        assertForged(
                Forged.of(backup)
                        .table("event", counting(event.rows(), event.bytes() + 1, event.sha256())),
                how);
        assertForged(
                Forged.of(backup)
                        .table("event", counting(event.rows(), event.bytes(), "0".repeat(64))),
                how);
        assertForged(
                Forged.of(backup)
                        .table("event", counting(event.rows(), event.bytes() - 1, event.sha256())),
                "its table event cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                "{\"id\":\"x\"}",
                "{\"id\":\"x\",\"id\":\"y\"}",
                "{\"nothing\":1}",
                "{\"id\":{\"a\":1}}",
                "not JSON",
                "null"
            })
    void rows_that_are_none(String row) throws IOException {
        assertForged(
                Forged.of(backup).rows("digest", _ -> row + "\n"),
                "its table digest cannot be read");
    }

    @Test
    void values_of_other_types() throws IOException {
        assertForged(
                Forged.of(backup)
                        .rows("model_call", text -> text.replace("0.000001250", "1e99999")),
                "its table model_call cannot be read");
        assertForged(
                Forged.of(backup)
                        .rows("digest", text -> text.replaceAll("2026-03-02T", "yesterday ")),
                "its table digest cannot be read");
        assertForged(
                Forged.of(backup)
                        .rows("digest", text -> text.replace("\"entries\":1", "\"entries\":\"1\"")),
                "its table digest cannot be read");
    }

    @Test
    void a_newer_schema_or_format() throws IOException {
        String own = manifest(backup).schema();
        Path schema =
                Forged.of(backup)
                        .manifest(old ->
                                new Manifest(old.format(), 1, "1000", old.takenAt(), old.tables()))
                        .write(folder.resolve("schema.zip"));
        assertRefused(
                schema,
                "is of a newer Hanji: it has schema 1000, and this one knows schemas up to %s. Restore it with that Hanji. Nothing was changed."
                        .formatted(own));

        Path format =
                Forged.of(backup)
                        .manifest(old ->
                                new Manifest(
                                        old.format(), 2, old.schema(), old.takenAt(), old.tables()))
                        .write(folder.resolve("format.zip"));
        assertRefused(
                format,
                "has the format 2 of a newer Hanji, and this one reads format 1: restore it with that Hanji. Nothing was changed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil.jsonl", "/tmp/evil", "digest.jsonl/x", "more.jsonl"})
    void files_that_the_manifest_does_not_name(String name) throws IOException {
        assertForged(
                Forged.of(backup).file(name, "{}".getBytes(StandardCharsets.UTF_8)),
                "its files are not those that it names");
    }

    @Test
    void a_table_that_climbs_out_or_that_there_is_not() throws IOException {
        Forged forged =
                Forged.of(backup)
                        .manifest(old ->
                                new Manifest(
                                        old.format(),
                                        old.version(),
                                        old.schema(),
                                        old.takenAt(),
                                        old.tables().stream()
                                                .map(table ->
                                                        table.name().equals("digest")
                                                                ? new TableEntry(
                                                                        "../digest",
                                                                        table.columns(),
                                                                        table.next(),
                                                                        table.rows(),
                                                                        table.bytes(),
                                                                        table.sha256())
                                                                : table)
                                                .toList()));
        assertForged(forged, "its files are not those that it names");
        assertForged(
                forged.moved("digest.jsonl", "../digest.jsonl"),
                "its tables are not those of its schema");
    }

    @Test
    void a_file_that_would_fill_the_disk() throws IOException {
        Path file =
                Forged.of(backup)
                        .rows("digest", text -> text.repeat(1_000_000))
                        .write(folder.resolve("bomb.zip"));

        assertThat(Files.size(file)).isLessThan(2 << 20);
        assertRefused(file, damaged("it would grow to more than 100 times its size"));
    }

    @Test
    void a_file_that_grows_beyond_what_it_says() throws IOException {
        Path file =
                Forged.of(backup)
                        .rows("digest", text -> text.repeat(1_000_000))
                        .table("digest", counting(1, 1000, "0".repeat(64)))
                        .write(folder.resolve("bomb.zip"));

        assertRefused(file, damaged("its table digest cannot be read"));
    }
}
