package hanji.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.testing.Dialect.End;
import hanji.testing.Dialect.Usage;
import java.util.ArrayList;
import java.util.List;

/// How each provider writes a completion piece by piece: server-sent events, or a JSON object a
/// line for Ollama.
final class StreamDialect {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// Code points of a piece: less than a word, so that pieces end anywhere.
    private static final int PIECE = 3;

    private StreamDialect() {}

    static boolean wanted(Received request) {
        return request.body().path("stream").asBoolean();
    }

    static String contentType(Dialect dialect) {
        return dialect == Dialect.OLLAMA ? "application/x-ndjson" : "text/event-stream";
    }

    /// What is sent, write by write.
    static List<String> events(Dialect dialect, String model, String text, End end, Usage usage) {
        return switch (dialect) {
            case OPENAI -> openAi(model, usage, text, end);
            case OLLAMA -> ollama(model, usage, text, end);
            case ANTHROPIC -> anthropic(model, usage, text, end);
        };
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int left = text.codePointCount(from, text.length());
            int to = text.offsetByCodePoints(from, Math.min(PIECE, left));
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }

    private static List<String> openAi(String model, Usage usage, String text, End end) {
        List<String> events = new ArrayList<>();
        String field = end == End.REFUSAL ? "refusal" : "content";
        for (String piece : pieces(text)) {
            ObjectNode chunk = openAiChunk(model);
            chunk.putArray("choices")
                    .addObject()
                    .put("index", 0)
                    .putObject("delta")
                    .put(field, piece);
            events.add(data(chunk));
        }
        ObjectNode last = openAiChunk(model);
        last.putArray("choices")
                .addObject()
                .put("index", 0)
                .put(
                        "finish_reason",
                        switch (end) {
                            case STOP, REFUSAL -> "stop";
                            case LENGTH -> "length";
                            case FILTER -> "content_filter";
                        })
                .putObject("delta");
        events.add(data(last));
        ObjectNode counted = openAiChunk(model);
        counted.putArray("choices");
        counted.putObject("usage")
                .put("prompt_tokens", usage.in())
                .put("completion_tokens", usage.out())
                .put("total_tokens", usage.in() + usage.out());
        events.add(data(counted));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static ObjectNode openAiChunk(String model) {
        return JSON.createObjectNode()
                .put("id", "chatcmpl-stub")
                .put("object", "chat.completion.chunk")
                .put("created", 0)
                .put("model", model);
    }

    private static List<String> ollama(String model, Usage usage, String text, End end) {
        List<String> lines = new ArrayList<>();
        for (String piece : pieces(text)) {
            lines.add(ollamaLine(model, piece).put("done", false) + "\n");
        }
        lines.add(
                ollamaLine(model, "")
                                .put("done", true)
                                .put("done_reason", end == End.LENGTH ? "length" : "stop")
                                .put("prompt_eval_count", usage.in())
                                .put("eval_count", usage.out())
                        + "\n");
        return lines;
    }

    private static ObjectNode ollamaLine(String model, String piece) {
        ObjectNode line =
                JSON.createObjectNode()
                        .put("model", model)
                        .put("created_at", "2026-01-01T00:00:00Z");
        line.putObject("message").put("role", "assistant").put("content", piece);
        return line;
    }

    private static List<String> anthropic(String model, Usage usage, String text, End end) {
        List<String> events = new ArrayList<>();
        ObjectNode start = event("message_start");
        start.putObject("message")
                .put("id", "msg_stub")
                .put("type", "message")
                .put("role", "assistant")
                .put("model", model)
                .putObject("usage")
                .put("input_tokens", usage.in())
                .put("output_tokens", 1);
        events.add(named(start));
        ObjectNode block = event("content_block_start").put("index", 0);
        block.putObject("content_block").put("type", "text").put("text", "");
        events.add(named(block));
        for (String piece : pieces(text)) {
            ObjectNode delta = event("content_block_delta").put("index", 0);
            delta.putObject("delta").put("type", "text_delta").put("text", piece);
            events.add(named(delta));
        }
        events.add(named(event("content_block_stop").put("index", 0)));
        ObjectNode last = event("message_delta");
        last.putObject("delta")
                .put(
                        "stop_reason",
                        switch (end) {
                            case STOP -> "end_turn";
                            case LENGTH -> "max_tokens";
                            case FILTER, REFUSAL -> "refusal";
                        });
        last.putObject("usage").put("output_tokens", usage.out());
        events.add(named(last));
        events.add(named(event("message_stop")));
        return events;
    }

    private static ObjectNode event(String type) {
        return JSON.createObjectNode().put("type", type);
    }

    private static String named(ObjectNode event) {
        return "event: " + event.path("type").asText() + "\n" + data(event);
    }

    private static String data(ObjectNode event) {
        return "data: " + event + "\n\n";
    }
}
