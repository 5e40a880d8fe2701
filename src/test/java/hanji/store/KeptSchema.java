package hanji.store;

import static java.util.Objects.requireNonNull;

import hanji.account.Editor;
import hanji.batch.Batches;
import hanji.batch.Budget;
import hanji.publish.Publisher;
import hanji.review.Decision;
import hanji.review.FindingRef;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.store.Manifest.Column;
import hanji.store.Manifest.TableEntry;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.workbench.Only;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A small H2 database of each schema there ever was, as a script: two papers, drafted, judged,
/// decided on and published by this program, then put into the tables that the schema has.
final class KeptSchema {

    static final Path FOLDER = Path.of("src/test/resources/schemas");

    static final Editor EDITOR = Editor.everything("Ida");

    private static final String DIGEST =
            """
            ### [One](https://example.org/1)

            - 정확도가 12% 올랐습니다.
            - 둘째 문장입니다.

            ### Two

            - 셋째 문장입니다.
            - 넷째 문장입니다.
            """;

    private KeptSchema() {}

    static Path script(String version) {
        return FOLDER.resolve("v" + version + ".sql");
    }

    /// An H2 database as the script has it, that nobody has migrated.
    static DatabaseAddress open(String version) throws SQLException {
        DatabaseAddress address = DatabaseAddress.inMemory("kept" + version + System.nanoTime());
        execute(address, "runscript from '%s'".formatted(script(version)));
        return address;
    }

    private static void execute(DatabaseAddress address, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(address.url(), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Writes the script of a version.
    static void write(String version, Path script) throws Exception {
        Path folder = Files.createTempDirectory("schema");
        Path backup = folder.resolve("backup.zip");
        try (StubModelServer server = StubModelServer.start(new EchoAnswers())) {
            DatabaseAddress now = DatabaseAddress.inMemory("scenario" + System.nanoTime());
            try (Engine engine =
                    new Engine(
                            now,
                            ModelSettings.openAi(server.baseUrl(), 8),
                            Batches.HEARTBEAT,
                            Budget.UNLIMITED,
                            false,
                            "mini")) {
                play(engine);
            }
            Backup.take(now, backup, false);
        }
        DatabaseAddress old = DatabaseAddress.inMemory("old" + System.nanoTime());
        try (Database database = Database.at(old, version);
                BackupFile file = BackupFile.open(backup)) {
            database.alone(connection -> {
                copy(file, connection);
                return null;
            });
        }
        Files.createDirectories(requireNonNull(script.getParent()));
        execute(old, "script nopasswords nosettings to '%s'".formatted(script));
        Files.delete(backup);
        Files.delete(folder);
    }

    private static void play(Engine engine) throws InterruptedException {
        engine.workbench.importDigest("d.md", DIGEST.getBytes(StandardCharsets.UTF_8), "d");
        engine.batches.start();
        engine.finished(
                engine.batches
                        .create(
                                Engine.order(
                                        List.of("d"), List.of(Language.EN), Only.MISSING, null),
                                "key",
                                Engine.CALLER)
                        .batch()
                        .id());
        decide(engine, 0, new Decision.Approve("as I read it"));
        decide(engine, 1, new Decision.Amend("The second sentence.", true, null));
        decide(engine, 2, new Decision.Reject("too literal"));
        ReviewItem last = items(engine).get(3);
        decide(
                engine,
                3,
                new Decision.Dismiss(
                        FindingRef.of(requireNonNull(last.target()).report().findings().getFirst()),
                        "meant so"));
        new Publisher(engine.workbench, engine.reviews, engine.database, Clock.systemUTC())
                .publish("d", Language.EN, EDITOR);
        decide(engine, 0, new Decision.Amend("Accuracy rose by 12%.", false, null));
    }

    static List<ReviewItem> items(Engine engine) {
        return engine.workbench.items(engine.workbench.digest("d"), Language.EN).stream()
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    static void decide(Engine engine, int number, Decision decision) {
        ReviewItem item = items(engine).get(number);
        Outcome outcome =
                engine.workbench.decide(item.unit().id(), item.version(), decision, EDITOR);
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    /// What of the backup the tables have a place for.
    private static void copy(BackupFile backup, Connection connection) throws SQLException {
        Map<String, TableEntry> entries =
                backup.manifest().tables().stream()
                        .collect(Collectors.toMap(TableEntry::name, Function.identity()));
        Dialect.H2.empty(
                connection, Tables.replaced(connection).stream().map(Table::name).toList());
        for (Table table : Tables.kept(connection)) {
            TableEntry entry = entries.get(table.name());
            if (entry == null) {
                continue;
            }
            List<String> names = entry.columns().stream().map(Column::name).toList();
            int[] places =
                    table.columns().stream().mapToInt(one -> names.indexOf(one.name())).toArray();
            try (var insert = connection.prepareStatement(table.insert())) {
                backup.read(
                        entry,
                        row -> {
                            for (int i = 0; i < places.length; i++) {
                                insert.setObject(i + 1, places[i] < 0 ? null : row[places[i]]);
                            }
                            insert.execute();
                        });
            }
            for (String column : table.identities()) {
                Dialect.execute(
                        connection,
                        "alter table %s alter column %s restart with %d"
                                .formatted(table.name(), column, entry.next().get(column)));
            }
        }
    }
}
