package hanji.bench;

import hanji.digest.DigestEntry;
import hanji.digest.DigestParser;
import hanji.draft.Asker;
import hanji.draft.Drafter;
import hanji.draft.Patience;
import hanji.llm.Caller;
import hanji.llm.ChatGateway;
import hanji.llm.Completion;
import hanji.llm.Model;
import hanji.llm.ModelRequest;
import hanji.prompt.PromptCatalog;
import hanji.segment.Language;
import hanji.testing.TestDatabase;
import hanji.workbench.Requests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is to be translated: every entry with bullets, into each language, one request each.
///
/// @param baseUrl of the stub, with the version
/// @param digests the files, in the order of their dates
record Workload(String baseUrl, List<Path> digests, List<Language> languages) {

    /// The dated files of a folder and its subfolders; none when there is no folder.
    static List<Path> digests(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !file.endsWith("README.md"))
                    .sorted()
                    .toList();
        }
    }

    /// Whole digests from the first on, as long as their requests are no more than so many.
    Workload first(int requests) throws IOException {
        var chosen = new ArrayList<Path>();
        var sum = 0;
        for (var digest : digests) {
            sum += entries(digest).size() * languages.size();
            if (sum > requests && !chosen.isEmpty()) {
                break;
            }
            chosen.add(digest);
        }
        return new Workload(baseUrl, List.copyOf(chosen), languages);
    }

    /// Exactly what Hanji says to a model about them.
    List<ModelRequest> requests() throws IOException {
        var capture = new Capture();
        try (var database = TestDatabase.of(TestDatabase.Kind.H2)) {
            var drafter =
                    new Drafter(
                            PromptCatalog.load(Path.of("prompts")),
                            capture,
                            database.database(),
                            Clock.systemUTC(),
                            Patience.USUAL,
                            null);
            for (var digest : digests) {
                for (var entry : entries(digest)) {
                    for (var language : languages) {
                        var request =
                                Requests.translate(
                                        entry, entry.bullets(), List.of(), language, null);
                        drafter.draft(request, capture.model(null), Asker.PERSON);
                    }
                }
            }
        }
        return List.copyOf(capture.asked);
    }

    private static List<DigestEntry> entries(Path digest) throws IOException {
        return new DigestParser()
                        .parse(digest.getFileName().toString(), Files.readAllBytes(digest))
                        .entries()
                        .stream()
                        .filter(entry -> !entry.bullets().isEmpty())
                        .toList();
    }

    /// Keeps what is asked and answers nothing. Its model counts as a recorded one, for which
    /// nothing is written down.
    private static final class Capture implements ChatGateway {

        private static final Model MODEL =
                new Model(
                        Model.RECORDED,
                        Model.RECORDED,
                        Model.RECORDED,
                        null,
                        Duration.ofMinutes(1),
                        1,
                        null,
                        null);

        private final List<ModelRequest> asked = new ArrayList<>();

        @Override
        public Model model(@Nullable String id) {
            return MODEL;
        }

        @Override
        public Optional<Model> find(String id) {
            return Optional.of(MODEL);
        }

        @Override
        public List<Model> models() {
            return List.of(MODEL);
        }

        @Override
        public Completion ask(Model model, ModelRequest request, Caller caller) {
            asked.add(request);
            return new Completion.Unrecorded("nobody is asked");
        }
    }
}
