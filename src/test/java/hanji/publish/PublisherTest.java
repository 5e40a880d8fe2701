package hanji.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.review.Decision;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Approved texts, and no others, back in their digest.
@ParameterizedClass
@EnumSource
class PublisherTest {

    private static final String DIGEST =
            "### [One](https://example.org/1)\r\n* **What's New**: 하나\r\n* 둘\r\n\r\nmore\r\n* 셋\r\n";

    private final TestDatabase.Kind kind;

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private TestDatabase database;
    private Bench bench;

    PublisherTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @BeforeEach
    void drafts() {
        database = TestDatabase.of(kind);
        bench = new Bench(database.database(), Bench.asking(server));
        bench.add("d.md", DIGEST);
        bench.translate("d", Language.EN);
    }

    private List<ReviewItem> items() {
        return bench.translations("d", Language.EN);
    }

    private String markdown(Which which) {
        return bench.publisher.markdown("d", Language.EN, which);
    }

    @Test
    void drafts_are_not_published() {
        assertThat(markdown(Which.REVIEWED)).isEqualTo(DIGEST);
        assertThatThrownBy(() -> bench.publisher.publish("d", Language.EN, Bench.EDITOR))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "No translation of d into English is approved: approve some before publishing.");
        assertThat(bench.publisher.latest("d", Language.EN)).isEmpty();
    }

    @Test
    void what_is_approved_is_published_and_marked() {
        bench.approve(items().get(1));

        Publication publication = bench.publisher.publish("d", Language.EN, Bench.EDITOR);

        assertThat(publication)
                .isEqualTo(
                        new Publication(
                                publication.id(),
                                "d",
                                Language.EN,
                                1,
                                "Ida",
                                bench.clock.instant(),
                                null,
                                null));
        assertThat(bench.publisher.latest("d", Language.EN)).contains(publication);
        assertThat(items()).extracting(ReviewItem::mark).startsWith(Mark.DRAFT, Mark.FINAL);
        assertThat(markdown(Which.REVIEWED)).isEqualTo(DIGEST.replace("* 둘", "* [en] 둘"));
        assertThat(
                        database.database()
                                .<String>read(handle ->
                                        handle.createQuery("select markdown from publication")
                                                .mapTo(String.class)
                                                .one()))
                .isEqualTo(markdown(Which.REVIEWED));
    }

    @Test
    void what_was_changed_after_publishing_leaves_it() {
        bench.approve(items().get(1));
        bench.publisher.publish("d", Language.EN, Bench.EDITOR);

        bench.decide(items().get(1), new Decision.Amend("two", false, null));

        assertThat(markdown(Which.REVIEWED)).isEqualTo(DIGEST);
        assertThat(markdown(Which.ANY)).contains("* two\r\n");
    }

    @Test
    void an_exported_page_holds_no_code_of_a_digest_or_model() {
        String evil =
                "<script>alert(1)</script> [x](javascript:alert(1)) ![p](https://e.org/p.png)";
        bench.decide(items().get(1), new Decision.Amend(evil, true, "as it is"));
        DigestExport export = new DigestExport(bench.publisher);

        String html = export.file("d", Language.EN, "HTML", Which.REVIEWED).content();

        assertThat(html)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "javascript:", "p.png");
        assertThat(export.file("d", Language.EN, "json", Which.REVIEWED))
                .returns("d.en.json", DigestExport.File::name)
                .returns("application/json", DigestExport.File::mediaType);
        assertThatThrownBy(() -> export.file("d", Language.EN, "pdf", Which.ANY))
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "Unknown format \"pdf\" of an export: use md, json, html, xliff, xliff12 or tmx.");
    }
}
