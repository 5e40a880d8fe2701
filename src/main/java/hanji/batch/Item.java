package hanji.batch;

import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.util.List;

/// One request of a batch.
///
/// @param units it is to draft
record Item(
        String batch,
        int number,
        int chunk,
        String digest,
        Language language,
        UnitKind kind,
        List<UnitId> units) {}
