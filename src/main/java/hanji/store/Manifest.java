package hanji.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup says of itself, in `manifest.json`.
///
/// @param format always `hanji-backup`
/// @param version of the format
/// @param schema the last migration of the database it was taken of, as `6`
record Manifest(
        String format, int version, String schema, Instant takenAt, List<TableEntry> tables) {

    static final String NAME = "manifest.json";
    static final String FORMAT = "hanji-backup";
    static final int VERSION = 1;

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /// A table, whose rows are in a file of its name.
    ///
    /// @param next the number that each identity column gives next
    /// @param bytes of its rows, before they are compressed
    record TableEntry(
            String name,
            List<Column> columns,
            Map<String, Long> next,
            long rows,
            long bytes,
            String sha256) {

        String file() {
            return file(name);
        }

        static String file(String table) {
            return table + ".jsonl";
        }
    }

    record Column(String name, ColumnType type) {}

    byte[] json() throws IOException {
        return JSON.writeValueAsBytes(this);
    }

    /// @throws IOException for what is no manifest; one of a newer format is read no further than
    ///   to its version, and has no tables
    static Manifest read(byte[] json) throws IOException {
        JsonNode tree = JSON.readTree(json);
        int version = tree.path("version").asInt();
        if (tree.path("format").asText().equals(FORMAT) && version > VERSION) {
            return new Manifest(FORMAT, version, "", Instant.EPOCH, List.of());
        }
        return JSON.treeToValue(tree, Manifest.class);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    BackupSummary summary() {
        return new BackupSummary(
                tables.stream().mapToLong(TableEntry::rows).sum(), tables.size(), schema, takenAt);
    }
}
