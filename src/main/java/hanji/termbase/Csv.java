package hanji.termbase;

import hanji.segment.Problem;
import java.util.ArrayList;
import java.util.List;

/// Comma-separated values as RFC 4180 has them; a byte order mark and any line end are tolerated.
///
/// Spreadsheets run cells that begin with `=`, `+`, `-` or `@`: such a cell is written with an
/// apostrophe before it, which is taken off again when it is read.
final class Csv {

    private static final String RUN = "=+-@";

    /// @param line where it begins, from 1
    record Record(int line, List<String> cells) {

        String cell(int index) {
            return index >= 0 && index < cells.size() ? cells.get(index) : "";
        }
    }

    private final String text;
    private int at;
    private int line = 1;

    private Csv(String text) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /// The records that hold anything.
    ///
    /// @throws Problem (bad input) for a quotation mark without its partner
    static List<Record> read(String text) {
        Csv csv = new Csv(text);
        List<Record> records = new ArrayList<>();
        while (csv.at < csv.text.length()) {
            Record record = csv.record();
            if (record.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                records.add(record);
            }
        }
        return records;
    }

    private Record record() {
        int begin = line;
        List<String> cells = new ArrayList<>();
        do {
            cells.add(safe(cell()));
        } while (takes(','));
        takes('\r');
        takes('\n');
        line++;
        return new Record(begin, cells);
    }

    private String cell() {
        if (takes('"')) {
            return quoted();
        }
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int begin = line;
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '"' && !takes('"')) {
                return cell.toString();
            }
            line += c == '\n' ? 1 : 0;
            cell.append(c);
        }
        throw Problem.badInput(
                "Line %d: a cell begins with a quotation mark and does not end with one.", begin);
    }

    private boolean takes(char c) {
        boolean here = at < text.length() && text.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }

    private static String safe(String cell) {
        boolean kept =
                cell.length() > 1 && cell.charAt(0) == '\'' && RUN.indexOf(cell.charAt(1)) >= 0;
        return kept ? cell.substring(1) : cell;
    }

    /// A cell as it is written.
    static String cell(String text) {
        String safe = !text.isEmpty() && RUN.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
