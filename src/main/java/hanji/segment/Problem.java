package hanji.segment;

import org.jspecify.annotations.Nullable;

/// Something the person at the other end can mend. The message is one sentence (or two) that says
/// what is wrong, where, and what to do; the command line prints it as it is, the interface answers
/// with it, and pages say it in the language of their reader.
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
    private final Sentence said;

    /// @param template constant, for it is what a translation is looked up by; see [Sentence]
    public Problem(Kind kind, String template, @Nullable Object... args) {
        this(kind, Sentence.of(template, args));
    }

    public Problem(Kind kind, Sentence said) {
        super(said.toString());
        this.kind = kind;
        this.said = said;
    }

    public static Problem badInput(String template, @Nullable Object... args) {
        return new Problem(Kind.BAD_INPUT, template, args);
    }

    public static Problem forbidden(String template, @Nullable Object... args) {
        return new Problem(Kind.FORBIDDEN, template, args);
    }

    public static Problem notFound(String template, @Nullable Object... args) {
        return new Problem(Kind.NOT_FOUND, template, args);
    }

    public static Problem gone(String template, @Nullable Object... args) {
        return new Problem(Kind.GONE, template, args);
    }

    public static Problem conflict(String template, @Nullable Object... args) {
        return new Problem(Kind.CONFLICT, template, args);
    }

    public static Problem setup(String template, @Nullable Object... args) {
        return new Problem(Kind.SETUP, template, args);
    }

    public Kind kind() {
        return kind;
    }

    /// With what it came from, which is for the log.
    public Problem causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    /// The sentence for the person, in English.
    public String sentence() {
        return said.toString();
    }

    /// The same sentence, as pages say it in another language.
    public Sentence said() {
        return said;
    }
}
