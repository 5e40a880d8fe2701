package hanji.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/// What the databases call differently when a backup is taken or restored.
enum Dialect {
    H2 {
        /// H2's repeatable read holds for the tables of one statement only.
        @Override
        TransactionIsolationLevel snapshot() {
            return TransactionIsolationLevel.SERIALIZABLE;
        }

        /// Ends what others have begun, and keeps them out.
        @Override
        void begin(Connection connection) throws SQLException {
            execute(connection, "set exclusive 2");
        }

        @Override
        void end(Connection connection) throws SQLException {
            execute(connection, "set exclusive 0");
        }

        @Override
        void lock(Connection connection, List<String> tables) {
            // nobody else is there
        }

        @Override
        void empty(Connection connection, List<String> tables) throws SQLException {
            for (String table : tables.reversed()) {
                execute(connection, "delete from " + Table.quoted(table));
            }
        }

        @Override
        long next(Connection connection, String table, String column) throws SQLException {
            return number(
                    connection,
                    "select identity_base from information_schema.columns"
                            + " where table_schema = current_schema and table_name = ? and column_name = ?",
                    table,
                    column);
        }
    },

    POSTGRESQL {
        @Override
        TransactionIsolationLevel snapshot() {
            return TransactionIsolationLevel.REPEATABLE_READ;
        }

        @Override
        void begin(Connection connection) {
            // the transaction's locks are enough
        }

        @Override
        void end(Connection connection) {
            // see above
        }

        @Override
        void lock(Connection connection, List<String> tables) throws SQLException {
            execute(connection, "set local lock_timeout = '20s'");
            execute(
                    connection,
                    "lock table %s in access exclusive mode".formatted(Table.listed(tables)));
        }

        /// Deleting row by row looks for each row through all that refer to it.
        @Override
        void empty(Connection connection, List<String> tables) throws SQLException {
            execute(connection, "truncate " + Table.listed(tables));
        }

        @Override
        long next(Connection connection, String table, String column) throws SQLException {
            String sequence;
            try (PreparedStatement query =
                    connection.prepareStatement("select pg_get_serial_sequence(?, ?)")) {
                query.setString(1, Table.quoted(table));
                query.setString(2, column);
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    sequence = row.getString(1);
                }
            }
            return number(
                    connection,
                    "select last_value + case when is_called then 1 else 0 end from " + sequence);
        }
    };

    /// At which many queries see one state of all tables.
    abstract TransactionIsolationLevel snapshot();

    /// Before a transaction that others must not write beside.
    abstract void begin(Connection connection) throws SQLException;

    /// After it, however it ended.
    abstract void end(Connection connection) throws SQLException;

    /// Within it, first of all.
    abstract void lock(Connection connection, List<String> tables) throws SQLException;

    /// Deletes all rows.
    ///
    /// @param tables each after those it refers to
    abstract void empty(Connection connection, List<String> tables) throws SQLException;

    /// The number that an identity column gives next.
    abstract long next(Connection connection, String table, String column) throws SQLException;

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static long number(Connection connection, String sql, String... parameters)
            throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
