package hanji.batch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.account.Rights;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.qa.Inspector;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.UnitId;
import hanji.termbase.Concept;
import hanji.termbase.Term;
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
import hanji.workbench.Elsewhere;
import hanji.workbench.Only;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// An approved wording and the other texts of its original, against a stub, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(120)
class WordingRedoTest {

    private static final Editor MINA = Editor.everything("Mina");
    private static final String ORIGINAL = "코드와 가중치를 함께 공개한다";
    private static final String APPROVED = "Code and weights are released together";

    /// In each of three states, in the same paper and in others.
    private static final int EACH = 4;

    private final TestDatabase.Kind kind;

    /// Says it as an example has it, where there is one.
    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(data ->
                    new EchoAnswers((text, target) ->
                            data.path("examples").isEmpty()
                                    ? "[%s] drafted %d".formatted(target, text.length())
                                    : "As told: "
                                            + data.path("examples").get(0).path("target").asText())
                            .apply(data));

    @AutoClose
    private final Models models =
            new Models(
                    ModelSettings.openAi(server.baseUrl(), 32),
                    new RecordedAnswers(Path.of("no-such-folder")));

    @AutoClose private TestDatabase database;
    private Bench bench;
    private Effects effects;
    private EffectRedo redo;
    private final List<String> keys = new ArrayList<>();

    WordingRedoTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void many_places_of_one_original() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), models);
        bench.batches.start();
        effects = new Effects(bench.workbench, bench.termbase, new Inspector(), bench.clock);
        redo = new EffectRedo(effects, bench.workbench, bench.termbase, bench.batches);
        add("approved", "Same", ORIGINAL);
        for (int i = 1; i <= EACH; i++) {
            for (String state : List.of("draft", "reviewed", "fitting")) {
                add("same-%s-%d".formatted(state, i), "Same", ORIGINAL);
                add("other-%s-%d".formatted(state, i), "Paper " + state + i, ORIGINAL);
            }
        }
        // the same, but for where its line is broken
        add("other-draft-5", "Wrapped", "코드와 가중치를\n  함께 공개한다");
        add("unlike", "Same", "코드를 공개한다");
        draft(Language.EN);
        for (int i = 1; i <= EACH; i++) {
            amend("same-reviewed-" + i, "Reviewed here as I like it " + i, true);
            amend("other-reviewed-" + i, "Written there as I like it " + i, i % 2 == 0);
            amend("same-fitting-" + i, APPROVED, true);
            amend("other-fitting-" + i, APPROVED, false);
        }
        add("not-started", "Paper", ORIGINAL);
        bench.clock.forward(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void add(String key, String paper, String bullet) {
        keys.add(key);
        bench.workbench.importDigest(
                key + ".md",
                "### [%s](https://example.org/%s)\n- %s\n- 둘째 글이 %d째로 온다\n"
                        .formatted(paper, key, bullet, keys.size())
                        .getBytes(StandardCharsets.UTF_8),
                key);
    }

    private void draft(Language language) {
        bench.finished(
                bench.batches
                        .create(
                                Engine.order(keys, List.of(language), Only.MISSING, null),
                                null,
                                MINA)
                        .batch()
                        .id());
    }

    private ReviewItem item(String key) {
        return bench.translations(key, Language.EN).getFirst();
    }

    private void amend(String key, String text, boolean approve) {
        decide(key, new Decision.Amend(text, approve, "as I read it"));
    }

    private void decide(String key, Decision decision) {
        ReviewItem item = item(key);
        bench.workbench.decide(item.unit().id(), item.version(), decision, MINA);
    }

    private EffectRedo.Wish wish() {
        return new EffectRedo.Wish(new Cause.Wording(item("approved").unit().id()), false, null);
    }

    private EffectRedo.Preview approveAndLook() throws IOException {
        amend("approved", APPROVED, true);
        bench.memory.catchUp();
        return redo.preview(wish(), MINA);
    }

    private static List<String> places(EffectRedo.Preview preview, Fate fate, boolean taken) {
        return preview.effect().texts().stream()
                .filter(text -> text.fate() == fate && (text.taken() != null) == taken)
                .map(text -> text.item().unit().digest())
                .toList();
    }

    private static List<String> each(String name, int to) {
        return Stream.iterate(1, i -> i + 1).limit(to).map(i -> name + "-" + i).toList();
    }

    private static String text(ReviewItem item) {
        return requireNonNull(item.target()).text();
    }

    private Map<UnitId, ReviewItem> everything() {
        return keys.stream()
                .flatMap(key -> bench.translations(key, Language.EN).stream())
                .collect(Collectors.toMap(item -> item.unit().id(), Function.identity()));
    }

    @Test
    void a_wording_is_shown_with_its_list_and_price_and_reaches_exactly_that() throws IOException {
        int calls = server.calls();

        EffectRedo.Preview preview = approveAndLook();

        assertThat(server.calls()).as("nobody was asked").isEqualTo(calls);
        assertThat(places(preview, Fate.REDO, true))
                .containsExactlyInAnyOrderElementsOf(each("same-draft", EACH));
        assertThat(places(preview, Fate.REDO, false))
                .containsExactlyInAnyOrderElementsOf(each("other-draft", EACH + 1));
        assertThat(places(preview, Fate.PROPOSE, true))
                .containsExactlyInAnyOrderElementsOf(each("same-reviewed", EACH));
        assertThat(places(preview, Fate.PROPOSE, false))
                .containsExactlyInAnyOrderElementsOf(each("other-reviewed", EACH));
        assertThat(places(preview, Fate.FITS, false))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(each("same-fitting", EACH), each("other-fitting", EACH))
                                .flatMap(List::stream)
                                .toList());
        Batches.DryRun price = requireNonNull(preview.dryRun());
        assertThat(price.units()).isEqualTo(2 * EACH + 1);
        assertThat(price.estimate().calls()).isEqualTo(2 * EACH + 1);
        assertThat(price.estimate().cost()).isGreaterThan(BigDecimal.ZERO);
        assertThat(effects.elsewhere(item("approved")))
                .as("the bench counts alike")
                .isEqualTo(new Elsewhere(2 * EACH + 1, 2 * EACH, false));

        Map<UnitId, ReviewItem> before = everything();
        Batch batch =
                redo.apply(wish(), preview.seal(), Budget.UNLIMITED, MINA).orElseThrow().batch();
        BatchProgress progress = bench.finished(batch.id());

        assertThat(server.calls() - calls).as("as it was priced").isEqualTo(2 * EACH + 1);
        assertThat(progress.counts().failed()).isZero();
        Map<UnitId, Affected> shown =
                preview.effect().texts().stream()
                        .filter(text -> text.fate() != Fate.FITS)
                        .collect(
                                Collectors.toMap(
                                        text -> text.item().unit().id(), Function.identity()));
        everything()
                .forEach((id, item) -> {
                    ReviewItem was = requireNonNull(before.get(id));
                    Affected said = shown.get(id);
                    if (said == null) {
                        assertThat(item).as("nothing else is touched").isEqualTo(was);
                        return;
                    }
                    String expected = said.taken() == null ? "As told: " + APPROVED : APPROVED;
                    if (said.fate() == Fate.REDO) {
                        assertThat(item.mark()).isEqualTo(Mark.DRAFT);
                        assertThat(text(item)).isEqualTo(expected);
                        assertThat(item.proposal()).isNull();
                    } else {
                        assertThat(item.target()).isEqualTo(was.target());
                        assertThat(item.state()).isEqualTo(was.state());
                        assertThat(requireNonNull(item.proposal()).text()).isEqualTo(expected);
                    }
                });
        assertThat(requireNonNull(item("same-draft-1").target()).provenance())
                .isInstanceOfSatisfying(
                        Provenance.Memory.class,
                        memory ->
                                assertThat(memory.unit()).isEqualTo(item("approved").unit().id()));

        EffectRedo.Preview again = redo.preview(wish(), MINA);

        assertThat(again.effect().count(Fate.FITS)).as("all is done").isEqualTo(6 * EACH + 1);
        assertThat(again.effect().texts()).hasSize(6 * EACH + 1);
        assertThat(again.dryRun()).isNull();
        assertThat(effects.elsewhere(item("approved"))).isEqualTo(Elsewhere.NOWHERE);
    }

    @Test
    void what_was_shown_is_done_once() throws IOException {
        EffectRedo.Preview preview = approveAndLook();
        int calls = server.calls();

        Batches.Created first = apply(preview);
        Batches.Created second = apply(preview);
        bench.finished(first.batch().id());

        assertThat(second.known()).isTrue();
        assertThat(second.batch().id()).isEqualTo(first.batch().id());
        assertThat(server.calls() - calls).isEqualTo(2 * EACH + 1);
        assertThat(item("same-draft-1").version()).isEqualTo(2);
    }

    private Batches.Created apply(EffectRedo.Preview preview) {
        return redo.apply(preview.wish(), preview.seal(), Budget.UNLIMITED, MINA).orElseThrow();
    }

    private void refuses(EffectRedo.Preview preview, Editor by, String sentence) {
        Map<UnitId, ReviewItem> before = everything();
        int batches = bench.batches.page(0, 10).size();

        assertThatThrownBy(() -> redo.apply(preview.wish(), preview.seal(), Budget.UNLIMITED, by))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(sentence);

        assertThat(everything()).isEqualTo(before);
        assertThat(bench.batches.page(0, 10)).hasSize(batches);
    }

    @Test
    void nothing_is_done_when_it_is_not_what_was_shown_any_more() throws IOException {
        EffectRedo.Preview preview = approveAndLook();
        bench.clock.forward(Duration.ofMinutes(1));
        decide("same-draft-1", new Decision.Approve(null));

        refuses(preview, MINA, "Since you looked, Mina touched 1 of these texts, 1.1 first");

        EffectRedo.Preview again = redo.preview(wish(), MINA);
        add("late", "Same", ORIGINAL);
        draft(Language.EN);

        refuses(again, MINA, "other texts than when you looked");

        EffectRedo.Preview late = redo.preview(wish(), MINA);
        amend("approved", APPROVED + ".", true);

        refuses(late, MINA, "The approved text was touched since you looked");
        refuses(
                redo.preview(wish(), MINA),
                new Editor("juri", Rights.of("approver:ja"), null),
                "juri may not do that in en");
    }

    @Test
    void a_models_text_that_was_approved_as_it_stood_is_an_example_only() throws IOException {
        decide("approved", new Decision.Approve(null));
        bench.memory.catchUp();

        EffectRedo.Preview preview = redo.preview(wish(), MINA);

        assertThat(preview.effect().taken()).isEmpty();
        assertThat(places(preview, Fate.FITS, false))
                .as("the other drafts were drafted alike")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(each("same-draft", EACH), each("other-draft", EACH + 1))
                                .flatMap(List::stream)
                                .toList());
    }

    @Test
    void a_wording_against_the_terms_of_today_is_an_example_only() throws IOException {
        amend("approved", APPROVED, true);
        bench.memory.catchUp();
        bench.termbase.add(
                new Concept(
                        List.of(
                                Term.of(Language.KO, "가중치", TermStatus.PREFERRED),
                                Term.of(Language.EN, "parameters", TermStatus.PREFERRED)),
                        null,
                        null),
                MINA);

        EffectRedo.Preview preview = redo.preview(wish(), MINA);

        assertThat(preview.effect().taken()).isEmpty();
        assertThat(requireNonNull(preview.dryRun()).units()).isEqualTo(4 * EACH + 1);
    }

    @Test
    void only_an_approved_translation_has_a_wording() {
        assertThatThrownBy(() -> redo.preview(wish(), MINA))
                .hasMessageContaining("No text of 1.1 is approved");
        UnitId headline =
                bench.workbench
                        .items(bench.workbench.digest("approved"), Language.EN)
                        .getLast()
                        .unit()
                        .id();
        assertThatThrownBy(() ->
                        redo.preview(
                                new EffectRedo.Wish(new Cause.Wording(headline), false, null),
                                MINA))
                .hasMessageContaining("is no translation");
    }

    @Test
    void other_languages_and_rejected_texts_are_left_alone() throws IOException {
        decide("same-draft-1", new Decision.Reject("no good"));
        draft(Language.JA);

        EffectRedo.Preview preview = approveAndLook();

        assertThat(preview.effect().texts())
                .extracting(Affected::language)
                .containsOnly(Language.EN);
        assertThat(preview.effect().texts())
                .extracting(text -> text.item().unit().digest())
                .doesNotContain("same-draft-1", "not-started", "unlike", "approved");
    }

    @Test
    void originals_of_an_earlier_program_are_told_apart_at_the_next_start() throws IOException {
        database.database().write(handle -> handle.execute("update segment set plain_hash = null"));
        amend("approved", APPROVED, true);
        assertThat(effects.elsewhere(item("approved"))).isEqualTo(Elsewhere.NOWHERE);

        assertThat(bench.workbench.completeOriginals()).isEqualTo(keys.size());
        assertThat(bench.workbench.completeOriginals()).isZero();

        assertThat(effects.elsewhere(item("approved")).drafts()).isEqualTo(2 * EACH + 1);
    }
}
