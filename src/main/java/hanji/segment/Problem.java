package hanji.segment;

/// Something the person at the other end can mend. The message is one sentence (or two) that says
/// what is wrong, where, and what to do; the command line prints it as it is, the interface answers
/// with it.
public final class Problem extends RuntimeException {

    /// What sort of problem; each border (HTTP, command line) maps it to its own code.
    public enum Kind {
        /// the input cannot be used as it is
        BAD_INPUT,
        /// whoever asks may not
        FORBIDDEN,
        /// what was asked for is not here
        NOT_FOUND,
        /// it was here, and was taken away
        GONE,
        /// larger than the documented limit
        TOO_LARGE,
        /// understood, but not allowed in the present state
        CONFLICT,
        /// the program is set up wrongly: configuration, folder, port, database
        SETUP,
        /// a model did not answer usefully
        MODEL,
        /// a budget has no room for what was asked
        SPENT,
        /// the database or disk failed
        STORAGE
    }

    private final Kind kind;

    public Problem(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Problem(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public static Problem badInput(String message) {
        return new Problem(Kind.BAD_INPUT, message);
    }

    public static Problem forbidden(String message) {
        return new Problem(Kind.FORBIDDEN, message);
    }

    public static Problem notFound(String message) {
        return new Problem(Kind.NOT_FOUND, message);
    }

    public static Problem gone(String message) {
        return new Problem(Kind.GONE, message);
    }

    public static Problem conflict(String message) {
        return new Problem(Kind.CONFLICT, message);
    }

    public static Problem setup(String message) {
        return new Problem(Kind.SETUP, message);
    }

    public Kind kind() {
        return kind;
    }

    /// The sentence for the person; never null.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
