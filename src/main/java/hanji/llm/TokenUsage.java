package hanji.llm;

/// Tokens of one call, as the provider counted them; 0 where it did not say.
public record TokenUsage(int in, int out) {

    public static final TokenUsage NONE = new TokenUsage(0, 0);

    public TokenUsage plus(TokenUsage other) {
        return new TokenUsage(in + other.in, out + other.out);
    }
}
