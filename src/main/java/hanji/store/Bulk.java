package hanji.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/// One statement for thousands of rows. Its parameters are bound by position: to look each up by
/// its name costs a fifth of what an embedded database takes to insert the row.
public final class Bulk {

    /// Binds the parameters of a row, in the order of their question marks.
    public interface Binding<T> {
        void bind(Row row, T value) throws SQLException;
    }

    private Bulk() {}

    /// Runs a statement for each of some rows; without rows, not at all.
    ///
    /// @return how many rows of the table each one changed
    public static <T> int[] execute(
            Handle handle, String sql, Collection<T> rows, Binding<T> binding) {
        if (rows.isEmpty()) {
            return new int[0];
        }
        try (PreparedStatement statement = handle.getConnection().prepareStatement(sql)) {
            Row row = new Row(statement);
            for (T value : rows) {
                row.next = 1;
                binding.bind(row, value);
                statement.addBatch();
            }
            return statement.executeBatch();
        } catch (SQLException e) {
            throw new Failed(e);
        }
    }

    /// The parameters of one row.
    public static final class Row {

        private final PreparedStatement statement;
        private int next = 1;

        private Row(PreparedStatement statement) {
            this.statement = statement;
        }

        public Row add(@Nullable String text) throws SQLException {
            statement.setString(next++, text);
            return this;
        }

        public Row add(int number) throws SQLException {
            statement.setInt(next++, number);
            return this;
        }

        public Row add(long number) throws SQLException {
            statement.setLong(next++, number);
            return this;
        }

        public Row add(boolean yes) throws SQLException {
            statement.setBoolean(next++, yes);
            return this;
        }

        public Row add(@Nullable BigDecimal amount) throws SQLException {
            statement.setBigDecimal(next++, amount);
            return this;
        }

        public Row add(Instant moment) throws SQLException {
            statement.setObject(next++, moment.atOffset(ZoneOffset.UTC));
            return this;
        }

        /// A moment, or none.
        public Row addOptional(@Nullable Instant moment) throws SQLException {
            if (moment == null) {
                statement.setNull(next++, Types.TIMESTAMP_WITH_TIMEZONE);
                return this;
            }
            return add(moment);
        }

        /// A number, or none.
        public Row addOptional(@Nullable Integer number) throws SQLException {
            if (number == null) {
                statement.setNull(next++, Types.INTEGER);
                return this;
            }
            return add(number.intValue());
        }
    }

    /// As JDBI's own statements fail.
    private static final class Failed extends JdbiException {

        private static final long serialVersionUID = 1L;

        private Failed(SQLException cause) {
            super(cause);
        }
    }
}
