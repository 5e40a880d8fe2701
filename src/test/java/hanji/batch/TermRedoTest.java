package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.account.Rights;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.qa.Inspector;
import hanji.review.Arrival;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.Span;
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
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Changing a term over a thousand units, against a stub, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(120)
class TermRedoTest {

    private static final int DIGESTS = 10;

    /// A tenth of these thousand bullets speaks of the term.
    private static final int ENTRIES = 25;

    private static final int BULLETS = 4;

    private static final Editor MINA = Editor.everything("Mina");

    private final TestDatabase.Kind kind;

    /// Says it as the request wants it said.
    @AutoClose
    private final StubModelServer server =
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
    private Bench bench;
    private EffectRedo redo;
    private TermEntry hinge;
    private TermChange renamed;

    TermRedoTest(TestDatabase.Kind kind) {
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

    private static Concept concept(String english) {
        return new Concept(
                List.of(
                        Term.of(Language.KO, "보라색 돌쩌귀", TermStatus.PREFERRED),
                        Term.of(Language.EN, english, TermStatus.PREFERRED)),
                null,
                null);
    }

    private static EffectRedo.Wish wish(TermChange change) {
        return new EffectRedo.Wish(new Cause.Terms(change), false, null);
    }

    private List<ReviewItem> items() {
        return IntStream.rangeClosed(1, DIGESTS)
                .mapToObj(i -> bench.workbench.digest("d" + i))
                .flatMap(digest -> bench.workbench.items(digest, Language.EN).stream())
                .filter(item -> item.unit().id().kind() == UnitKind.TRANSLATION)
                .toList();
    }

    private Map<UnitId, ReviewItem> byId() {
        return items().stream()
                .collect(Collectors.toMap(item -> item.unit().id(), Function.identity()));
    }

    private static boolean speaks(ReviewItem item) {
        return item.unit().source().contains("보라색 돌쩌귀");
    }

    private List<ReviewItem> speaking() {
        return items().stream().filter(TermRedoTest::speaks).toList();
    }

    private static String text(ReviewItem item) {
        return Objects.requireNonNull(item.target()).text();
    }

    private void decide(ReviewItem item, Decision decision) {
        bench.workbench.decide(item.unit().id(), item.version(), decision, MINA);
    }

    private static List<UnitId> units(EffectRedo.Preview preview, Fate fate) {
        return preview.effect().texts().stream()
                .filter(text -> text.fate() == fate)
                .map(Affected::item)
                .map(item -> item.unit().id())
                .toList();
    }

    private static List<UnitId> ids(List<ReviewItem> items) {
        return items.stream().map(item -> item.unit().id()).toList();
    }

    @Test
    void a_changed_term_is_shown_with_its_list_and_price_and_touches_exactly_that() {
        List<ReviewItem> speaking = speaking();
        assertThat(items()).hasSize(1_000);
        assertThat(speaking).hasSize(100);
        List<ReviewItem> reviewed = speaking.subList(0, 20);
        reviewed.forEach(item -> decide(item, new Decision.Approve(null)));
        List<ReviewItem> written = speaking.subList(20, 25);
        written.forEach(
                item -> decide(item, new Decision.Amend("Mine says violet hinge", false, null)));
        List<ReviewItem> fitting = speaking.subList(25, 32);
        fitting.forEach(
                item -> decide(item, new Decision.Amend("So a purple hinge turned", true, null)));
        int calls = server.calls();

        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);

        assertThat(server.calls()).as("nobody was asked").isEqualTo(calls);
        assertThat(bench.termbase.entry(hinge.id())).as("nothing was saved").isEqualTo(hinge);
        assertThat(units(preview, Fate.REDO))
                .containsExactlyInAnyOrderElementsOf(ids(speaking.subList(32, 100)));
        assertThat(units(preview, Fate.PROPOSE))
                .containsExactlyInAnyOrderElementsOf(ids(speaking.subList(0, 25)));
        assertThat(units(preview, Fate.FITS)).containsExactlyInAnyOrderElementsOf(ids(fitting));
        Batches.DryRun price = Objects.requireNonNull(preview.dryRun());
        assertThat(price.units()).isEqualTo(93);
        assertThat(price.requests()).isEqualTo(93);
        assertThat(price.estimate().calls()).isEqualTo(93);
        assertThat(price.estimate().cost()).isGreaterThan(BigDecimal.ZERO);

        Map<UnitId, ReviewItem> before = byId();
        Batch batch =
                redo.apply(wish(renamed), preview.seal(), Budget.UNLIMITED, MINA)
                        .orElseThrow()
                        .batch();
        BatchProgress progress = bench.finished(batch.id());

        assertThat(progress.counts().total()).isEqualTo(93);
        assertThat(progress.counts().failed()).isZero();
        assertThat(server.calls() - calls).as("as it was priced").isEqualTo(93);
        Map<UnitId, ReviewItem> after = byId();
        List<UnitId> redone = ids(speaking.subList(32, 100));
        List<UnitId> proposed = ids(speaking.subList(0, 25));
        after.forEach((id, item) -> {
            ReviewItem was = Objects.requireNonNull(before.get(id));
            if (redone.contains(id)) {
                assertThat(item.mark()).isEqualTo(Mark.DRAFT);
                assertThat(item.version()).isEqualTo(was.version() + 1);
                assertThat(text(item)).contains("purple hinge");
            } else if (proposed.contains(id)) {
                assertThat(item.target()).isEqualTo(was.target());
                assertThat(item.state()).isEqualTo(was.state());
                assertThat(Objects.requireNonNull(item.proposal()).text()).contains("purple hinge");
            } else {
                assertThat(item).as("nothing else is touched").isEqualTo(was);
            }
        });
        assertThat(speaking())
                .filteredOn(item -> redone.contains(item.unit().id()))
                .extracting(ReviewItem::staleness)
                .containsOnly(Staleness.FRESH);
    }

    @Test
    void what_was_shown_is_done_once() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);

        Batches.Created first = apply(preview);
        Batches.Created second = apply(preview);
        bench.finished(first.batch().id());

        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(second.batch().id()).isEqualTo(first.batch().id());
        assertThat(bench.termbase.history(hinge.id())).hasSize(2);
        assertThat(server.calls()).isEqualTo(DIGESTS * ENTRIES + 100);
    }

    private Batches.Created apply(EffectRedo.Preview preview) {
        return redo.apply(preview.wish(), preview.seal(), Budget.UNLIMITED, MINA).orElseThrow();
    }

    private void refuses(EffectRedo.Preview preview, Editor by, String sentence) {
        int batches = bench.batches.page(0, 10).size();
        List<TermEntry> terms = bench.termbase.terms().entries();

        assertThatThrownBy(() -> redo.apply(preview.wish(), preview.seal(), Budget.UNLIMITED, by))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);

        assertThat(bench.batches.page(0, 10)).hasSize(batches);
        assertThat(bench.termbase.now().terms().entries()).isEqualTo(terms);
    }

    @Test
    void nothing_is_done_when_it_is_not_what_was_shown_any_more() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);
        bench.clock.forward(Duration.ofMinutes(1));
        decide(speaking().getFirst(), new Decision.Approve(null));

        refuses(preview, MINA, "Since you looked, Mina touched 1 of these texts, 3.2 first");

        EffectRedo.Preview again = redo.preview(wish(renamed), MINA);
        bench.termbase.add(concept("brass hinge"), Editor.everything("Juri"));

        refuses(again, MINA, "Terms were changed since you looked");

        EffectRedo.Preview late = redo.preview(wish(renamed), MINA);
        bench.termbase.change(hinge.id(), 1, concept("blue hinge"), Editor.everything("Juri"));

        refuses(late, MINA, "Juri changed the term meanwhile");
    }

    @Test
    void who_may_not_draft_in_a_language_changes_nothing() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);

        refuses(
                preview,
                new Editor("juri", Rights.of("approver:ja"), null),
                "juri may not do that in en");
    }

    @Test
    void what_was_not_counted_is_not_done() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);
        EffectRedo.Wish other = new EffectRedo.Wish(preview.wish().cause(), true, null);

        assertThatThrownBy(() -> redo.apply(other, preview.seal(), Budget.UNLIMITED, MINA))
                .hasMessageContaining("otherwise than what was counted");
        assertThatThrownBy(() -> redo.apply(other, "1.2.3", Budget.UNLIMITED, MINA))
                .hasMessageContaining("not one of ours");
    }

    @Test
    void drafts_that_fit_are_left_alone_unless_wanted() {
        TermChange admitted =
                new TermChange.Change(
                        hinge.id(),
                        1,
                        new Concept(
                                List.of(
                                        Term.of(Language.KO, "보라색 돌쩌귀", TermStatus.PREFERRED),
                                        Term.of(Language.EN, "violet hinge", TermStatus.ADMITTED),
                                        Term.of(Language.EN, "purple hinge", TermStatus.PREFERRED)),
                                null,
                                null));

        EffectRedo.Preview left = redo.preview(wish(admitted), MINA);
        EffectRedo.Preview wanted =
                redo.preview(new EffectRedo.Wish(new Cause.Terms(admitted), true, null), MINA);

        assertThat(left.effect().count(Fate.FITS)).isEqualTo(100);
        assertThat(left.effect().fittingDrafts()).isEqualTo(100);
        assertThat(left.dryRun()).isNull();
        assertThat(Objects.requireNonNull(wanted.dryRun()).units()).isEqualTo(100);
        assertThat(redo.apply(left.wish(), left.seal(), Budget.UNLIMITED, MINA)).isEmpty();
        assertThat(bench.termbase.entry(hinge.id()).version()).isEqualTo(2);
    }

    @Test
    void a_text_from_memory_that_fits_is_no_machines_draft() {
        ReviewItem one = speaking().getFirst();
        Target text = Objects.requireNonNull(one.target());
        bench.reviews.arrive(
                new Arrival.Remembered(
                        one.unit(),
                        new Target(
                                0,
                                "The purple hinge turned",
                                text.source(),
                                new Provenance.Memory(
                                        one.unit().id(),
                                        "d0",
                                        false,
                                        "Ida",
                                        bench.clock.instant(),
                                        null,
                                        bench.clock.instant()),
                                text.report())));

        EffectRedo.Preview preview =
                redo.preview(new EffectRedo.Wish(new Cause.Terms(renamed), true, null), MINA);

        assertThat(units(preview, Fate.FITS)).containsExactly(one.unit().id());
        assertThat(preview.effect().fittingDrafts()).isZero();
        assertThat(preview.effect().wanted(true)).hasSize(99);
    }

    @Test
    void a_longer_term_takes_texts_from_a_shorter_one_in_every_language() {
        Concept turned =
                new Concept(
                        List.of(
                                Term.of(Language.KO, "보라색 돌쩌귀가 10번", TermStatus.PREFERRED),
                                Term.of(Language.JA, "十回", TermStatus.PREFERRED)),
                        null,
                        null);

        EffectRedo.Preview preview = redo.preview(wish(new TermChange.Add(turned)), MINA);

        assertThat(preview.effect().texts())
                .extracting(text -> text.item().unit().digest())
                .as("the tenth bullet of each digest is read by the longer term alone")
                .hasSize(DIGESTS)
                .doesNotHaveDuplicates();
        assertThat(preview.effect().count(Fate.FITS)).isEqualTo(DIGESTS);
    }

    private ReviewItem condensed(UnitKind kind) {
        return bench.workbench.items(bench.workbench.digest("d1"), Language.EN).stream()
                .filter(item -> item.unit().entry() == 3 && item.unit().id().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_condensation_is_concerned_by_the_wording_it_has() {
        ReviewItem said = condensed(UnitKind.TLDR);
        ReviewItem unsaid = condensed(UnitKind.HEADLINE);
        decide(said, new Decision.Amend("Ten turns of a violet hinge", false, null));
        decide(unsaid, new Decision.Amend("Ten turns", false, null));

        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);

        assertThat(units(preview, Fate.PROPOSE)).containsExactly(said.unit().id());
        assertThat(units(preview, Fate.FITS)).containsExactly(unsaid.unit().id());
        assertThat(preview.effect().texts())
                .filteredOn(text -> text.fate() == Fate.PROPOSE)
                .flatExtracting(Affected::old)
                .containsExactly(new Span(15, 27));
    }

    @Test
    void a_term_that_is_taken_out_asks_for_nothing() {
        EffectRedo.Preview preview = redo.preview(wish(new TermChange.Remove(hinge.id(), 1)), MINA);

        assertThat(preview.effect().count(Fate.FITS)).isEqualTo(100);
        assertThat(preview.dryRun()).isNull();
    }

    @Test
    void a_budget_that_cannot_be_kept_changes_nothing() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);
        Budget huge = new Budget(new BigDecimal("1e12"), null);

        assertThatThrownBy(() -> redo.apply(preview.wish(), preview.seal(), huge, MINA))
                .hasMessageContaining("budget.maxCost");

        assertThat(bench.termbase.entry(hinge.id()).version()).isOne();
    }

    @Test
    void a_budget_that_is_spent_stops_the_redo_and_keeps_the_terms() {
        EffectRedo.Preview preview = redo.preview(wish(renamed), MINA);

        Batch batch =
                redo.apply(preview.wish(), preview.seal(), new Budget(null, 2_000L), MINA)
                        .orElseThrow()
                        .batch();

        assertThat(bench.finished(batch.id()).batch().state()).isEqualTo(BatchState.FAILED);
        assertThat(server.calls()).isLessThan(DIGESTS * ENTRIES + 100);
        assertThat(bench.termbase.entry(hinge.id()).version()).isEqualTo(2);
    }
}
