package hanji.termbase;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Writes CSV, a row for each term.
public final class TermCsvWriter {

    private static final String HEADER =
            "concept,language,term,status,case_sensitive,part_of_speech,term_note,note,source\r\n";

    private TermCsvWriter() {}

    /// A whole file in UTF-8, with the byte order mark that spreadsheets want.
    public static byte[] write(List<TermEntry> entries) {
        StringBuilder file = new StringBuilder("\uFEFF").append(HEADER);
        for (TermEntry entry : entries) {
            for (Term term : entry.concept().terms()) {
                file.append(row(entry, term)).append("\r\n");
            }
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String row(TermEntry entry, Term term) {
        return Stream.of(
                        String.valueOf(entry.id()),
                        term.language().tag(),
                        term.text(),
                        term.status().wire(),
                        String.valueOf(term.caseSensitive()),
                        term.partOfSpeech() == null ? "" : term.partOfSpeech().wire(),
                        Objects.requireNonNullElse(term.note(), ""),
                        Objects.requireNonNullElse(entry.concept().note(), ""),
                        Objects.requireNonNullElse(entry.concept().source(), ""))
                .map(Csv::cell)
                .collect(Collectors.joining(","));
    }
}
