package hanji.exchange;

import hanji.publish.BilingualDigest;
import hanji.publish.DigestExport;
import hanji.publish.Publisher;
import hanji.publish.Which;
import hanji.review.Comments;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.termbase.Termbase;
import hanji.termbase.Terms;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A digest as a file for other translation tools. Translations only: a condensation is no
/// translation of anything.
public final class DigestExchange {

    private final Publisher publisher;
    private final Termbase termbase;
    private final Comments comments;
    private final Clock clock;

    public DigestExchange(Publisher publisher, Termbase termbase, Comments comments, Clock clock) {
        this.publisher = publisher;
        this.termbase = termbase;
        this.comments = comments;
        this.clock = clock;
    }

    /// Writes the file. XLIFF holds every bullet, TMX those that have a text.
    ///
    /// @param language null for all, which TMX alone can hold
    /// @param which texts go along
    /// @throws Problem (bad input) for an XLIFF file without a language; (not found)
    public DigestExport.File file(
            String digestKey, @Nullable Language language, FileFormat format, Which which) {
        if (language == null && format != FileFormat.TMX) {
            throw Problem.badInput(
                    "An XLIFF file has one language: add ?lang= with one of %s.",
                    Language.tags(Language.TARGETS));
        }
        List<Language> languages = language == null ? Language.TARGETS : List.of(language);
        OutDigest digest = digest(digestKey, languages, which);
        Language first = languages.getFirst();
        String content =
                switch (format) {
                    case XLIFF -> Xliff2Out.write(digest, first);
                    case XLIFF12 -> Xliff12Out.write(digest, first);
                    case TMX -> TmxOut.write(digest, first);
                };
        String name =
                digestKey
                        + (language == null ? "" : "." + language.tag())
                        + "."
                        + format.extension();
        return new DigestExport.File(name, format.mediaType() + ";charset=utf-8", content);
    }

    private OutDigest digest(String key, List<Language> languages, Which which) {
        Terms terms = termbase.terms();
        List<BilingualDigest> sides =
                languages.stream()
                        .map(language -> publisher.bilingual(key, language, which))
                        .toList();
        List<OutDigest.Entry> entries = new ArrayList<>();
        int left = 0;
        for (int i = 0; i < sides.getFirst().entries().size(); i++) {
            BilingualDigest.Entry entry = sides.getFirst().entries().get(i);
            List<List<OutUnit>> rows = new ArrayList<>();
            for (int j = 0; j < entry.pairs().size(); j++) {
                List<OutUnit> row = new ArrayList<>();
                for (BilingualDigest side : sides) {
                    row.add(unit(side.entries().get(i).pairs().get(j), terms));
                }
                if (row.stream().allMatch(OutUnit::expressible)) {
                    rows.add(row);
                } else {
                    left++;
                }
            }
            if (!rows.isEmpty()) {
                entries.add(
                        new OutDigest.Entry(
                                entry.entry().entry().number(),
                                entry.entry().entry().title(),
                                rows));
            }
        }
        return new OutDigest(sides.getFirst().digest(), clock.instant(), entries, left);
    }

    private OutUnit unit(BilingualDigest.Pair pair, Terms terms) {
        ReviewItem item = pair.item();
        return new OutUnit(
                item,
                pair.shown() ? item.target() : null,
                terms.match(item.unit().source(), item.unit().id().language()),
                comments.of(item.unit().id()));
    }
}
