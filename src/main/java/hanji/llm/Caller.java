package hanji.llm;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who asks a model, and what she hears before the answer is whole.
///
/// @param sent run once when the request goes out; until then it waited for its turn
/// @param pieces gets each piece of the answer's text as it arrives, on another thread than the
///   caller's; null when nobody listens, and then the answer is asked for as a whole
public record Caller(Priority priority, Runnable sent, @Nullable Consumer<String> pieces) {

    public static Caller of(Priority priority) {
        return new Caller(priority, () -> {}, null);
    }
}
