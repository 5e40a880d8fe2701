package hanji.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.batch.BatchState;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.publish.Publisher;
import hanji.review.Act;
import hanji.review.Decision;
import hanji.review.HistoryEntry;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Databases that earlier schemas left, under today's program.
@Timeout(120)
class KeptSchemasTest {

    @TempDir Path folder;

    static List<String> kept() throws IOException {
        try (Stream<Path> scripts = Files.list(KeptSchema.FOLDER)) {
            return scripts.map(
                            script -> script.getFileName().toString().replaceAll("^v|\\.sql$", ""))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void every_schema_that_a_later_one_follows_is_kept() throws Exception {
        List<String> all = Schema.versions().stream().map(MigrationVersion::getVersion).toList();
        List<Path> proposed = new ArrayList<>();
        for (String version : all.subList(0, all.size() - 1)) {
            if (!Files.exists(KeptSchema.script(version))) {
                Path script = Path.of("target", "schemas", "v" + version + ".sql");
                KeptSchema.write(version, script);
                proposed.add(script);
            }
        }
        assertThat(proposed).as("to be kept in %s", KeptSchema.FOLDER).isEmpty();
        assertThat(all).containsAll(kept());
    }

    @ParameterizedTest
    @MethodSource("kept")
    void an_older_database_is_read_and_written_as_it_is_migrated(String version)
            throws SQLException {
        assertWorks(KeptSchema.open(version), version);
    }

    @ParameterizedTest
    @MethodSource("kept")
    void an_older_backup_goes_into_todays_postgresql(String version) throws SQLException {
        Path backup = folder.resolve("old.zip");
        BackupSummary taken = Backup.take(KeptSchema.open(version), backup, false);
        assertThat(taken.schema()).isEqualTo(version);

        try (TestDatabase into = TestDatabase.of(TestDatabase.Kind.POSTGRESQL)) {
            Restore.of(backup, into.address(), false);
            assertWorks(into.address(), version);
        }
    }

    private static void assertWorks(DatabaseAddress address, String version) {
        try (Engine engine =
                new Engine(
                        address,
                        ModelSettings.openAi("http://127.0.0.1:1/v1", 1),
                        Batches.HEARTBEAT,
                        Budget.UNLIMITED,
                        false,
                        "mini")) {
            assertContent(engine);
            Map<String, Long> rows = counts(engine);
            assertThat(rows.get("judgement")).isEqualTo(before(version, "5") ? 0L : 4L);
            assertThat(rows.get("dismissal")).isEqualTo(before(version, "6") ? 0L : 1L);
            if (!before(version, "2")) {
                assertThat(engine.batches.page(0, 10))
                        .singleElement()
                        .satisfies(batch -> {
                            assertThat(batch.batch().state()).isEqualTo(BatchState.DONE);
                            assertThat(batch.counts().done()).isEqualTo(4);
                        });
            }
            KeptSchema.decide(engine, 0, new Decision.Approve("read again"));
            assertThat(KeptSchema.items(engine).getFirst().mark()).isEqualTo(Mark.APPROVED);
        }
    }

    private static boolean before(String version, String other) {
        return MigrationVersion.fromVersion(other).isNewerThan(version);
    }

    private static void assertContent(Engine engine) {
        List<ReviewItem> items = KeptSchema.items(engine);
        assertThat(items)
                .extracting(item -> requireNonNull(item.target()).text())
                .containsExactly(
                        "Accuracy rose by 12%.",
                        "The second sentence.", "[en] 셋째 문장입니다.", "[en] 넷째 문장입니다.");
        // the draft is one or stale, as the prompts of today have it
        assertThat(items)
                .extracting(item ->
                        item.staleness() == Staleness.REQUEST_CHANGED ? Mark.DRAFT : item.mark())
                .containsExactly(Mark.EDITED, Mark.FINAL, Mark.REJECTED, Mark.DRAFT);
        assertThat(engine.reviews.history(items.getFirst().unit().id()))
                .extracting(HistoryEntry::act)
                .containsExactly(Act.EDITED, Act.PUBLISHED, Act.APPROVED, Act.DRAFTED);
        assertThat(
                        new Publisher(
                                        engine.workbench,
                                        engine.reviews,
                                        engine.database,
                                        Clock.systemUTC())
                                .latest("d", Language.EN))
                .hasValueSatisfying(published -> assertThat(published.units()).isEqualTo(2));
    }

    private static Map<String, Long> counts(Engine engine) {
        return engine.database.read(handle ->
                Map.of(
                        "judgement", count(handle, "judgement"),
                        "dismissal", count(handle, "dismissal")));
    }

    private static long count(Handle handle, String table) {
        return handle.createQuery("select count(*) from " + table).mapTo(Long.class).one();
    }

    @ParameterizedTest
    @EnumSource
    void a_database_of_a_newer_hanji_is_not_touched(TestDatabase.Kind kind) {
        try (TestDatabase test = TestDatabase.of(kind)) {
            test.database()
                    .<Integer>write(handle ->
                            handle.execute(
                                    "insert into \"flyway_schema_history\" (\"installed_rank\", \"version\", \"description\", \"type\","
                                            + " \"script\", \"installed_by\", \"execution_time\", \"success\")"
                                            + " values (1000, '1000', 'later', 'SQL', 'V1000__later.sql', 'x', 1, true)"));
            Map<String, Long> before = test.counts();
            String sentence =
                    "The database %s was written by a newer Hanji: it has schema 1000, and this Hanji knows schemas up to %s. Start the newer one, or choose another database."
                            .formatted(test.address().shown(), Schema.versions().getLast());

            assertThatThrownBy(() -> Database.open(test.address()))
                    .isInstanceOf(Problem.class)
                    .hasMessage(sentence)
                    .extracting(problem -> ((Problem) problem).kind())
                    .isEqualTo(Problem.Kind.SETUP);
            assertThatThrownBy(() -> Backup.take(test.address(), folder.resolve("a.zip"), false))
                    .hasMessage(sentence);
            assertThat(test.counts()).isEqualTo(before);
        }
    }
}
