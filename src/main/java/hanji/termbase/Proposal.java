package hanji.termbase;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the digests call something, found in their glosses: an English name and the Korean forms
/// that compete for it.
///
/// @param key the same for every way to write the English name
/// @param english as it is written most often
/// @param abbreviation the one that stands with it most often
/// @param forms the most frequent first
public record Proposal(
        String key, String english, @Nullable String abbreviation, List<Form> forms) {

    /// A Korean form.
    ///
    /// @param korean as it is spaced most often
    /// @param count glosses that say so
    /// @param contexts some of them
    public record Form(String korean, int count, List<Context> contexts) {}

    /// Where a form stands.
    ///
    /// @param text a part of the passage around it
    public record Context(String place, String text) {}

    public int count() {
        return forms.stream().mapToInt(Form::count).sum();
    }
}
