package hanji.web;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Sentences of [hanji.segment.Problem] in the reader's language: `problems_ko.json` has a Korean
/// template for each English one, whose arguments it may take in another order (`%2$s`).
final class ProblemTexts {

    private static final Map<String, String> KOREAN = read();

    private ProblemTexts() {}

    static Told in(Locale locale, Sentence said) {
        String korean = locale.getLanguage().equals("ko") ? korean(said) : null;
        return korean == null ? new Told(said.toString(), "en") : new Told(korean, "ko");
    }

    /// Null when it, or a sentence inside of it, has none: half a sentence helps nobody.
    private static @Nullable String korean(Sentence said) {
        String template = KOREAN.get(said.template());
        if (template == null || said.args().isEmpty()) {
            return template;
        }
        @Nullable Object[] args = said.args().toArray();
        for (int i = 0; i < args.length; i++) {
            if (args[i] instanceof Sentence part) {
                args[i] = korean(part);
                if (args[i] == null) {
                    return null;
                }
            }
        }
        return String.format(Locale.KOREAN, template, args);
    }

    private static Map<String, String> read() {
        try (InputStream file =
                Objects.requireNonNull(
                        ProblemTexts.class.getResourceAsStream("problems_ko.json"))) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
