package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.account.Rights;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.termbase.TermEntry;
import hanji.testing.TestDatabase;
import hanji.workbench.Effect.Fate;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Changing a term over a thousand units, against a stub, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(120)
class TermRedoTest extends ThousandUnits {

    TermRedoTest(TestDatabase.Kind kind) {
        super(kind);
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
