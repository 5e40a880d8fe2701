package hanji.store;

import hanji.store.Manifest.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Reads from the database which tables there are, so that nobody has to list those that a
/// migration adds.
final class Tables {

    /// Flyway's own: the schema, not what is kept in it.
    static final String HISTORY = "flyway_schema_history";

    /// Which process has which chunk of a batch in hand; where it is empty, a server fills it from
    /// the batches.
    private static final String QUEUE = "scheduled_tasks";

    /// What is of the moment or of this server alone: what chunks at work may still spend, who is
    /// in and who failed to come in (nobody comes in by a backup), who looks at what, and what
    /// other programs are still to be told (a restored one would tell them again).
    private static final Set<String> NOT_KEPT =
            Set.of(
                    "batch_reserve",
                    "login_session",
                    "login_failure",
                    "presence",
                    "webhook_delivery");

    private final DatabaseMetaData meta;
    private final String schema;

    private Tables(Connection connection) throws SQLException {
        this.meta = connection.getMetaData();
        this.schema = connection.getSchema();
    }

    /// Those whose rows a backup keeps, each after those it refers to.
    static List<Table> kept(Connection connection) throws SQLException {
        return replaced(connection).stream()
                .filter(table -> !NOT_KEPT.contains(table.name()))
                .toList();
    }

    /// Those whose rows go when others take their place, each after those it refers to.
    static List<Table> replaced(Connection connection) throws SQLException {
        return ordered(new Tables(connection).all());
    }

    private List<Table> all() throws SQLException {
        List<Table> tables = new ArrayList<>();
        for (String name : names()) {
            tables.add(table(name));
        }
        return tables;
    }

    private Table table(String name) throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<String> identities = new ArrayList<>();
        // the name is a pattern here, in which _ stands for any character
        try (ResultSet rows = meta.getColumns(null, schema, name, "%")) {
            while (rows.next()) {
                if (rows.getString("TABLE_NAME").equals(name)) {
                    Column column = column(rows);
                    columns.add(column);
                    if (rows.getString("IS_AUTOINCREMENT").equals("YES")) {
                        identities.add(column.name());
                    }
                }
            }
        }
        return new Table(name, columns, key(name), identities, parents(name));
    }

    private Set<String> names() throws SQLException {
        Set<String> names = new TreeSet<>();
        // H2 has base tables where others have tables
        String[] types = {"TABLE", "BASE TABLE"};
        try (ResultSet rows = meta.getTables(null, schema, "%", types)) {
            while (rows.next()) {
                String name = rows.getString("TABLE_NAME");
                if (!name.equals(HISTORY) && !name.equals(QUEUE)) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static Column column(ResultSet row) throws SQLException {
        return new Column(
                row.getString("COLUMN_NAME"),
                ColumnType.of(row.getInt("DATA_TYPE"), row.getString("TYPE_NAME")));
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet rows = meta.getPrimaryKeys(null, schema, table)) {
            while (rows.next()) {
                key.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(key.values());
    }

    private Set<String> parents(String table) throws SQLException {
        Set<String> parents = new HashSet<>();
        try (ResultSet rows = meta.getImportedKeys(null, schema, table)) {
            while (rows.next()) {
                parents.add(rows.getString("PKTABLE_NAME"));
            }
        }
        parents.remove(table);
        return parents;
    }

    private static List<Table> ordered(List<Table> tables) {
        List<Table> left = new ArrayList<>(tables);
        List<Table> ordered = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        while (!left.isEmpty()) {
            List<Table> next =
                    left.stream().filter(table -> placed.containsAll(table.parents())).toList();
            if (next.isEmpty()) {
                throw new IllegalStateException("tables refer to each other in a circle: " + left);
            }
            left.removeAll(next);
            ordered.addAll(next);
            next.forEach(table -> placed.add(table.name()));
        }
        return ordered;
    }
}
