package hanji.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Turns rows into values and back.
final class Rows {

    /// Unknown properties are passed over: a row written by a later version stays readable.
    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    ReviewStore.Stored stored(ResultSet row) throws SQLException {
        return new ReviewStore.Stored(standing(row), target(row, "t_"), target(row, "p_"));
    }

    HistoryEntry history(ResultSet row) throws SQLException {
        Standing standing = standing(row);
        return new HistoryEntry(
                standing.version(),
                standing.act(),
                standing.state(),
                target(row, "t_"),
                target(row, "p_"),
                standing.actor(),
                standing.reason(),
                standing.at());
    }

    Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                row.getInt("version"),
                row.getInt("base"),
                act(row.getString("event")),
                TargetState.of(row.getString("state")),
                number(row, "target"),
                number(row, "proposal"),
                severity(row),
                row.getBoolean("edited"),
                row.getString("actor"),
                row.getString("reason"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    Progress progress(ResultSet row) throws SQLException {
        int n = row.getInt("n");
        Severity severity = severity(row);
        boolean serious = severity != null && severity.atLeast(Severity.MAJOR);
        TargetState state = TargetState.of(row.getString("state"));
        if (state != TargetState.INITIAL && row.getBoolean("stale")) {
            return new Progress(0, 0, 0, 0, n);
        }
        return switch (state) {
            case INITIAL ->
                    switch (act(row.getString("event"))) {
                        case FAILED, REJECTED -> new Progress(0, 0, 0, 0, n);
                        default -> Progress.NOTHING;
                    };
            case TRANSLATED ->
                    serious
                            ? new Progress(0, 0, 0, 0, n)
                            : row.getBoolean("edited")
                                    ? new Progress(0, 0, n, 0, 0)
                                    : new Progress(0, 0, 0, n, 0);
            case REVIEWED -> new Progress(n, 0, 0, 0, 0);
            case FINAL -> new Progress(0, n, 0, 0, 0);
        };
    }

    String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    QaReport report(String json) throws SQLException {
        try {
            return JSON.readerFor(QaReport.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("stored findings are not what this version wrote", e);
        }
    }

    Provenance provenance(String json) throws SQLException {
        try {
            return JSON.readerFor(Provenance.class).readValue(json);
        } catch (JsonProcessingException e) {
            throw new SQLException("a stored provenance is not what this version wrote", e);
        }
    }

    @Nullable Target target(ResultSet row, String prefix) throws SQLException {
        Integer number = number(row, prefix + "number");
        if (number == null) {
            return null;
        }
        return new Target(
                number,
                row.getString(prefix + "text"),
                row.getString(prefix + "source"),
                provenance(row.getString(prefix + "provenance")),
                report(row.getString(prefix + "findings")));
    }

    static Act act(String wire) {
        return Act.valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable Severity severity(ResultSet row) throws SQLException {
        String wire = row.getString("severity");
        return wire == null ? null : Severity.valueOf(wire.toUpperCase(Locale.ROOT));
    }

    static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }
}
