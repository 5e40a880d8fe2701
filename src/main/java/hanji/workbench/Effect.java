package hanji.workbench;

import hanji.memory.MemoryPair;
import hanji.qa.QaFinding;
import hanji.review.Arrival;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.SourceHash;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.termbase.Terms;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change of the terms, or an approved wording, would mean for the texts that stand.
///
/// @param stamp tells what it was computed from: the terms of the moment, or the version of the
///   approved unit
/// @param terms as they would be
/// @param wording the approved pair; null for a change of terms
/// @param texts all that it concerns: those whose Korean speaks of what is changed, so that a model
///   or a check is told something else of it afterwards; or those of the same original. Worst
///   first, then in the order of the digests
/// @param at when it was computed
public record Effect(
        Cause cause,
        String stamp,
        Terms terms,
        @Nullable MemoryPair wording,
        List<Affected> texts,
        Instant at) {

    /// The id of the check that reads texts by the terms.
    static final String TERMINOLOGY = "terminology";

    /// What becomes of a text.
    public enum Fate {
        /// a draft that nobody stands behind and that is not as it should be: it would be made
        /// again
        REDO,
        /// a person's text that is not: it stays, and a proposal comes beside it
        PROPOSE,
        /// it is already as it should be, or a text beside it is, and nothing has to happen
        FITS
    }

    /// One text.
    ///
    /// @param item with its text of today
    /// @param marks where its source speaks of what is changed
    /// @param old where the text has wording that is agreed now and would not be afterwards
    /// @param findings what the terminology check would say of the text (of one that is empty or
    ///   untranslated, that); condensations, which may leave things unsaid, are not read by it
    /// @param taken the approved wording, where it can stand without a model being asked (see
    ///   [Leverage]); null where one has to be
    public record Affected(
            ReviewItem item,
            List<Span> marks,
            List<Span> old,
            List<QaFinding> findings,
            Fate fate,
            Arrival.@Nullable Remembered taken) {

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

    public Effect {
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

    /// Texts that come without a call.
    public List<Arrival.Remembered> taken() {
        return texts.stream().map(Affected::taken).filter(Objects::nonNull).toList();
    }

    /// The units that a model would be asked for.
    ///
    /// @param fitting whether machine drafts that fit are meant too
    public List<ReviewItem> wanted(boolean fitting) {
        return texts.stream()
                .filter(text -> text.taken() == null)
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
                    .append(text.taken() == null ? "" : " taken")
                    .append('\n');
        }
        return SourceHash.of(all.toString()).hex().substring(0, 32);
    }
}
