package hanji.search;

import hanji.review.Mark;
import hanji.segment.Language;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.jspecify.annotations.Nullable;

/// Reads documents back.
final class Hits {

    private final Highlights highlights;
    private final List<Language> languages;

    Hits(Highlights highlights, @Nullable Language language) {
        this.highlights = highlights;
        this.languages = language == null ? Language.TARGETS : List.of(language);
    }

    Hit of(Document document) throws IOException {
        String id = text(document, Field.ID);
        String kind = id.substring(0, id.indexOf('-'));
        String source = document.get(Field.SOURCE);
        return new Hit(
                kind,
                text(document, Field.DIGEST),
                number(document, Field.ENTRY),
                number(document, Field.NUMBER),
                highlights.in(text(document, Field.TITLE), Field.TITLE),
                highlights.in(text(document, Field.AUTHORS), Field.AUTHORS),
                source == null ? null : highlights.in(source, Field.SOURCE, Field.SYLLABLES),
                kind.equals(Field.PAPER)
                        ? first(document)
                        : units(document, UnitKind.of(kind), id.substring(id.indexOf('-') + 1)));
    }

    private List<Hit.Unit> units(Document document, UnitKind kind, String subject)
            throws IOException {
        List<Hit.Unit> units = new ArrayList<>();
        for (Language language : languages) {
            Told told = Told.of(text(document, Field.unit(language)));
            String text = document.get(Field.target(language));
            units.add(
                    new Hit.Unit(
                            new UnitId(kind, Long.parseLong(subject), language),
                            language,
                            told.state(),
                            told.mark(),
                            text == null ? null : highlights.in(text, Field.target(language)),
                            told.actor(),
                            told.at()));
        }
        return units;
    }

    /// A paper is read from its first bullet on; how that stands is not told.
    private List<Hit.Unit> first(Document document) {
        IndexableField first = document.getField(Field.FIRST);
        return first == null
                ? List.of()
                : languages.stream()
                        .map(language ->
                                new Hit.Unit(
                                        new UnitId(
                                                UnitKind.TRANSLATION,
                                                first.numericValue().longValue(),
                                                language),
                                        language,
                                        TargetState.INITIAL,
                                        Mark.NONE,
                                        null,
                                        "",
                                        null))
                        .toList();
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.get(field), field);
    }

    private static int number(Document document, String field) {
        return Objects.requireNonNull(document.getField(field), field).numericValue().intValue();
    }
}
