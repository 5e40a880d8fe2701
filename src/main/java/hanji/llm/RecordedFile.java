package hanji.llm;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import hanji.segment.Language;
import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A file of answers that a person wrote. Read strictly: a key that nobody knows, a number for a text, a text
/// without its source would otherwise be an answer that silently never comes.
///
/// @param model who answered, as provenance names it
/// @param digest key of the digest, for people
record RecordedFile(int format, String model, @Nullable String digest, List<Entry> entries) {

    /// The only format so far.
    static final int FORMAT = 1;

    private static final ObjectMapper YAML = strict();

    RecordedFile {
        require(format == FORMAT, "format is not 1");
        require(model != null && !model.isBlank(), "model is missing");
        require(entries != null, "entries is missing");
        entries = List.copyOf(entries);
    }

    /// One paper; each part in as many languages as were written.
    record Entry(String title, List<Map<Language, String>> translations, @Nullable Condensed condensed) {

        Entry {
            require(title != null && !title.isBlank(), "title is missing");
            translations = translations == null ? List.of() : List.copyOf(translations);
            translations.forEach(texts -> {
                require(texts.containsKey(Language.SOURCE), "a translation has no \"ko\" text");
                requireText(texts.values());
            });
        }
    }

    record Condensed(
            Map<Language, String> headline, Map<Language, String> tldr, Map<Language, List<String>> bullets) {

        Condensed {
            headline = headline == null ? Map.of() : headline;
            tldr = tldr == null ? Map.of() : tldr;
            bullets = bullets == null ? Map.of() : bullets;
            requireText(headline.values());
            requireText(tldr.values());
            bullets.values().forEach(Condensed::requireList);
        }

        private static void requireList(@Nullable List<String> texts) {
            require(texts != null && !texts.isEmpty(), "a list of bullets is empty");
            requireText(texts);
        }
    }

    private static void requireText(Iterable<@Nullable String> texts) {
        texts.forEach(text -> require(text != null && !text.isBlank(), "a text is empty"));
    }

    private static void require(boolean right, String wrong) {
        if (!right) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /// @throws Problem (set-up) with the file and the line
    static RecordedFile read(Path file) {
        try {
            return YAML.readValue(Files.readString(file), RecordedFile.class);
        } catch (JsonProcessingException e) {
            throw new Problem(Problem.Kind.SETUP, sentence(file, e), e);
        } catch (IOException e) {
            throw new Problem(
                    Problem.Kind.SETUP, "Cannot read %s: check that it is a readable UTF-8 file.".formatted(file), e);
        }
    }

    private static String sentence(Path file, JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return "%s%s: %s%s. Mend the file of recorded answers."
                .formatted(file, at == null ? "" : ", line " + at.getLineNr(), what(e), where(e));
    }

    private static String what(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown -> "unknown key \"%s\"".formatted(unknown.getPropertyName());
            case ValueInstantiationException wrong when wrong.getCause() != null ->
                String.valueOf(wrong.getCause().getMessage());
            case JsonMappingException wrong when wrong.getCause() instanceof Problem language -> language.sentence();
            case JsonMappingException _ -> "a value of the wrong kind";
            default -> "not YAML: " + String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        };
    }

    private static String where(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping) || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining("", " at ", ""))
                .replaceFirst(" at \\.", " at ");
    }

    private static ObjectMapper strict() {
        ObjectMapper mapper = new ObjectMapper(
                        YAMLFactory.builder().build().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }
}
