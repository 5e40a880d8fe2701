package hanji.account;

import hanji.segment.Problem;

/// Who decides.
///
/// @param name as it stands in the history
public record Editor(String name) {

    /// The program itself, where a machine's work is written down.
    public static final Editor HANJI = new Editor("Hanji");

    public Editor {
        if (name.isBlank() || name.length() > 200) {
            throw Problem.setup("hanji.account.name must be a name of 1 to 200 characters.");
        }
    }
}
