package hanji.store;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The types of columns that mean the same in every database, and their form in a backup: whole
/// numbers and booleans as JSON has them, everything else as text that loses nothing.
enum ColumnType {
    TEXT,
    INTEGER,
    /// as `0.000001250`
    DECIMAL,
    DOUBLE,
    BOOLEAN,
    /// as `2026-03-02T08:15:30.123Z`
    TIMESTAMP,
    DATE,
    /// Base64
    BYTES;

    private static final int MOST_DIGITS = 1000;

    /// @param name what the driver calls it; PostgreSQL's says only there that a timestamp has a
    ///   zone
    static ColumnType of(int jdbcType, String name) {
        return switch (jdbcType) {
            case Types.VARCHAR, Types.LONGVARCHAR, Types.CHAR, Types.CLOB -> TEXT;
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> INTEGER;
            case Types.NUMERIC, Types.DECIMAL -> DECIMAL;
            case Types.DOUBLE -> DOUBLE;
            case Types.BOOLEAN, Types.BIT -> BOOLEAN;
            case Types.TIMESTAMP_WITH_TIMEZONE -> TIMESTAMP;
            case Types.DATE -> DATE;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            default -> {
                if (name.equals("timestamptz")) {
                    yield TIMESTAMP;
                }
                throw new IllegalStateException("no backup has columns of type " + name);
            }
        };
    }

    @JsonValue
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Nullable Object read(ResultSet row, int column) throws SQLException {
        Object value =
                switch (this) {
                    case TEXT -> row.getString(column);
                    case INTEGER -> row.getLong(column);
                    case DECIMAL -> row.getBigDecimal(column);
                    case DOUBLE -> row.getDouble(column);
                    case BOOLEAN -> row.getBoolean(column);
                    case TIMESTAMP -> row.getObject(column, OffsetDateTime.class);
                    case DATE -> row.getObject(column, LocalDate.class);
                    case BYTES -> row.getBytes(column);
                };
        return row.wasNull() ? null : value;
    }

    void write(JsonGenerator json, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Long number -> json.writeNumber(number);
            case Boolean truth -> json.writeBoolean(truth);
            case BigDecimal number -> json.writeString(number.toPlainString());
            case byte[] bytes -> json.writeBinary(bytes);
            default -> json.writeString(value.toString());
        }
    }

    /// Reads the value that the parser stands at.
    ///
    /// @throws IllegalArgumentException or another exception at run time for what is none of the
    ///   type's
    @Nullable Object parse(JsonParser json) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return switch (this) {
            case INTEGER -> json.getLongValue();
            case BOOLEAN -> json.getBooleanValue();
            case BYTES -> json.getBinaryValue();
            case TEXT -> text(json);
            case DECIMAL -> decimal(text(json));
            case DOUBLE -> Double.valueOf(text(json));
            case TIMESTAMP -> OffsetDateTime.parse(text(json));
            case DATE -> LocalDate.parse(text(json));
        };
    }

    private static String text(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_STRING) {
            throw new IllegalArgumentException(json.currentToken() + " is no text");
        }
        return json.getText();
    }

    /// A short text may mean a number that fills the memory.
    private static BigDecimal decimal(String text) {
        BigDecimal number = new BigDecimal(text);
        if (Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw new IllegalArgumentException("more digits than any column has");
        }
        return number;
    }
}
