package hanji.segment;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sentence for a person: its English and what stands in it, kept apart so that a page can say it
/// in another language. [#toString] is the English one.
///
/// @param template as [String#format] takes it; without arguments it is the sentence as it is
/// @param args sentences, or parts of them, are told in the language of the whole
public record Sentence(String template, List<@Nullable Object> args) {

    public Sentence {
        args = Collections.unmodifiableList(Arrays.asList(args.toArray()));
    }

    public static Sentence of(String template, @Nullable Object... args) {
        return new Sentence(template, Arrays.asList(args));
    }

    @Override
    public String toString() {
        return args.isEmpty() ? template : template.formatted(args.toArray());
    }
}
