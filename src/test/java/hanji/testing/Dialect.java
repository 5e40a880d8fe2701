package hanji.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// How each provider writes a completion.
enum Dialect {
    OPENAI("/v1/chat/completions"),
    OLLAMA("/api/chat"),
    ANTHROPIC("/v1/messages");

    private static final ObjectMapper JSON = new ObjectMapper();

    final String path;

    Dialect(String path) {
        this.path = path;
    }

    /// Why a completion ends.
    enum End {
        STOP,
        LENGTH,
        FILTER,
        REFUSAL
    }

    /// Tokens of the messages and of the answer.
    record Usage(int in, int out) {}

    /// A completion as this provider sends it.
    String completion(String model, String text, End end, Usage usage) {
        ObjectNode answer =
                switch (this) {
                    case OPENAI -> openAi(text, end, usage);
                    case OLLAMA -> ollama(text, end, usage);
                    case ANTHROPIC -> anthropic(text, end, usage);
                };
        return answer.put("model", model).toString();
    }

    /// A third of the code points, rounded up: nobody's tokenizer, but the same everywhere and for
    /// ever.
    static int tokens(String text) {
        return (text.codePointCount(0, text.length()) + 2) / 3;
    }

    private static ObjectNode openAi(String text, End end, Usage usage) {
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("id", "chatcmpl-stub")
                        .put("object", "chat.completion")
                        .put("created", 0);
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.put(
                "finish_reason",
                switch (end) {
                    case STOP, REFUSAL -> "stop";
                    case LENGTH -> "length";
                    case FILTER -> "content_filter";
                });
        ObjectNode message = choice.putObject("message").put("role", "assistant");
        if (end == End.REFUSAL) {
            message.putNull("content").put("refusal", text);
        } else {
            message.put("content", text);
        }
        answer.putObject("usage")
                .put("prompt_tokens", usage.in())
                .put("completion_tokens", usage.out())
                .put("total_tokens", usage.in() + usage.out());
        return answer;
    }

    private static ObjectNode ollama(String text, End end, Usage usage) {
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("created_at", "2026-01-01T00:00:00Z")
                        .put("done", true)
                        .put("done_reason", end == End.LENGTH ? "length" : "stop")
                        .put("prompt_eval_count", usage.in())
                        .put("eval_count", usage.out());
        answer.putObject("message").put("role", "assistant").put("content", text);
        return answer;
    }

    private static ObjectNode anthropic(String text, End end, Usage usage) {
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("id", "msg_stub")
                        .put("type", "message")
                        .put("role", "assistant")
                        .put(
                                "stop_reason",
                                switch (end) {
                                    case STOP -> "end_turn";
                                    case LENGTH -> "max_tokens";
                                    case FILTER, REFUSAL -> "refusal";
                                });
        answer.putArray("content").addObject().put("type", "text").put("text", text);
        answer.putObject("usage").put("input_tokens", usage.in()).put("output_tokens", usage.out());
        return answer;
    }
}
