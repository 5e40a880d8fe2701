package hanji.llm;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import hanji.llm.RecordedFile.Condensed;
import hanji.llm.RecordedFile.Entry;
import hanji.segment.Language;
import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads recorded answers strictly: a key that nobody knows, a number for a text, a text without
/// its source would otherwise be an answer that silently never comes. It walks the tokens itself,
/// because a data binder says where it noticed a mistake, often at the end of the file, and not
/// where the mistake stands.
final class RecordedParser {

    /// The only format so far.
    private static final int FORMAT = 1;

    private static final YAMLFactory YAML = YAMLFactory.builder().build();

    private final Path file;
    private final JsonParser yaml;

    private RecordedParser(Path file, JsonParser yaml) {
        this.file = file;
        this.yaml = yaml;
    }

    /// One value, at whose first token the parser stands; it leaves it at the last.
    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    /// @throws Problem (set-up) with the file and the line
    static RecordedFile read(Path file) {
        try (JsonParser yaml = YAML.createParser(Files.readString(file))) {
            yaml.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
            yaml.nextToken();
            return new RecordedParser(file, yaml).file();
        } catch (JsonProcessingException e) {
            String what =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("not YAML");
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new Problem(Problem.Kind.SETUP, sentence(file, line, what)).causedBy(e);
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "Cannot read %s: check that it is a readable UTF-8 file.",
                            file)
                    .causedBy(e);
        }
    }

    private RecordedFile file() throws IOException {
        int line = open(JsonToken.START_OBJECT, "format, model, digest and entries");
        boolean format = false;
        String model = null;
        List<Entry> entries = null;
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String key = key();
            switch (key) {
                case "format" -> format = format();
                case "model" -> model = text();
                case "digest" -> text();
                case "entries" -> entries = list(this::entry);
                default -> throw wrong(at, "unknown key \"%s\"".formatted(key));
            }
        }
        check(format, line, "format is missing");
        return new RecordedFile(
                required(model, line, "model"), List.copyOf(required(entries, line, "entries")));
    }

    private boolean format() throws IOException {
        check(
                yaml.currentToken() == JsonToken.VALUE_NUMBER_INT && yaml.getIntValue() == FORMAT,
                line(),
                "format is not 1");
        return true;
    }

    private Entry entry() throws IOException {
        int line = open(JsonToken.START_OBJECT, "title, translations and condensed");
        String title = null;
        List<Map<Language, String>> translations = List.of();
        Condensed condensed = Condensed.NOTHING;
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String key = key();
            switch (key) {
                case "title" -> title = text();
                case "translations" -> translations = list(this::translation);
                case "condensed" -> condensed = condensed();
                default -> throw wrong(at, "unknown key \"%s\"".formatted(key));
            }
        }
        return new Entry(required(title, line, "title"), translations, condensed);
    }

    private Map<Language, String> translation() throws IOException {
        int line = line();
        Map<Language, String> texts = byLanguage(this::text);
        check(texts.containsKey(Language.SOURCE), line, "a translation has no \"ko\" text");
        return texts;
    }

    private Condensed condensed() throws IOException {
        open(JsonToken.START_OBJECT, "headline, tldr and bullets");
        Map<Language, String> headline = Map.of();
        Map<Language, String> tldr = Map.of();
        Map<Language, List<String>> bullets = Map.of();
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            int at = line();
            String key = key();
            switch (key) {
                case "headline" -> headline = byLanguage(this::text);
                case "tldr" -> tldr = byLanguage(this::text);
                case "bullets" -> bullets = byLanguage(this::bullets);
                default -> throw wrong(at, "unknown key \"%s\"".formatted(key));
            }
        }
        return new Condensed(headline, tldr, bullets);
    }

    private List<String> bullets() throws IOException {
        int line = line();
        List<String> bullets = list(this::text);
        check(!bullets.isEmpty(), line, "a list of bullets is empty");
        return bullets;
    }

    private <T> Map<Language, T> byLanguage(Reading<T> value) throws IOException {
        open(JsonToken.START_OBJECT, "texts by language");
        Map<Language, T> values = new EnumMap<>(Language.class);
        while (yaml.nextToken() != JsonToken.END_OBJECT) {
            int line = line();
            String tag = key();
            check(RecordedIndex.known(tag), line, "unknown language \"%s\"".formatted(tag));
            values.put(Language.of(tag), value.read());
        }
        return values;
    }

    private <T> List<T> list(Reading<T> value) throws IOException {
        open(JsonToken.START_ARRAY, "items of a list");
        List<T> values = new ArrayList<>();
        while (yaml.nextToken() != JsonToken.END_ARRAY) {
            values.add(value.read());
        }
        return values;
    }

    private String text() throws IOException {
        check(
                yaml.currentToken() == JsonToken.VALUE_STRING,
                line(),
                "a text is expected here; put it in quotes");
        check(!yaml.getText().isBlank(), line(), "a text is empty");
        return yaml.getText();
    }

    /// The key of the next value; leaves the parser at the value.
    private String key() throws IOException {
        String key = yaml.currentName();
        yaml.nextToken();
        return key;
    }

    private int open(JsonToken start, String what) {
        check(yaml.currentToken() == start, line(), what + " are expected here");
        return line();
    }

    private int line() {
        return yaml.currentTokenLocation().getLineNr();
    }

    private <T> T required(@Nullable T value, int line, String key) {
        if (value == null) {
            throw wrong(line, key + " is missing");
        }
        return value;
    }

    private void check(boolean right, int line, String what) {
        if (!right) {
            throw wrong(line, what);
        }
    }

    private Problem wrong(int line, String what) {
        return Problem.setup(sentence(file, line, what));
    }

    private static String sentence(Path file, int line, String what) {
        return "%s, line %d: %s. Mend the file of recorded answers.".formatted(file, line, what);
    }
}
