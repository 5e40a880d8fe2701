package hanji.termbase;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads both forms of CSV: a row for each term, as [TermCsvWriter] writes it; or a row for each
/// concept, with a column for each language and perhaps `note` and `source`, where the note `keep`
/// says that the terms stay as they are.
final class TermCsvReader {

    private final Map<String, Integer> columns = new HashMap<>();
    private final List<ImportFile.Row> rows = new ArrayList<>();
    private final List<ImportFile.Unusable> unusable = new ArrayList<>();

    private TermCsvReader() {}

    static ImportFile read(String text) {
        List<Csv.Record> records = Csv.read(text);
        if (records.isEmpty()) {
            throw Problem.badInput("The file is empty: give TBX or CSV.");
        }
        if (records.size() > 20 * Termbase.MOST) {
            throw Problem.badInput("The file has too many rows: split it.");
        }
        TermCsvReader reader = new TermCsvReader();
        reader.read(records);
        return new ImportFile(reader.rows, reader.unusable);
    }

    private void read(List<Csv.Record> records) {
        Csv.Record header = records.getFirst();
        for (int i = 0; i < header.cells().size(); i++) {
            columns.putIfAbsent(header.cells().get(i).strip().toLowerCase(Locale.ROOT), i);
        }
        List<Csv.Record> rest = records.subList(1, records.size());
        if (columns.containsKey("language") && columns.containsKey("term")) {
            terms(rest);
        } else if (columns.containsKey(Language.SOURCE.tag())) {
            languages(header);
            rest.forEach(this::concept);
        } else {
            throw Problem.badInput(
                    "Line 1: the header has neither the columns language and term, nor one called ko.");
        }
    }

    private String cell(Csv.Record row, String column) {
        return row.cell(columns.getOrDefault(column, -1)).strip();
    }

    private void languages(Csv.Record header) {
        for (String name : header.cells()) {
            boolean known =
                    name.isBlank()
                            || name.strip().equalsIgnoreCase("note")
                            || name.strip().equalsIgnoreCase("source");
            if (!known && language(name) == null) {
                unusable.add(
                        new ImportFile.Unusable(
                                1, Sentence.of("The column \"%s\" is left out.", name.strip())));
            }
        }
    }

    private static @Nullable Language language(String name) {
        try {
            return Language.of(name);
        } catch (Problem e) {
            return null;
        }
    }

    private void concept(Csv.Record row) {
        ConceptDraft draft = new ConceptDraft(row.line());
        String note = cell(row, "note");
        boolean keep = note.equalsIgnoreCase(TermStatus.KEEP.wire());
        draft.note = keep ? null : note;
        draft.source = cell(row, "source");
        for (Language language : Language.values()) {
            String text = cell(row, language.tag().toLowerCase(Locale.ROOT));
            if (!text.isEmpty()) {
                TermDraft term = new TermDraft(row.line(), language);
                term.text = text;
                term.keep = keep;
                term.caseSensitive = keep;
                draft.terms.add(term);
            }
        }
        draft.finish(rows, unusable);
    }

    private void terms(List<Csv.Record> records) {
        Map<String, ConceptDraft> drafts = new LinkedHashMap<>();
        for (Csv.Record row : records) {
            String id = cell(row, "concept");
            ConceptDraft concept =
                    drafts.computeIfAbsent(
                            id.isEmpty() ? "line " + row.line() : id,
                            _ -> new ConceptDraft(row.line()));
            try {
                term(row, concept);
            } catch (Problem e) {
                unusable.add(new ImportFile.Unusable(row.line(), e.said()));
            }
        }
        drafts.values().forEach(draft -> draft.finish(rows, unusable));
    }

    private void term(Csv.Record row, ConceptDraft concept) {
        TermDraft term = new TermDraft(row.line(), Language.of(cell(row, "language")));
        term.text = cell(row, "term");
        String status = cell(row, "status");
        term.status = status.isEmpty() ? null : TermStatus.of(status);
        term.caseSensitive = cell(row, "case_sensitive").equalsIgnoreCase("true");
        String part = cell(row, "part_of_speech");
        term.partOfSpeech = part.isEmpty() ? null : PartOfSpeech.of(part);
        term.note = cell(row, "term_note");
        concept.note = first(concept.note, cell(row, "note"));
        concept.source = first(concept.source, cell(row, "source"));
        concept.terms.add(term);
    }

    private static String first(@Nullable String known, String other) {
        return known == null || known.isEmpty() ? other : known;
    }
}
