package hanji.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import hanji.publish.Which;
import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.Outcome;
import hanji.review.Progress;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A digest comes again with other content.
@ParameterizedClass
@EnumSource
class ReimportTest {

    private static final String FIRST =
            """
            # 2026-01-02

            ### [One](https://example.org/1)
            - 하나
            - 둘
            - 셋

            ### [Two](https://example.org/2)
            - 넷
            """;

    private final TestDatabase.Kind kind;

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private TestDatabase database;
    private Bench bench;
    private Map<String, UnitId> ids;

    ReimportTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void all_of_the_first_content_is_approved() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        bench.add("a.md", FIRST);
        bench.translate("2026-01-02", Language.EN);
        items().forEach(item -> assertThat(bench.approve(item).mark()).isEqualTo(Mark.APPROVED));
        ids = ids();
        assertThat(progress()).isEqualTo(new Progress(4, 0, 0, 0, 0));
    }

    private List<ReviewItem> items() {
        return bench.translations("2026-01-02", Language.EN);
    }

    private ReviewItem item(String source) {
        return items().stream()
                .filter(item -> item.unit().source().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, UnitId> ids() {
        return items().stream()
                .collect(Collectors.toMap(item -> item.unit().source(), item -> item.unit().id()));
    }

    private Progress progress() {
        return bench.workbench
                .digests(0, 10)
                .getFirst()
                .progress()
                .getOrDefault(Language.EN, Progress.NOTHING);
    }

    private String english() {
        return bench.publisher.markdown("2026-01-02", Language.EN, Which.REVIEWED);
    }

    private void assertUpdated(String markdown, int kept, int changed, int added, int removed) {
        assertThat(bench.add("a.md", markdown))
                .asInstanceOf(type(ImportOutcome.Updated.class))
                .returns(kept, ImportOutcome.Updated::kept)
                .returns(changed, ImportOutcome.Updated::changed)
                .returns(added, ImportOutcome.Updated::added)
                .returns(removed, ImportOutcome.Updated::removed);
    }

    @Test
    void a_changed_bullet_is_stale_and_not_published() {
        String second = FIRST.replace("- 둘", "- 두 가지");

        assertUpdated(second, 3, 1, 0, 0);

        ReviewItem changed = item("두 가지");
        assertThat(changed.unit().id()).isEqualTo(ids.get("둘"));
        assertThat(changed.staleness()).isEqualTo(Staleness.SOURCE_CHANGED);
        assertThat(bench.text(changed)).isEqualTo("[en] 둘");
        assertThat(progress()).isEqualTo(new Progress(3, 0, 0, 0, 1));
        assertThat(english())
                .isEqualTo(
                        second.replace("- 하나", "- [en] 하나")
                                .replace("- 셋", "- [en] 셋")
                                .replace("- 넷", "- [en] 넷"));
        assertThat(bench.publisher.publish("2026-01-02", Language.EN, Bench.EDITOR).units())
                .isEqualTo(3);
        assertThat(item("두 가지").mark()).isEqualTo(Mark.STALE);
    }

    @Test
    void a_changed_bullet_that_is_approved_again_is_published() {
        bench.add("a.md", FIRST.replace("- 둘", "- 두 가지"));

        assertThat(bench.decide(item("두 가지"), new Decision.Approve("still right")))
                .isInstanceOf(Outcome.Done.class);

        assertThat(item("두 가지").mark()).isEqualTo(Mark.APPROVED);
        assertThat(english()).contains("- [en] 둘\n");
        assertThat(progress()).isEqualTo(new Progress(4, 0, 0, 0, 0));
    }

    @Test
    void a_moved_bullet_keeps_its_target() {
        assertUpdated(FIRST.replace("- 하나\n- 둘\n- 셋", "- 셋\n- 하나\n- 둘"), 4, 0, 0, 0);

        assertThat(ids()).isEqualTo(ids);
        assertThat(english()).contains("- [en] 셋\n- [en] 하나\n- [en] 둘\n");
    }

    @Test
    void entries_that_change_places_or_titles_or_links_keep_their_targets() {
        String moved =
                """
                # 2026-01-02

                ### [Two](http://example.org/2)
                - 넷

                ### [One, revised](https://example.org/1)
                - 하나
                - 둘
                - 셋
                """;

        assertUpdated(moved, 4, 0, 0, 0);

        assertThat(ids()).isEqualTo(ids);
        assertUpdated(FIRST, 4, 0, 0, 0);
        assertThat(ids()).isEqualTo(ids);
    }

    @Test
    void an_added_bullet_is_missing_and_nothing_else() {
        assertUpdated(FIRST.replace("- 둘", "- 새것\n- 둘"), 4, 0, 1, 0);

        assertThat(item("새것").mark()).isEqualTo(Mark.NONE);
        assertThat(progress()).isEqualTo(new Progress(4, 0, 0, 0, 0));
        bench.translate("2026-01-02", Language.EN);
        assertThat(bench.text(item("새것"))).isEqualTo("[en] 새것");
        assertThat(server.received().getLast().data().path("context"))
                .extracting(pair -> pair.path("source").asText())
                .containsExactly("하나", "둘", "셋");
    }

    @Test
    void what_was_removed_comes_back_with_its_targets() {
        assertUpdated(FIRST.replace("- 둘\n", ""), 3, 0, 0, 1);
        assertThat(progress()).isEqualTo(new Progress(3, 0, 0, 0, 0));

        assertUpdated(FIRST.substring(0, FIRST.indexOf("### [Two]")), 2, 0, 1, 1);
        assertThat(progress()).isEqualTo(new Progress(3, 0, 0, 0, 0));

        assertUpdated(FIRST, 3, 0, 1, 0);
        assertThat(ids()).isEqualTo(ids);
        assertThat(items()).extracting(ReviewItem::mark).containsOnly(Mark.APPROVED);
        assertThat(progress()).isEqualTo(new Progress(4, 0, 0, 0, 0));
    }

    @Test
    void a_neighbour_of_another_source_is_no_context() {
        bench.add("a.md", FIRST.replace("- 둘", "- 두 가지").replace("- 셋", "- 셋\n- 다섯"));

        bench.translate("2026-01-02", Language.EN);

        assertThat(server.received().getLast().data().path("context"))
                .extracting(pair -> pair.path("source").asText())
                .containsExactly("하나", "셋");
    }
}
