package hanji.draft;

import hanji.segment.Provenance;
import java.util.HashMap;
import java.util.Map;

/// What came of a request.
public sealed interface DraftResult {

    /// Every text that was asked for.
    ///
    /// @param texts by the id of the piece; a condensation has the id of its style
    record Drafted(Map<String, String> texts, Provenance.Machine provenance)
            implements DraftResult {

        public Drafted {
            texts = Map.copyOf(texts);
        }

        /// Two portions of one entry together.
        Drafted and(Drafted other) {
            Map<String, String> all = new HashMap<>(texts);
            all.putAll(other.texts);
            return new Drafted(all, provenance.and(other.provenance));
        }
    }

    /// No usable answer, after all the asking that makes sense.
    ///
    /// @param reason a sentence for the editor
    record NotDrafted(String reason) implements DraftResult {}

    /// The permit of whoever asked did not allow a call.
    record Withdrawn() implements DraftResult {}
}
