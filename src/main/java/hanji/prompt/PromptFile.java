package hanji.prompt;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import hanji.segment.Problem;
import hanji.segment.SourceHash;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a prompt file: YAML front matter, then a body with `== system ==` and `== user ==`.
final class PromptFile {

    private static final Pattern PARTS =
            Pattern.compile(
                    "\\A---\\R(?<front>.*?\\R)---\\R+== system ==\\R(?<system>.*?)\\R== user ==\\R(?<user>.*?)\\R*\\z",
                    Pattern.DOTALL);

    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

    private PromptFile() {}

    private record FrontMatter(
            @Nullable String id,
            @Nullable String description,
            @Nullable String model,
            @Nullable Config config,
            @Nullable Map<String, String> input,
            @Nullable Output output) {}

    private record Config(double temperature, @JsonProperty(required = true) int maxOutputTokens) {}

    private record Output(@Nullable String format, @Nullable JsonNode schema) {}

    /// @param id the file's base name
    /// @throws Problem (set-up) that names the file and what is wrong with it
    static PromptTemplate read(String id, String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            throw wrong(
                    id,
                    "needs front matter between --- lines, then \"== system ==\" and \"== user ==\"");
        }
        FrontMatter front = frontMatter(id, parts.group("front"));
        if (!need(id, "id", front.id()).equals(id)) {
            throw wrong(id, "says id: %s, which must equal the file name".formatted(front.id()));
        }
        Config config = need(id, "config", front.config());
        return new PromptTemplate(
                id,
                need(id, "description", front.description()),
                SourceHash.of(text).hex(),
                config.temperature(),
                config.maxOutputTokens(),
                variables(need(id, "input", front.input())),
                need(id, "output.schema", need(id, "output", front.output()).schema()),
                parts.group("system"),
                parts.group("user"),
                text);
    }

    private static FrontMatter frontMatter(String id, String yaml) {
        try {
            return Objects.requireNonNullElseGet(
                    YAML.readValue(yaml, FrontMatter.class),
                    () -> new FrontMatter(null, null, null, null, null, null));
        } catch (JsonProcessingException e) {
            throw wrong(id, problem(e));
        }
    }

    private static String problem(JsonProcessingException failure) {
        // the front matter begins in the second line of the file
        int line = failure.getLocation() == null ? 1 : failure.getLocation().getLineNr() + 1;
        return switch (failure) {
            case UnrecognizedPropertyException unknown ->
                    "has an unknown key \"" + path(unknown) + "\"";
            case JsonMappingException other
                    when !(other.getCause() instanceof StreamReadException) ->
                    "needs another value for \"%s\" in line %d".formatted(path(other), line);
            default -> "is not YAML in line " + line;
        };
    }

    private static String path(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static List<PromptTemplate.Variable> variables(Map<String, String> input) {
        return input.entrySet().stream()
                .map(variable ->
                        new PromptTemplate.Variable(
                                variable.getKey().replace("?", ""),
                                variable.getValue(),
                                variable.getKey().endsWith("?")))
                .toList();
    }

    private static <T> T need(String id, String key, @Nullable T value) {
        if (value == null) {
            throw wrong(id, "lacks \"" + key + "\" in its front matter");
        }
        return value;
    }

    static Problem wrong(String id, String what) {
        return Problem.setup("The prompt file prompts/%s.md %s.", id, what);
    }
}
