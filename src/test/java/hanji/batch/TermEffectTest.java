package hanji.batch;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.Arrival;
import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermChange;
import hanji.termbase.TermStatus;
import hanji.testing.TestDatabase;
import hanji.workbench.Cause;
import hanji.workbench.Effect.Affected;
import hanji.workbench.Effect.Fate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Which texts a change of terms concerns, and how, on both databases.
@ParameterizedClass
@EnumSource
@Timeout(120)
class TermEffectTest extends ThousandUnits {

    TermEffectTest(TestDatabase.Kind kind) {
        super(kind);
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
}
