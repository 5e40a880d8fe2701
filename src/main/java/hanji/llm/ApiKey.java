package hanji.llm;

import static java.nio.charset.StandardCharsets.UTF_8;

import hanji.llm.ModelsConfig.ModelConfig;
import hanji.segment.Problem;
import io.smallrye.config.Secret;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The secret of one model. No record, so that nothing prints it; it also strikes itself out of
/// what a server says, as servers quote the key that they do not like.
final class ApiKey {

    private static final String STRUCK = "…";

    /// Providers' keys are longer. What people write where a server of their own wants any key
    /// (`none`, `ollama`) may well be a word of a translation.
    private static final int SHORTEST_IN_ANSWERS = 16;

    private final String value;
    private final List<String> forms;

    private ApiKey(String value) {
        this.value = value;
        byte[] bytes = value.getBytes(UTF_8);
        this.forms =
                Stream.of(
                                value,
                                URLEncoder.encode(value, UTF_8),
                                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))
                        .distinct()
                        .toList();
    }

    /// The key of a model, from its setting or its file; empty when it has none.
    ///
    /// @throws Problem (set-up) naming the setting to mend, never the key
    static Optional<ApiKey> of(String id, ModelConfig config) {
        // SmallRye makes a Secret of null for a setting that is left out
        Optional<String> set = config.apiKey().map(Secret::get);
        if (set.isPresent() && config.apiKeyFile().isPresent()) {
            throw wrong(id, "", "and .api-key-file are both set: leave one of them out");
        }
        return set.map(key -> checked(id, "", key))
                .or(() -> config.apiKeyFile().map(file -> read(id, file)));
    }

    private static ApiKey read(String id, Path file) {
        try {
            return checked(id, "-file", Files.readString(file).replaceFirst("\\R$", ""));
        } catch (IOException _) {
            throw wrong(id, "-file", "cannot be read: give a text file that is there and readable");
        }
    }

    private static ApiKey checked(String id, String setting, String text) {
        if (text.isBlank()) {
            throw wrong(id, setting, "is blank: set the key, or leave the setting out");
        }
        if (!text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw wrong(
                    id,
                    setting,
                    "holds a space or another character that no key has: copy it again");
        }
        return new ApiKey(text);
    }

    private static Problem wrong(String id, String setting, String wrong) {
        return Problem.setup("hanji.llm.models.%s.api-key%s %s.", id, setting, wrong);
    }

    /// What the provider is sent.
    String value() {
        return value;
    }

    /// An error's text without the key, plain, in Base64 or encoded for an address.
    String struckFrom(String text) {
        String struck = text;
        for (String form : forms) {
            struck = struck.replace(form, STRUCK);
        }
        return struck;
    }

    /// An answer's text without the key, where the key can be told from words.
    String struckFromAnswer(String text) {
        return value.length() < SHORTEST_IN_ANSWERS ? text : struckFrom(text);
    }

    /// The same for an answer that comes in pieces: what may be the beginning of the key waits for
    /// the next piece.
    Consumer<String> struckFrom(Consumer<String> pieces) {
        if (value.length() < SHORTEST_IN_ANSWERS) {
            return pieces;
        }
        StringBuilder waiting = new StringBuilder();
        return piece -> {
            String text = struckFrom(waiting.append(piece).toString());
            int end = text.length() - begun(text);
            waiting.setLength(0);
            waiting.append(text, end, text.length());
            if (end > 0) {
                pieces.accept(text.substring(0, end));
            }
        };
    }

    /// How many characters at the end of a text are the beginning of a form of the key.
    private int begun(String text) {
        int most = forms.stream().mapToInt(String::length).max().orElse(0) - 1;
        for (int length = Math.min(most, text.length()); length > 0; length--) {
            String end = text.substring(text.length() - length);
            if (forms.stream().anyMatch(form -> form.startsWith(end))) {
                return length;
            }
        }
        return 0;
    }

    @Override
    public String toString() {
        return STRUCK;
    }
}
