package hanji.store;

import java.time.Instant;

/// What a backup holds.
///
/// @param schema the last migration of the database it was taken of, as `6`
public record BackupSummary(long rows, int tables, String schema, Instant takenAt) {}
