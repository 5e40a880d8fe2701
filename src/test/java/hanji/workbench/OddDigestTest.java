package hanji.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.publish.Which;
import hanji.review.Mark;
import hanji.review.Progress;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What no editor would write and somebody will send.
@ParameterizedClass
@EnumSource
class OddDigestTest {

    private final TestDatabase.Kind kind;

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private TestDatabase database;
    private Bench bench;

    OddDigestTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void bench() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
    }

    @Test
    void control_characters_and_sql_go_through_and_come_back() {
        String odd =
                "### [T\u0000'; drop table unit; --](https://example.org/\u0000)\n- a\u0000b'); -- {#if} 😀\n";
        bench.add("odd.md", odd);

        bench.translate("odd", Language.EN);
        bench.translations("odd", Language.EN).forEach(bench::approve);

        assertThat(bench.translations("odd", Language.EN).getFirst().mark())
                .isEqualTo(Mark.APPROVED);
        assertThat(
                        bench.workbench
                                .digests(0, 1)
                                .getFirst()
                                .progress()
                                .getOrDefault(Language.EN, Progress.NOTHING)
                                .done())
                .isEqualTo(1);
        assertThat(bench.workbench.digest("odd").digest().text()).isEqualTo(odd);
        assertThat(bench.publisher.markdown("odd", Language.DE, Which.ANY)).isEqualTo(odd);
        assertThat(bench.publisher.markdown("odd", Language.EN, Which.REVIEWED))
                .endsWith("- [en] a\uFFFDb'); -- {#if} 😀\n");
    }

    @Test
    void long_names_titles_and_links_are_taken() {
        String markdown =
                "### [%s](https://example.org/%s)\n- 하나\n"
                        .formatted("제".repeat(5_000), "x".repeat(5_000));

        StoredDigest digest = bench.add("n".repeat(1_000) + ".md", markdown).digest();

        assertThat(bench.workbench.digest(digest.key()).entries()).isEqualTo(digest.entries());
        assertThat(bench.add("n".repeat(1_000) + ".md", markdown))
                .isInstanceOf(ImportOutcome.Unchanged.class);
        assertThat(bench.add("n".repeat(1_000) + ".md", markdown + "- 둘\n"))
                .isInstanceOf(ImportOutcome.Updated.class);
    }

    @Test
    void a_file_that_is_no_digest_leaves_nothing_behind() {
        Map<String, Long> before = database.counts();

        assertThatThrownBy(() -> bench.add("a.md", "no heading\n"))
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("\"a.md\" holds no entries");

        assertThat(database.counts()).isEqualTo(before);
    }

    @Test
    void what_is_unknown_is_said() {
        assertThatThrownBy(() -> bench.workbench.digest("2020-01-01"))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no digest \"2020-01-01\": import it first.");
        assertThatThrownBy(() ->
                        bench.workbench.unit(new UnitId(UnitKind.TRANSLATION, 7, Language.EN)))
                .isInstanceOf(Problem.class)
                .hasMessage("There is no such unit: its digest no longer holds it.");
    }
}
