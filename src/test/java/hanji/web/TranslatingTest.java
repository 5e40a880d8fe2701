package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.draft.Asker;
import hanji.draft.Guide;
import hanji.draft.Repairs;
import hanji.qa.Inspector;
import hanji.review.Decision;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A few texts at once, beside a memory.
class TranslatingTest {

    private static final String KNOWN = "모델은 1,000개의 문서를 읽는다.";
    private static final String OTHER = "비용을 절반으로 줄인다.";

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    @AutoClose private final Bench bench = new Bench(database.database(), Bench.asking(server));

    private final Inspector inspector = new Inspector();
    private final Translating translating =
            new Translating(
                    bench.drafter,
                    new Repairs(bench.drafter, inspector, false),
                    inspector,
                    new Guide(bench.termbase::terms, bench.memory),
                    bench.clock);

    @BeforeEach
    void an_approved_text() throws IOException {
        bench.add(
                "2026-05-01.md",
                "## 2026-05-01\n\n### [Paper](https://example.org/1)\n- %s\n".formatted(KNOWN));
        bench.decide(
                bench.translations("2026-05-01", Language.EN).getFirst(),
                new Decision.Amend("It reads 2,000 documents.", true, "as I read it"));
        bench.memory.catchUp();
    }

    private List<Repairs.Version> translate(@Nullable String wish, String... texts) {
        Translating.Wanted wanted =
                Translating.Wanted.of("texts", List.of(texts), "title", null, Language.EN);
        return translating.translate(
                wanted.with(wish), bench.workbench.model(null), Asker.PERSON, Bench.EDITOR);
    }

    @Test
    void what_a_person_approved_is_given_with_its_findings_and_the_rest_is_asked() {
        List<Repairs.Version> versions = translate(null, OTHER, KNOWN);

        assertThat(versions)
                .extracting(Repairs.Version::text)
                .containsExactly("[en] " + OTHER, "It reads 2,000 documents.");
        assertThat(versions.getFirst().provenance()).isInstanceOf(Provenance.Machine.class);
        assertThat(versions.getLast().provenance()).isInstanceOf(Provenance.Memory.class);
        assertThat(versions.getLast().report().clean()).isFalse();
        assertThat(server.received().getFirst().data().path("segments").size()).isOne();
    }

    @Test
    void nobody_is_asked_for_known_texts_alone() {
        translate(null, KNOWN);

        assertThat(server.calls()).isZero();
    }

    @Test
    void a_wish_asks_the_model() {
        translate("formal", KNOWN);

        assertThat(server.calls()).isOne();
    }
}
