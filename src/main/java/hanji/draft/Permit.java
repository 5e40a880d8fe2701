package hanji.draft;

import hanji.llm.TokenUsage;
import java.util.function.Supplier;

/// Whether calls may go out: a batch withdraws them when it is cancelled or its budget is spent.
public interface Permit {

    /// Every call may.
    Permit FREE =
            new Permit() {
                @Override
                public boolean granted(Supplier<Price> price) {
                    return true;
                }

                @Override
                public void used(TokenUsage usage) {}
            };

    /// Asked before every call, repeated ones included.
    ///
    /// @param price counts tokens when it is wanted
    boolean granted(Supplier<Price> price);

    /// What a call that was granted took in the end; nothing when no answer came.
    void used(TokenUsage usage);

    /// What one call may take.
    ///
    /// @param in tokens of the request
    /// @param out tokens of the answer as far as the request lets one guess
    /// @param most tokens at which the answer is cut
    record Price(int in, int out, int most) {}
}
