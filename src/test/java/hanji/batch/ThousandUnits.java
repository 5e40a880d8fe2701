package hanji.batch;

import hanji.account.Editor;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.qa.Inspector;
import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermChange;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Engine;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Cause;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import hanji.workbench.Effects;
import hanji.workbench.Only;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;

/// A thousand drafted units, a tenth of which speaks of a term that is to be changed.
abstract class ThousandUnits {

    static final int DIGESTS = 10;

    /// A tenth of these thousand bullets speaks of the term.
    static final int ENTRIES = 25;

    private static final int BULLETS = 4;

    static final Editor MINA = Editor.everything("Mina");

    private final TestDatabase.Kind kind;

    /// Says it as the request wants it said.
    @AutoClose
    final StubModelServer server =
            StubModelServer.start(data ->
                    new EchoAnswers((text, _) ->
                            translated(
                                    text,
                                    data.path("terms").path(0).path("target").asText("hinge")))
                            .apply(data));

    @AutoClose
    private final Models models =
            new Models(
                    ModelSettings.openAi(server.baseUrl(), 32),
                    new RecordedAnswers(Path.of("no-such-folder")));

    @AutoClose private TestDatabase database;
    Bench bench;
    EffectRedo redo;
    TermEntry hinge;
    TermChange renamed;

    ThousandUnits(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    private static String digest(int number) {
        StringBuilder text = new StringBuilder();
        for (int entry = 1; entry <= ENTRIES; entry++) {
            text.append(
                    "### [Paper %d.%d](https://example.org/%d/%d)\n"
                            .formatted(number, entry, number, entry));
            for (int bullet = 1; bullet <= BULLETS; bullet++) {
                int nth = (entry - 1) * BULLETS + bullet;
                text.append(
                        nth % 10 == 0
                                ? "- 보라색 돌쩌귀가 %d번 돌았다\n".formatted(nth)
                                : "- 문이 %d번 열렸다\n".formatted(nth));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String translated(String text, String hinge) {
        return text.replace("보라색 돌쩌귀가 ", "The %s turned ".formatted(hinge))
                .replace("문이 ", "The door opened ")
                .replace("번 돌았다", " times")
                .replace("번 열렸다", " times");
    }

    @BeforeEach
    void thousandUnits() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), models);
        List<String> keys = new ArrayList<>();
        for (int i = 1; i <= DIGESTS; i++) {
            keys.add("d" + i);
            bench.workbench.importDigest(
                    "d.md", digest(i).getBytes(StandardCharsets.UTF_8), "d" + i);
        }
        bench.batches.start();
        hinge = bench.termbase.add(concept("violet hinge"), MINA);
        renamed = new TermChange.Change(hinge.id(), hinge.version(), concept("purple hinge"));
        redo =
                new EffectRedo(
                        new Effects(bench.workbench, bench.termbase, new Inspector(), bench.clock),
                        bench.workbench,
                        bench.termbase,
                        bench.batches);
        bench.finished(
                bench.batches
                        .create(
                                Engine.order(keys, List.of(Language.EN), Only.MISSING, null),
                                null,
                                MINA)
                        .batch()
                        .id());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Concept concept(String english) {
        return new Concept(
                List.of(
                        Term.of(Language.KO, "보라색 돌쩌귀", TermStatus.PREFERRED),
                        Term.of(Language.EN, english, TermStatus.PREFERRED)),
                null,
                null);
    }

    static EffectRedo.Wish wish(TermChange change) {
        return new EffectRedo.Wish(new Cause.Terms(change), false, null);
    }

    List<ReviewItem> items() {
        return IntStream.rangeClosed(1, DIGESTS)
                .mapToObj(i -> bench.workbench.digest("d" + i))
                .flatMap(digest -> bench.workbench.items(digest, Language.EN).stream())
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    Map<UnitId, ReviewItem> byId() {
        return items().stream()
                .collect(Collectors.toMap(item -> item.unit().id(), Function.identity()));
    }

    private static boolean speaks(ReviewItem item) {
        return item.unit().source().contains("보라색 돌쩌귀");
    }

    List<ReviewItem> speaking() {
        return items().stream().filter(ThousandUnits::speaks).toList();
    }

    static String text(ReviewItem item) {
        return Objects.requireNonNull(item.target()).text();
    }

    void decide(ReviewItem item, Decision decision) {
        bench.workbench.decide(item.unit().id(), item.version(), decision, MINA);
    }

    static List<UnitId> units(EffectRedo.Preview preview, Fate fate) {
        return preview.effect().texts().stream()
                .filter(text -> text.fate() == fate)
                .map(Affected::item)
                .map(item -> item.unit().id())
                .toList();
    }

    static List<UnitId> ids(List<ReviewItem> items) {
        return items.stream().map(item -> item.unit().id()).toList();
    }
}
