package hanji.digest;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// One JSON object, read strictly; every complaint names the path of the value.
record JsonFields(JsonNode node, String path) {

    static JsonFields of(JsonNode node, String path, Set<String> known) {
        if (!node.isObject()) {
            throw wrong(path, Sentence.of("must be an object"));
        }
        node.fieldNames()
                .forEachRemaining(name -> {
                    if (!known.contains(name)) {
                        throw wrong(
                                path + "." + shown(name),
                                Sentence.of(
                                        "is not a known key; known are %s",
                                        String.join(", ", known.stream().sorted().toList())));
                    }
                });
        return new JsonFields(node, path);
    }

    String required(String name) {
        var text = optional(name);
        if (text == null) {
            throw wrong(path(name), Sentence.of("is missing"));
        }
        return text;
    }

    /// One line of text, stripped; null where the key is missing or null.
    @Nullable String optional(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : line(value, path(name));
    }

    @Nullable Integer count(String name) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        // nine digits are read back from Markdown
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < 0
                || value.intValue() > 999_999_999) {
            throw wrong(path(name), Sentence.of("must be a whole number from 0 to 999999999"));
        }
        return value.intValue();
    }

    <T> List<T> list(String name, BiFunction<JsonNode, String, T> read) {
        var value = node.get(name);
        if (value == null || value.isNull()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong(path(name), Sentence.of("must be an array"));
        }
        var list = new ArrayList<T>();
        for (var item : value) {
            list.add(read.apply(item, path(name) + "[" + list.size() + "]"));
        }
        return list;
    }

    String path(String name) {
        return path + "." + name;
    }

    static String line(JsonNode value, String path) {
        var text = text(value, path);
        if (text.codePoints()
                .anyMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029)) {
            throw wrong(path, Sentence.of("must be one line without control characters"));
        }
        return text;
    }

    static String text(JsonNode value, String path) {
        if (!value.isTextual()) {
            throw wrong(path, Sentence.of("must be a string"));
        }
        if (value.textValue().isBlank()) {
            throw wrong(path, Sentence.of("must not be blank"));
        }
        return value.textValue().strip();
    }

    static Problem wrong(String path, Sentence what) {
        return Problem.badInput("The digest's JSON cannot be used: %s %s.", path, what);
    }

    private static String shown(String name) {
        return name.length() > 40 ? name.substring(0, 40) + "…" : name;
    }
}
