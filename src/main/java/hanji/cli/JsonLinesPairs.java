package hanji.cli;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// JSON Lines of `{"id","lang","source","target"}`, with `"kind"` for condensations; other fields
/// are not looked at.
final class JsonLinesPairs implements Pairs {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .build();

    private static final String FORM =
            "every line is an object {\"id\", \"lang\", \"source\", \"target\"}";

    private final String name;
    private final InputStream in;
    private int line;

    JsonLinesPairs(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    @Override
    public @Nullable TextPair next() {
        for (String text = line(); text != null; text = line()) {
            if (!text.isBlank()) {
                return pair(text);
            }
        }
        return null;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw Pairs.unreadable(name, e);
        }
    }

    /// @return null at the end
    private @Nullable String line() {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            int b = in.read();
            if (b < 0) {
                return null;
            }
            for (; b >= 0 && b != '\n'; b = in.read()) {
                if (bytes.size() == LONGEST) {
                    throw problem("the line is longer than %,d bytes: %s.", LONGEST, FORM);
                }
                bytes.write(b);
            }
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes.toByteArray()))
                            .toString();
            return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw problem("this is not UTF-8: save the file as UTF-8.");
        } catch (IOException e) {
            throw Pairs.unreadable(name, e);
        }
    }

    private TextPair pair(String text) {
        JsonNode row = json(text);
        try {
            UnitKind kind = kind(row);
            String lang = text(row, "lang");
            return new TextPair(
                    place(),
                    text(row, "id"),
                    kind,
                    kind == UnitKind.TRANSLATION ? Language.target(lang) : Language.of(lang),
                    text(row, "source"),
                    text(row, "target"));
        } catch (Problem e) {
            throw problem("%s", e.sentence());
        }
    }

    private JsonNode json(String text) {
        try {
            JsonNode row = JSON.readTree(text);
            if (!row.isObject()) {
                throw problem("this is no JSON object: %s.", FORM);
            }
            return row;
        } catch (JsonProcessingException e) {
            throw problem("this is not JSON (column %d): %s.", e.getLocation().getColumnNr(), FORM);
        }
    }

    private static UnitKind kind(JsonNode row) {
        if (!row.has("kind") || row.get("kind").asText().equals(UnitKind.TRANSLATION.wire())) {
            return UnitKind.TRANSLATION;
        }
        String kind = text(row, "kind");
        try {
            return UnitKind.condensation(kind);
        } catch (Problem e) {
            throw Problem.badInput(
                    "Unknown kind \"%s\": use one of translation, headline, tldr, bullets.", kind);
        }
    }

    private static String text(JsonNode row, String field) {
        JsonNode value = row.get(field);
        if (value == null) {
            throw Problem.badInput("\"%s\" is missing: %s.", field, FORM);
        }
        if (!value.isTextual()) {
            throw Problem.badInput("\"%s\" is not a text: write it in quotes.", field);
        }
        return value.textValue();
    }

    private String place() {
        return name + ":" + line;
    }

    private Problem problem(String sentence, Object... args) {
        return Problem.badInput(place() + ": " + sentence.formatted(args));
    }
}
