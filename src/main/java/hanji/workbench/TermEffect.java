package hanji.workbench;

import hanji.qa.QaFinding;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.SourceHash;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.termbase.TermChange;
import hanji.termbase.Terms;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a change of the terms would mean for the texts that stand.
///
/// @param stamp of the terms it was computed from
/// @param terms as the change would leave them
/// @param texts all that it concerns: the Korean speaks of what is changed, and a model or a check
///   is told something else of it afterwards; worst first, then in the order of the digests
/// @param at when it was computed
public record TermEffect(
        TermChange change, String stamp, Terms terms, List<Affected> texts, Instant at) {

    /// The id of the check that reads texts by the terms.
    static final String TERMINOLOGY = "terminology";

    /// What becomes of a text.
    public enum Fate {
        /// a draft that nobody stands behind and that is not as the terms want it: it would be
        /// drafted again
        REDO,
        /// a person's text that is not: it stays, and a proposal comes beside it
        PROPOSE,
        /// it is already as the terms want it, and nothing has to happen
        FITS
    }

    /// One text.
    ///
    /// @param item with its text of today
    /// @param marks where its source speaks of what is changed
    /// @param old where the text has wording that is agreed now and would not be afterwards
    /// @param findings what the terminology check would say of the text (of one that is empty or
    ///   untranslated, that); condensations, which may leave things unsaid, are not read by it
    public record Affected(
            ReviewItem item,
            List<Span> marks,
            List<Span> old,
            List<QaFinding> findings,
            Fate fate) {

        public Language language() {
            return item.unit().id().language();
        }

        /// Whether it is asked for again with all machine drafts, even those that fit: they were
        /// drafted before the terms were as they would be. A text from memory, whose words a person
        /// chose, does not become stale by terms.
        boolean draft() {
            return item.state() == TargetState.TRANSLATED
                    && item.target() != null
                    && item.target().machine();
        }
    }

    public TermEffect {
        texts = List.copyOf(texts);
    }

    public int count(Fate fate) {
        return (int) texts.stream().filter(text -> text.fate() == fate).count();
    }

    /// Counts by language, those without a text left out.
    public Map<Language, Map<Fate, Integer>> counts() {
        Map<Language, Map<Fate, Integer>> counts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Map<Fate, Integer> some = new EnumMap<>(Fate.class);
            texts.stream()
                    .filter(text -> text.language() == language)
                    .forEach(text -> some.merge(text.fate(), 1, Integer::sum));
            if (!some.isEmpty()) {
                counts.put(language, some);
            }
        }
        return counts;
    }

    /// The units that would be asked for.
    ///
    /// @param fitting whether machine drafts that fit are meant too
    public List<ReviewItem> wanted(boolean fitting) {
        return texts.stream()
                .filter(text -> text.fate() != Fate.FITS || fitting && text.draft())
                .map(Affected::item)
                .toList();
    }

    /// Machine drafts that fit.
    public int fittingDrafts() {
        return (int)
                texts.stream().filter(text -> text.fate() == Fate.FITS && text.draft()).count();
    }

    /// Tells whether it concerns the same texts as another, standing as they did.
    public String seal() {
        StringBuilder all = new StringBuilder();
        for (Affected text : texts) {
            all.append(text.item().unit().id())
                    .append(' ')
                    .append(text.item().version())
                    .append(' ')
                    .append(text.item().unit().hash().hex())
                    .append(' ')
                    .append(text.fate())
                    .append('\n');
        }
        return SourceHash.of(all.toString()).hex().substring(0, 32);
    }
}
