package hanji.account;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import org.jspecify.annotations.Nullable;

/// Who decides.
///
/// @param name as it stands in the history
/// @param rights what she may do
/// @param address where her request came from; null for the program itself
public record Editor(String name, Rights rights, @Nullable String address) {

    /// The program itself, where a machine's work is written down.
    public static final Editor HANJI = Editor.everything("Hanji");

    public Editor {
        if (name.isBlank() || name.length() > 200) {
            throw Problem.setup("hanji.account.name must be a name of 1 to 200 characters.");
        }
    }

    /// One who may do everything.
    public static Editor everything(String name) {
        return new Editor(name, Rights.ALL, null);
    }

    public boolean may(Right right, @Nullable Language language) {
        return rights.may(right, language);
    }

    /// @throws Problem (forbidden) that says what is missing
    public void require(Right right, @Nullable Language language) {
        if (!may(right, language)) {
            throw Problem.forbidden(
                    "%s may not do that%s: it needs the right to %s.",
                    name,
                    language == null ? "" : Sentence.of(" in %s", language.tag()),
                    switch (right) {
                        case READ -> Sentence.of("read");
                        case DRAFT -> Sentence.of("import and draft");
                        case EDIT -> Sentence.of("edit");
                        case APPROVE -> Sentence.of("approve");
                        case PUBLISH -> Sentence.of("publish");
                        case ADMIN -> Sentence.of("administer");
                        case ACCOUNT -> Sentence.of("change her own account, without a token");
                    });
        }
    }
}
