package hanji.store;

import hanji.store.Manifest.Column;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A table as the database describes it.
///
/// @param key columns of the primary key, in their order; empty without one
/// @param identities columns that number rows by themselves
/// @param parents tables it refers to, itself left out
record Table(
        String name,
        List<Column> columns,
        List<String> key,
        List<String> identities,
        Set<String> parents) {

    static String quoted(String name) {
        return '"' + name + '"';
    }

    Table with(List<Column> sorted) {
        return new Table(name, sorted, key, identities, parents);
    }

    /// In the order of keys: a row that refers to another of its own table has the higher one.
    String selectAll() {
        return "select %s from %s%s"
                .formatted(
                        columnNames(),
                        quoted(name),
                        key.isEmpty() ? "" : " order by " + listed(key));
    }

    String insert() {
        return "insert into %s (%s) values (%s)"
                .formatted(
                        quoted(name),
                        columnNames(),
                        columns.stream().map(_ -> "?").collect(Collectors.joining(", ")));
    }

    private String columnNames() {
        return listed(columns.stream().map(Column::name).toList());
    }

    static String listed(Collection<String> names) {
        return names.stream().map(Table::quoted).collect(Collectors.joining(", "));
    }
}
