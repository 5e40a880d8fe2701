package hanji.browser;

import hanji.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// All that a server keeps: every row of every table, without the signs of life that reading leaves
/// behind.
final class Everything {

    private static final Set<String> SIGNS_OF_LIFE = Set.of("seen_at", "used_at");

    private static final Set<String> OF_PROCESSES = Set.of("scheduled_tasks");

    private Everything() {}

    static List<String> in(Database database) {
        return database.read(handle -> {
            List<String> tables =
                    handle.createQuery(
                                    "select table_name from information_schema.tables where table_schema = 'public' order by table_name")
                            .mapTo(String.class)
                            .list();
            List<String> rows = new ArrayList<>();
            for (String table : tables) {
                if (!OF_PROCESSES.contains(table)) {
                    handle
                            .createQuery("select * from \"" + table + "\"")
                            .map((row, _) -> table + " " + lasting(row))
                            .stream()
                            .sorted()
                            .forEach(rows::add);
                }
            }
            return rows;
        });
    }

    private static Map<String, String> lasting(ResultSet row) throws SQLException {
        Map<String, String> lasting = new TreeMap<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            String column = row.getMetaData().getColumnName(i);
            if (!SIGNS_OF_LIFE.contains(column)) {
                lasting.put(column, "" + row.getString(i));
            }
        }
        return lasting;
    }
}
