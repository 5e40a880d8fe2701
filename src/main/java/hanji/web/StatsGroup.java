package hanji.web;

import hanji.review.Worked;
import java.util.Arrays;

/// What the lines of the charts are.
enum StatsGroup {
    LANGUAGE,
    MODEL,
    PROMPT;

    /// @param name as an address has it; [#LANGUAGE] for anything else
    static StatsGroup of(String name) {
        return Arrays.stream(values())
                .filter(group -> group.wire().equals(name))
                .findFirst()
                .orElse(LANGUAGE);
    }

    String wire() {
        return switch (this) {
            case LANGUAGE -> "language";
            case MODEL -> "model";
            case PROMPT -> "prompt";
        };
    }

    /// The line that something belongs to; empty where no machine wrote.
    String line(Worked worked) {
        return switch (this) {
            case LANGUAGE -> worked.language().endonym();
            case MODEL -> worked.model();
            case PROMPT -> worked.prompt();
        };
    }
}
