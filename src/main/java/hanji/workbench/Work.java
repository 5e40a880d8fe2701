package hanji.workbench;

import hanji.draft.DraftRequest;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;

/// One request to be made: the open translations of an entry, or one condensation of it.
///
/// @param open the units it will draft
/// @param agreed translations of the entry that an editor approved
public record Work(
        StoredDigest.Entry entry,
        Language language,
        UnitKind kind,
        List<ReviewItem> open,
        List<DraftRequest.Agreed> agreed) {}
