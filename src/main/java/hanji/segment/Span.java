package hanji.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;

/// A stretch of a text: offsets in UTF-16 code units, `end` exclusive. In JSON `[start, end]`.
public record Span(int start, int end) {

    public Span {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: " + start + ".." + end);
        }
    }

    public String of(String text) {
        return text.substring(start, end);
    }

    public int length() {
        return end - start;
    }

    @JsonValue
    List<Integer> offsets() {
        return List.of(start, end);
    }

    /// Reads JSON; findings that were stored first have the offsets by name.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Span read(Object offsets) {
        return switch (offsets) {
            case List<?> list
                    when list.size() == 2
                            && list.getFirst() instanceof Integer start
                            && list.getLast() instanceof Integer end ->
                    new Span(start, end);
            case Map<?, ?> map
                    when map.get("start") instanceof Integer start
                            && map.get("end") instanceof Integer end ->
                    new Span(start, end);
            default -> throw new IllegalArgumentException("not a span: " + offsets);
        };
    }
}
