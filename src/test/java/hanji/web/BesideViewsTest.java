package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import hanji.termbase.Terms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BesideViewsTest {

    private static Term ko(String text) {
        return Term.of(Language.KO, text, TermStatus.PREFERRED);
    }

    private static Term en(String text, TermStatus status) {
        return Term.of(Language.EN, text, status);
    }

    private static Concept concept(@Nullable String note, Term... terms) {
        return new Concept(List.of(terms), note, null);
    }

    private static BesideView beside(ReviewItem item, boolean writable, Concept... concepts) {
        List<TermEntry> entries = new ArrayList<>();
        for (Concept concept : concepts) {
            entries.add(new TermEntry(entries.size() + 7, 1, concept, "Mina", Items.THEN));
        }
        return BesideViews.of(
                TermStatus::wire,
                item,
                new Terms(entries).match(item.unit().source(), Language.EN),
                writable);
    }

    private static final Concept DIFFUSION =
            concept(
                    "agreed in March",
                    ko("확산 모델"),
                    en("diffusion model", TermStatus.PREFERRED),
                    en("spread model", TermStatus.FORBIDDEN));

    @Test
    void a_term_is_marked_where_both_texts_say_it() {
        String source = "새 확산 모델은 빠릅니다.";
        String target = "The new diffusion models are fast.";

        BesideView view = beside(Items.draft(1, source, target), true, DIFFUSION);

        assertThat(view.concepts()).hasSize(1);
        BesideView.Concept concept = view.concepts().getFirst();
        assertThat(concept.korean()).isEqualTo("확산 모델");
        assertThat(concept.href()).isEqualTo("/terms/7");
        assertThat(concept.notes()).containsExactly("agreed in March");
        assertThat(concept.words())
                .containsExactly(
                        new BesideView.Word(
                                "diffusion model", "preferred", "preferred", null, true, true, 1),
                        new BesideView.Word(
                                "spread model",
                                "forbidden",
                                "forbidden",
                                null,
                                false,
                                false,
                                null));
        assertThat(view.source()).extracting(Pieces.Linked::link).containsExactly("t1");
        assertThat(view.source().getFirst().span().of(source)).isEqualTo("확산 모델");
        assertThat(view.target().getFirst().span().of(target)).startsWith("diffusion model");
    }

    @Test
    void a_forbidden_term_is_said_to_be_there_only_by_itself() {
        Concept model =
                concept(
                        null,
                        ko("확산 모델"),
                        en("diffusion model", TermStatus.PREFERRED),
                        en("model", TermStatus.FORBIDDEN));

        assertThat(there(beside(Items.draft(1, "확산 모델", "a diffusion model"), true, model)))
                .containsExactly("diffusion model");
        assertThat(there(beside(Items.draft(1, "확산 모델", "a model"), true, model)))
                .containsExactly("model");
    }

    private static List<String> there(BesideView view) {
        return view.concepts().stream()
                .flatMap(concept -> concept.words().stream())
                .filter(BesideView.Word::there)
                .map(BesideView.Word::text)
                .toList();
    }

    @Test
    void six_terms_have_keys_and_the_others_a_button() {
        List<Concept> many = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (String name : List.of("가나", "다라", "마바", "사아", "자차", "카타", "파하")) {
            many.add(concept(null, ko(name), en("term " + many.size(), TermStatus.PREFERRED)));
            source.append(name).append(", ");
        }

        BesideView view =
                beside(
                        Items.draft(1, source.toString(), "text"),
                        true,
                        many.toArray(Concept[]::new));

        assertThat(view.concepts())
                .flatExtracting(BesideView.Concept::words)
                .extracting(BesideView.Word::nth)
                .containsExactly(1, 2, 3, 4, 5, 6, null);
        assertThat(view.concepts())
                .flatExtracting(BesideView.Concept::words)
                .allMatch(word -> ((BesideView.Word) word).usable());
    }

    @Test
    void two_names_of_one_concept_are_one() {
        Concept both =
                concept(
                        null,
                        ko("확산 모델"),
                        ko("디퓨전 모델"),
                        en("diffusion model", TermStatus.PREFERRED));

        BesideView view = beside(Items.draft(1, "확산 모델, 곧 디퓨전 모델", "x"), true, both);

        assertThat(view.concepts())
                .extracting(BesideView.Concept::korean)
                .containsExactly("확산 모델, 디퓨전 모델");
        assertThat(view.source())
                .extracting(Pieces.Linked::span)
                .containsExactly(new Span(0, 5), new Span(9, 15));
    }

    @Test
    void whoever_may_not_write_puts_nothing_in() {
        BesideView view = beside(Items.draft(1, "확산 모델", "x"), false, DIFFUSION);

        assertThat(view.concepts().getFirst().words())
                .noneMatch(BesideView.Word::usable)
                .allMatch(word -> word.nth() == null);
    }

    @Test
    void nothing_is_there_in_a_rejected_text() {
        ReviewItem rejected =
                Items.item(
                        1,
                        "확산 모델",
                        "a diffusion model",
                        new Provenance.Human("Mina", Items.THEN),
                        TargetState.INITIAL,
                        Act.REJECTED);

        assertThat(there(beside(rejected, true, DIFFUSION))).isEmpty();
        assertThat(beside(rejected, true, DIFFUSION).target()).isEmpty();
    }
}
