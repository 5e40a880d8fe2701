package hanji.store;

import hanji.store.Manifest.TableEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Puts a backup's rows in the place of those that are there, within a transaction.
final class Loading {

    private static final int BATCH = 200;

    private final Dialect dialect;
    private final Connection connection;
    private final BackupFile backup;

    Loading(Dialect dialect, Connection connection, BackupFile backup) {
        this.dialect = dialect;
        this.connection = connection;
        this.backup = backup;
    }

    /// Makes others wait until the transaction ends.
    void lock() throws SQLException {
        dialect.lock(connection, names(Tables.replaced(connection)));
    }

    private static List<String> names(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }

    void load() throws SQLException {
        Map<String, TableEntry> entries = new HashMap<>();
        backup.manifest().tables().forEach(entry -> entries.put(entry.name(), entry));
        List<Table> tables = Tables.kept(connection);
        if (!entries.keySet().equals(Set.copyOf(names(tables)))) {
            throw backup.damaged("its tables are not those of its schema", null);
        }
        for (Table table : tables) {
            number(table, Objects.requireNonNull(entries.get(table.name())));
        }
        dialect.empty(connection, names(Tables.replaced(connection)));
        for (Table table : tables) {
            fill(table, Objects.requireNonNull(entries.get(table.name())));
        }
    }

    /// Lets rows be numbered from where the backup was, and never from further back than here: H2
    /// does not take this back when the transaction fails.
    private void number(Table table, TableEntry entry) throws SQLException {
        for (String column : table.identities()) {
            long here = dialect.next(connection, table.name(), column);
            long there = entry.next().getOrDefault(column, 1L);
            if (there > here) {
                Dialect.execute(
                        connection,
                        "alter table %s alter column %s restart with %d"
                                .formatted(
                                        Table.quoted(table.name()), Table.quoted(column), there));
            }
        }
    }

    private void fill(Table table, TableEntry entry) throws SQLException {
        if (!new HashSet<>(entry.columns()).equals(new HashSet<>(table.columns()))) {
            throw backup.damaged(
                    "its table %s has other columns than its schema".formatted(table.name()), null);
        }
        Table asGiven = table.with(entry.columns());
        try (PreparedStatement insert = connection.prepareStatement(asGiven.insert())) {
            int[] waiting = {0};
            backup.read(
                    entry,
                    row -> {
                        for (int i = 0; i < row.length; i++) {
                            insert.setObject(i + 1, row[i]);
                        }
                        insert.addBatch();
                        if (++waiting[0] % BATCH == 0) {
                            insert.executeBatch();
                        }
                    });
            insert.executeBatch();
        }
    }
}
