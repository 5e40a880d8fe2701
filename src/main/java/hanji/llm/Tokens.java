package hanji.llm;

import dev.langchain4j.model.TokenCountEstimator;
import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;

/// Counts tokens before a call. The count is exact for OpenAI's models of today; the vocabularies
/// of others differ by some ten per cent for Korean.
public final class Tokens {

    private static final TokenCountEstimator COUNTER = new OpenAiTokenCountEstimator("gpt-4o");

    private Tokens() {}

    public static int count(String text) {
        return COUNTER.estimateTokenCountInText(text);
    }
}
