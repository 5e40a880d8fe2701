package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hanji.account.AuditEntry;
import hanji.account.AuditLog;
import hanji.account.Editor;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Terms in the database.
@ParameterizedClass
@EnumSource
class TermbaseTest {

    private static final Editor IDA = Editor.everything("Ida");
    private static final Editor KIM = Editor.everything("Kim");

    private final TestDatabase.Kind kind;
    private final AtomicLong nanos = new AtomicLong();
    @AutoClose private TestDatabase database;
    private Termbase termbase;

    TermbaseTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void an_empty_termbase() {
        database = TestDatabase.of(kind);
        termbase = another();
    }

    /// As another process has it.
    private Termbase another() {
        return new Termbase(database.database(), new SettableClock(), nanos::get);
    }

    private List<String> names() {
        return termbase.terms().entries().stream().map(one -> one.concept().name()).toList();
    }

    @Test
    void what_is_added_changed_and_removed_is_seen_at_once_and_its_versions_stay() {
        TermEntry added = termbase.add(Concepts.concept("확산 모델 | en diffusion model"), IDA);
        TermEntry changed =
                termbase.change(
                        added.id(), 1, Concepts.concept("확산 모델 | en diffusion models"), KIM);

        assertThat(termbase.terms().entries()).containsExactly(changed);
        assertThat(termbase.match("확산 모델을", Language.EN)).hasSize(1);

        termbase.remove(added.id(), 2, IDA);

        assertThat(termbase.terms().entries()).isEmpty();
        assertThat(termbase.history(added.id()))
                .extracting(TermEntry::version, TermEntry::actor)
                .containsExactly(tuple(3, "Ida"), tuple(2, "Kim"), tuple(1, "Ida"));
        assertThatThrownBy(() -> termbase.entry(added.id())).isInstanceOf(Problem.class);
        List<AuditEntry> log =
                database.database().read(handle -> AuditLog.page(handle, Long.MAX_VALUE, 10));
        assertThat(log)
                .extracting(line -> line.action() + " " + line.detail())
                .containsExactly("terms remove 확산 모델", "terms change 확산 모델", "terms add 확산 모델");
    }

    @Test
    void who_was_slower_is_told_so_and_changes_nothing() {
        TermEntry entry = termbase.add(Concepts.concept("추론 | en inference"), IDA);
        TermEntry theirs =
                termbase.change(entry.id(), 1, Concepts.concept("추론 | en reasoning"), KIM);

        assertThatThrownBy(() ->
                        termbase.change(entry.id(), 1, Concepts.concept("추론 | en conclusion"), IDA))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(termbase.entry(entry.id())).isEqualTo(theirs);
    }

    @Test
    void another_process_sees_a_change_within_seconds() {
        Termbase other = another();
        assertThat(other.terms().entries()).isEmpty();

        termbase.add(Concepts.concept("추론 | en inference"), IDA);

        assertThat(other.terms().entries()).isEmpty();
        nanos.addAndGet(Termbase.PATIENCE.toNanos());
        assertThat(other.terms().entries()).hasSize(1);
    }

    @Test
    void whoever_is_in_a_transaction_gets_what_is_known_and_has_it_looked_up() throws Exception {
        Termbase other = another();
        assertThat(other.terms().entries()).isEmpty();
        termbase.add(Concepts.concept("추론 | en inference"), IDA);
        nanos.addAndGet(Termbase.PATIENCE.toNanos());

        database.database()
                .write(handle -> {
                    assertThat(other.known().entries()).isEmpty();
                    return null;
                });

        for (int i = 0; i < 500 && other.known().entries().isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(other.known().entries()).hasSize(1);
    }

    @Test
    void terms_that_did_not_change_are_not_read_again() {
        termbase.add(Concepts.concept("추론 | en inference"), IDA);
        Terms known = termbase.terms();

        nanos.addAndGet(Termbase.PATIENCE.toNanos());

        assertThat(termbase.terms()).isSameAs(known);
    }

    @Test
    void an_import_is_previewed_and_changes_nothing_the_second_time() {
        termbase.add(Concepts.concept("추론 | en reasoning"), IDA);
        ImportFile file =
                ImportFile.read(
                        "ko,en\n추론,inference\n패치,patch\n,nothing\n"
                                .getBytes(StandardCharsets.UTF_8));

        ImportPlan preview = termbase.plan(file);
        assertThat(names()).containsExactly("추론");
        ImportPlan done = termbase.apply(file, "list.csv", KIM);
        ImportPlan again = termbase.apply(file, "list.csv", KIM);

        assertThat(preview.added()).extracting(ImportFile.Row::line).containsExactly(3);
        assertThat(preview.changed()).extracting(ImportPlan.Change::line).containsExactly(2);
        assertThat(preview.unusable()).extracting(ImportFile.Unusable::line).containsExactly(4);
        assertThat(done.added()).isEqualTo(preview.added());
        assertThat(again.added()).isEmpty();
        assertThat(again.changed()).isEmpty();
        assertThat(again.same()).hasSize(2);
        assertThat(names()).containsExactly("추론", "패치");
        assertThat(termbase.terms().entries().getFirst().concept())
                .isEqualTo(Concepts.concept("추론 | en? reasoning | en inference"));
    }

    @Test
    void what_was_refused_or_is_a_term_is_not_proposed_again() {
        List<Proposal.Context> none = List.of();
        Proposal proposal =
                new Proposal(
                        "finetuning",
                        "fine-tuning",
                        null,
                        List.of(
                                new Proposal.Form("미세 조정", 5, none),
                                new Proposal.Form("파인튜닝", 3, none),
                                new Proposal.Form("세부 조정", 1, none)));
        termbase.add(Concepts.concept("미세조정 | en Fine tuning"), IDA);
        termbase.refuse("세부 조정", "fine-tuning", IDA);
        termbase.refuse("세부 조정", "fine-tuning", IDA);

        assertThat(termbase.refusals().open(proposal, termbase.terms()))
                .hasValueSatisfying(left ->
                        assertThat(left.forms())
                                .extracting(Proposal.Form::korean)
                                .containsExactly("파인튜닝"));
    }

    @Test
    void what_editors_write_becomes_the_preferred_term_of_its_concept() {
        TermEntry first = termbase.prefer("확산 모델", Language.DE, "Diffusion", "edits", IDA);
        TermEntry next = termbase.prefer("확산모델", Language.DE, "Diffusionsmodell", "edits", KIM);

        assertThat(next.id()).isEqualTo(first.id());
        assertThat(next.concept().terms(Language.DE))
                .containsExactly(
                        Term.of(Language.DE, "Diffusionsmodell", TermStatus.PREFERRED),
                        Term.of(Language.DE, "Diffusion", TermStatus.ADMITTED));
        assertThat(next.concept().source()).isEqualTo("edits");
    }

    @Test
    void a_rewording_that_was_refused_is_not_proposed_again() {
        Rewording german = new Rewording(Language.DE, "토큰", "Stücke", "Token", List.of());
        Rewording english = new Rewording(Language.EN, "토큰", "pieces", "token", List.of());
        assertThat(termbase.refusals().open(german)).isTrue();

        termbase.refuse("토큰", Refusals.name(Language.DE, "Token"), IDA);

        assertThat(termbase.refusals().open(german)).isFalse();
        assertThat(termbase.refusals().open(english)).isTrue();
    }

    @Test
    void accepted_forms_join_the_concept_of_their_english_term() {
        TermEntry first = termbase.accept(List.of("확산 모델"), "diffusion model", "DM", "here", IDA);
        TermEntry more = termbase.accept(List.of("디퓨전 모델"), "Diffusion models", null, "there", KIM);

        assertThat(termbase.terms().entries()).containsExactly(more);
        assertThat(more.id()).isEqualTo(first.id());
        assertThat(more.concept().terms())
                .extracting(Term::text, Term::status)
                .containsExactly(
                        tuple("확산 모델", TermStatus.PREFERRED),
                        tuple("디퓨전 모델", TermStatus.ADMITTED),
                        tuple("diffusion model", TermStatus.PREFERRED),
                        tuple("DM", TermStatus.ADMITTED));
    }
}
