package hanji.draft;

import hanji.llm.Priority;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who wants a draft, and on what terms.
///
/// @param fresh whether to ask again although the same was answered before
/// @param growing gets the text again and again, each time longer, while it is being written; it
///   starts over when a model is asked again. Called from other threads, one at a time, and only
///   for a request that wants one text and has to ask for it
/// @param batch to whose account the calls go; null for nobody's in particular
public record Asker(
        Priority priority,
        boolean fresh,
        @Nullable Consumer<String> growing,
        @Nullable String batch,
        Permit permit) {

    /// A person who waits for what may be known already.
    public static final Asker PERSON =
            new Asker(Priority.INTERACTIVE, false, null, null, Permit.FREE);

    /// A person who wants another text than the one there is.
    public static Asker redo(@Nullable Consumer<String> growing) {
        return new Asker(Priority.INTERACTIVE, true, growing, null, Permit.FREE);
    }

    /// Many texts at once, for nobody in particular.
    public static final Asker UNATTENDED =
            new Asker(Priority.BACKGROUND, false, null, null, Permit.FREE);

    /// Nobody waits.
    public static Asker batch(String id, Permit permit) {
        return new Asker(Priority.BACKGROUND, false, null, id, permit);
    }
}
