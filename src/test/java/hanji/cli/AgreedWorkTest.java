package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.digest.DigestEntry;
import hanji.digest.DigestParser;
import hanji.draft.DraftRequest;
import hanji.draft.Guide;
import hanji.draft.Repairs;
import hanji.qa.Inspector;
import hanji.review.Decision;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermStatus;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.workbench.Requests;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The command line asks with what is agreed in the database it is given.
class AgreedWorkTest {

    private static final String ENTRY =
            """
            ### [Paper](https://example.org/1)
            - 코드를 공개한다.
            - 미세 조정을 쓴다.
            """;

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    @AutoClose private final Bench bench = new Bench(database.database(), Bench.asking(server));
    private Work work;

    @BeforeEach
    void one_approved_bullet_and_a_term() throws IOException {
        bench.add("2026-05-01.md", "## 2026-05-01\n\n" + ENTRY);
        approve(0, "The code is released.");
        bench.termbase.add(
                new Concept(
                        List.of(
                                Term.of(Language.KO, "미세 조정", TermStatus.PREFERRED),
                                Term.of(Language.EN, "fine-tuning", TermStatus.PREFERRED)),
                        null,
                        null),
                Bench.EDITOR);
        work =
                new Work(
                        bench.drafter,
                        new Repairs(bench.drafter, new Inspector(), false),
                        new Guide(bench.termbase::terms, bench.memory),
                        bench.workbench.model(null));
    }

    private void approve(int index, String text) throws IOException {
        bench.decide(
                bench.translations("2026-05-01", Language.EN).get(index),
                new Decision.Amend(text, true, "as I read it"));
        bench.memory.catchUp();
    }

    private static DigestEntry entry() {
        return new DigestParser()
                .parse("other.md", ENTRY.getBytes(StandardCharsets.UTF_8), null)
                .entries()
                .getFirst();
    }

    private static DraftRequest translation() {
        DigestEntry entry = entry();
        return Requests.translate(entry, entry.bullets(), List.of(), Language.EN, null);
    }

    @Test
    void what_the_memory_has_is_not_asked_for_and_terms_go_along_with_the_rest() {
        assertThat(work.estimate(List.of(translation()))).startsWith("1 texts from memory; 1 req");

        assertThat(work.all(List.of(translation())))
                .containsExactly(
                        new EntryTexts.Whole(
                                Map.of("1", "The code is released.", "2", "[en] 미세 조정을 쓴다."),
                                1,
                                false));
        var asked = server.received().getFirst().data();
        assertThat(asked.path("segments").size()).isOne();
        assertThat(asked.path("context").size()).isOne();
        assertThat(asked.path("terms").get(0).path("target").asText()).isEqualTo("fine-tuning");
    }

    @Test
    void an_entry_that_the_memory_has_whole_takes_no_call() throws IOException {
        approve(1, "It uses fine-tuning.");

        assertThat(work.all(List.of(translation())))
                .containsExactly(
                        new EntryTexts.Whole(
                                Map.of("1", "The code is released.", "2", "It uses fine-tuning."),
                                2,
                                false));
        assertThat(server.calls()).isZero();
    }

    @Test
    void a_condensation_is_always_asked_for() {
        work.all(List.of(Requests.condense(entry(), UnitKind.TLDR, Language.EN, null)));

        assertThat(server.calls()).isOne();
        assertThat(server.received().getFirst().data().path("terms").size()).isOne();
    }
}
