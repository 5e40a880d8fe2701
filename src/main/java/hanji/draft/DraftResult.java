package hanji.draft;

import hanji.segment.Provenance;
import java.util.HashMap;
import java.util.Map;

/// What came of a request.
public sealed interface DraftResult {

    /// Every text that was asked for.
    ///
    /// @param texts by the id of the piece; a condensation has the id of its style
    /// @param provenance of the answer as a whole
    /// @param agreed what the model was told about single texts
    record Drafted(
            Map<String, String> texts,
            Provenance.Machine provenance,
            Map<String, Provenance.Agreed> agreed)
            implements DraftResult {

        public Drafted(Map<String, String> texts, Provenance.Machine provenance) {
            this(texts, provenance, Map.of());
        }

        public Drafted {
            texts = Map.copyOf(texts);
            agreed = Map.copyOf(agreed);
        }

        /// Of one of its texts.
        public Provenance.Machine provenance(String id) {
            return provenance.told(agreed.get(id));
        }

        /// Two portions of one entry together.
        Drafted and(Drafted other) {
            Map<String, String> all = new HashMap<>(texts);
            all.putAll(other.texts);
            Map<String, Provenance.Agreed> told = new HashMap<>(agreed);
            told.putAll(other.agreed);
            return new Drafted(all, provenance.and(other.provenance), told);
        }
    }

    /// No usable answer, after all the asking that makes sense.
    ///
    /// @param reason a sentence for the editor
    record NotDrafted(String reason) implements DraftResult {}

    /// The permit of whoever asked did not allow a call.
    record Withdrawn() implements DraftResult {}
}
