package hanji.llm;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Who asks a model, and what she hears before the answer is whole.
///
/// @param goes asked once, when the call's turn has come and right before it goes out; false
///   withdraws it
/// @param pieces gets each piece of the answer's text as it arrives, on another thread than the
///   caller's; null when nobody listens, and then the answer is asked for as a whole
public record Caller(Priority priority, BooleanSupplier goes, @Nullable Consumer<String> pieces) {

    public static Caller of(Priority priority) {
        return new Caller(priority, () -> true, null);
    }
}
