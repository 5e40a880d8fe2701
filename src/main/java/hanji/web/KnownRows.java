package hanji.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.review.ReviewItem;
import hanji.workbench.StoredDigest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;

/// Rows as they were made before: of a bench that is opened or told of a decision, nearly all are
/// as they were. Whatever a row shows is in its key.
@ApplicationScoped
class KnownRows {

    /// Of some forty benches; a row is about 8 KB.
    private static final int KEPT = 5_000;

    /// Fixes are looked for with the terms of the moment, which are in no key.
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /// @param today rows show the time of what happened today, and the date of all else
    /// @param importedAt with the revision: evidence stands where the digest has it
    private record Key(
            String lang,
            LocalDate today,
            int revision,
            Instant importedAt,
            ReviewItem item,
            boolean waiting,
            boolean hasty,
            boolean unsaved) {}

    /// Those of one digest.
    interface Rows {

        RowView get(
                Ui ui,
                ReviewItem item,
                boolean waiting,
                boolean hasty,
                boolean unsaved,
                Supplier<RowView> make);
    }

    /// Keeps nothing.
    static final Rows NONE = (_, _, _, _, _, make) -> make.get();

    private final Cache<Key, RowView> known =
            Caffeine.newBuilder().maximumSize(KEPT).expireAfterWrite(LONGEST).build();

    Rows of(StoredDigest digest) {
        return (ui, item, waiting, hasty, unsaved, make) ->
                known.get(
                        new Key(
                                ui.lang(),
                                LocalDate.ofInstant(ui.now(), ui.zone()),
                                digest.revision(),
                                digest.importedAt(),
                                item,
                                waiting,
                                hasty,
                                unsaved),
                        _ -> make.get());
    }
}
