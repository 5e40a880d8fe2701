package hanji.publish;

import hanji.segment.Problem;
import java.util.Locale;

/// Which targets stand in an export.
public enum Which {
    /// those that an editor approved, of today's source
    REVIEWED,
    /// drafts too; whoever takes them knows that nobody may have read them
    ANY;

    /// By the name that the interface uses: `reviewed`, `any`.
    ///
    /// @throws Problem (bad input)
    public static Which of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "reviewed" -> REVIEWED;
            case "any" -> ANY;
            default ->
                    throw Problem.badInput(
                            "Unknown state \"%s\" of an export: use reviewed or any.", name);
        };
    }
}
