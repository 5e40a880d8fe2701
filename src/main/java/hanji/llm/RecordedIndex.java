package hanji.llm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Language;
import hanji.segment.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// All recorded answers of a folder, by what is asked.
final class RecordedIndex {

    private static final ObjectMapper JSON = new ObjectMapper();

    /// The name when there is no file to give one.
    private static final String AUTHORED = "authored";

    private final Map<Asked, JsonNode> translations = new HashMap<>();
    private final Map<Asked, JsonNode> condensations = new HashMap<>();
    private String model = AUTHORED;

    /// @param what `translation` or the style of a condensation
    /// @param text the source text, or the title of what is condensed
    private record Asked(String what, Language target, String text) {}

    private RecordedIndex() {}

    /// @throws Problem (set-up) for a file that cannot be used, and for two different answers to
    ///   one question
    static RecordedIndex read(Path folder) {
        RecordedIndex index = new RecordedIndex();
        List<Path> files = files(folder);
        files.forEach(file -> index.add(file, RecordedParser.read(file)));
        return index;
    }

    static boolean known(String tag) {
        return Arrays.stream(Language.values()).anyMatch(language -> language.tag().equals(tag));
    }

    /// Who answers: what the files say, the last by name when they differ.
    String model() {
        return model;
    }

    Optional<String> translation(Language target, String source) {
        return Optional.ofNullable(translations.get(new Asked("translation", target, source)))
                .map(JsonNode::asText);
    }

    /// A text for `headline` and `tldr`, an array for `bullets`.
    Optional<JsonNode> condensation(String style, Language target, String title) {
        return Optional.ofNullable(condensations.get(new Asked(style, target, title)));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var list = Files.list(folder)) {
            return list.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
        } catch (IOException e) {
            throw new Problem(
                            Problem.Kind.SETUP,
                            "Cannot list %s: check that the folder is readable.",
                            folder)
                    .causedBy(e);
        }
    }

    private void add(Path file, RecordedFile recorded) {
        model = recorded.model();
        for (RecordedFile.Entry entry : recorded.entries()) {
            for (Map<Language, String> texts : entry.translations()) {
                String source = Objects.requireNonNull(texts.get(Language.SOURCE));
                texts.forEach((target, text) -> {
                    if (target != Language.SOURCE) {
                        put(file, translations, new Asked("translation", target, source), text);
                    }
                });
            }
            RecordedFile.Condensed condensed = entry.condensed();
            String title = entry.title();
            condensed
                    .headline()
                    .forEach((to, text) ->
                            put(file, condensations, new Asked("headline", to, title), text));
            condensed
                    .tldr()
                    .forEach((to, text) ->
                            put(file, condensations, new Asked("tldr", to, title), text));
            condensed
                    .bullets()
                    .forEach((to, texts) ->
                            put(file, condensations, new Asked("bullets", to, title), texts));
        }
    }

    private static void put(Path file, Map<Asked, JsonNode> answers, Asked asked, Object answer) {
        JsonNode now = JSON.valueToTree(answer);
        JsonNode before = answers.put(asked, now);
        if (before != null && !before.equals(now)) {
            throw Problem.setup(
                    "%s: a second, different %s into %s of “%s”. Mend the file of recorded answers.",
                    file, asked.what(), asked.target(), asked.text());
        }
    }
}
