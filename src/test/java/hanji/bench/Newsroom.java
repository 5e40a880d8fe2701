package hanji.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.bench.EditorAtWork.Place;
import hanji.segment.Language;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// What editors find when they come to work: a server with accounts, digests with drafts, and a
/// batch under way.
///
/// @param data an empty folder
/// @param digests the folder that is imported; the samples when there is none
record Newsroom(Path data, Path digests, int editors) {

    static final String PASSWORD = "many-words-make-one";

    private static final String NAME = "editor-";
    private static final String ADMIN = "admin";

    /// Where editors work; the batch under way drafts the others.
    private static final List<Language> LANGUAGES = List.of(Language.EN, Language.JA);

    private static final int DRAFTED_DIGESTS = 8;
    private static final int CALLS_AT_ONCE = 4;

    private static final ObjectMapper JSON = new ObjectMapper();

    /// @param batch the one under way
    record Open(List<String> digests, String batch, List<Place> places) {}

    private record Bench(String digest, Language language, List<String> units) {}

    static String name(int editor) {
        return NAME + editor;
    }

    static boolean ours(String name) {
        return name.startsWith(NAME);
    }

    boolean real() {
        return Files.isDirectory(digests);
    }

    /// Everybody gets an account; before the server starts.
    void hire() {
        try (Database database = Database.open(DatabaseAddress.inFolder(data))) {
            Accounts accounts = new Accounts(database, Clock.systemUTC());
            Editor owner = Editor.everything("owner");
            accounts.add(ADMIN, PASSWORD, Rights.ALL, owner);
            for (int i = 0; i < editors; i++) {
                accounts.add(name(i), PASSWORD, Rights.of("approver:en,ja"), owner);
            }
        }
    }

    Map<String, String> environment(StubModelServer stub) {
        Map<String, String> environment = new HashMap<>();
        environment.put("HANJI_AUTH", "form");
        if (real()) {
            environment.put("HANJI_DIGESTS", digests.toString());
        }
        environment.put("HANJI_LLM_MODELS_STUB_PROVIDER", "openai");
        environment.put("HANJI_LLM_MODELS_STUB_MODEL", "stub");
        environment.put("HANJI_LLM_MODELS_STUB_BASE_URL", stub.baseUrl());
        environment.put("HANJI_LLM_MODELS_STUB_MAX_CONCURRENCY", String.valueOf(CALLS_AT_ONCE));
        environment.put("HANJI_LLM_DEFAULT", "stub");
        // the stub gives the source back, which nobody can mend
        environment.put("HANJI_REPAIR", "false");
        return environment;
    }

    /// Has some digests drafted, and begins a batch that goes on for so long at least.
    ///
    /// @param meeting units where every second editor meets the others
    Open open(EditorSession admin, StubModelServer stub, Duration batch, int meeting)
            throws IOException, InterruptedException {
        admin.login(ADMIN, PASSWORD);
        List<String> keys = texts(json(admin, "/api/v1/digests?limit=200").path("digests"), "key");
        List<String> drafted = keys.subList(0, Math.min(DRAFTED_DIGESTS, keys.size()));
        String first = batch(admin, drafted, List.of("en", "ja"));
        while (json(admin, "/api/v1/batches/" + first).path("finishedAt").isMissingNode()) {
            Thread.sleep(200);
        }
        stub.latency(pace(keys.size(), batch));
        String underWay = batch(admin, keys, List.of("zh-CN", "de"));
        return new Open(keys, underWay, places(admin, drafted, meeting));
    }

    /// A digest has ten requests in two languages, or more.
    private static Duration pace(int digests, Duration batch) {
        long longest = batch.toMillis() * CALLS_AT_ONCE / (10L * digests);
        return Duration.ofMillis(Math.clamp(longest, 1_000, 25_000));
    }

    private static JsonNode json(EditorSession session, String path)
            throws IOException, InterruptedException {
        return JSON.readTree(session.get(path).body());
    }

    private static List<String> texts(JsonNode array, String field) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(one -> one.path(field).asText())
                .toList();
    }

    private static String batch(EditorSession admin, List<String> keys, List<String> languages)
            throws IOException, InterruptedException {
        Object task = Map.of("kind", "translate", "targets", languages);
        String order = JSON.writeValueAsString(Map.of("digests", keys, "tasks", List.of(task)));
        EditorSession.Answer answer = admin.json("POST", "/api/v1/batches", 0, order);
        if (answer.status() != 202) {
            throw new IllegalStateException("no batch: " + EditorSession.start(answer.body()));
        }
        return JSON.readTree(answer.body()).path("id").asText();
    }

    /// One for each editor: every second one meets others on a few units, every second of each kind
    /// works by the page.
    private List<Place> places(EditorSession admin, List<String> keys, int meeting)
            throws IOException, InterruptedException {
        List<Bench> benches = new ArrayList<>();
        for (String key : keys) {
            for (Language language : LANGUAGES) {
                String path = "/api/v1/units?digest=%s&lang=%s".formatted(key, language.tag());
                List<String> units = texts(json(admin, path).path("units"), "id");
                benches.add(
                        new Bench(
                                key,
                                language,
                                units.stream()
                                        .filter(unit -> unit.startsWith("translation"))
                                        .toList()));
            }
        }
        List<String> shared = benches.getFirst().units().subList(0, meeting);
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < editors; i++) {
            Bench bench = i % 2 == 0 ? benches.getFirst() : benches.get(i / 2 % benches.size());
            places.add(
                    new Place(
                            bench.digest(),
                            bench.language(),
                            i % 2 == 0
                                    ? shared
                                    : own(bench, i / 2 / benches.size(), benches, shared),
                            i % 4 < 2 ? new Way.Page(bench.digest()) : new Way.Api()));
        }
        return places;
    }

    /// Every so many of a bench's units are hers alone.
    private List<String> own(Bench bench, int share, List<Bench> benches, List<String> shared) {
        int shares = 1 + editors / 2 / benches.size();
        List<String> own = new ArrayList<>();
        for (int unit = share; unit < bench.units().size(); unit += shares) {
            own.add(bench.units().get(unit));
        }
        own.removeAll(shared);
        return own;
    }
}
