package hanji.cli;

import hanji.segment.Problem;

/// What the program tells a script.
final class ExitCode {

    static final int DONE = 0;

    /// findings
    static final int FINDINGS = 1;

    /// bad usage, file or set-up
    static final int USAGE = 3;

    /// a model, the network or a disk failed
    static final int IO = 4;

    private ExitCode() {}

    static int of(Problem.Kind kind) {
        return switch (kind) {
            case BAD_INPUT, FORBIDDEN, NOT_FOUND, GONE, TOO_LARGE, CONFLICT, SETUP -> USAGE;
            case MODEL, SPENT, STORAGE -> IO;
        };
    }
}
