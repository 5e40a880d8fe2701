package hanji.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.review.Decision;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource
class SearchTest {

    private static final String DIGEST =
            """
            ## 2026-01-02

            ### [Painting by Steps](https://example.org/1)
            - 확산 모델(diffusion model)은 잡음을 지웁니다.
            - 이 확산모델을 작은 기계에서 돌립니다.
            - 모델은 작고, 열의 확산은 느립니다.
            - 새로운 확산 모델(Diffusion Models)의 비용은 절반입니다.

            ### [Reading Slowly](https://example.org/2)

            Authors: Søren Kim, Ada Lovelace

            - 문서 1,000개를 천천히 읽습니다.
            """;

    @Parameter private TestDatabase.Kind kind = TestDatabase.Kind.H2;
    @TempDir private Path folder;
    private TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private Finding finding = new Finding(database.database(), null);

    @BeforeEach
    void digest() {
        close();
        database = TestDatabase.of(kind);
        finding = new Finding(database.database(), folder);
        finding.bench.add("a.md", DIGEST);
        finding.caughtUp();
    }

    @AfterEach
    void close() {
        finding.close();
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"확산모델을", "확산 모델의", "diffusion model", "Diffusion-Models"})
    void a_term_is_found_in_any_form_and_language(String words) {
        assertThat(finding.places(words))
                .containsExactlyInAnyOrder("2026-01-02 1.1", "2026-01-02 1.2", "2026-01-02 1.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"painting st", "painting by steps"})
    void a_paper_is_found_by_its_title(String words) {
        assertThat(finding.places(words)).containsExactly("2026-01-02 1.0");
    }

    @Test
    void words_may_stand_anywhere_but_a_phrase_together() {
        assertThat(finding.places("느립니다 작고")).containsExactly("2026-01-02 1.3");
        assertThat(finding.places("\"느립니다 작고\"")).isEmpty();
        assertThat(finding.places("\"열의 확산\"")).containsExactly("2026-01-02 1.3");
    }

    @Test
    void the_last_word_may_be_unfinished() {
        assertThat(finding.places("diff")).contains("2026-01-02 1.1");
        assertThat(finding.places("diff ")).isEmpty();
    }

    @Test
    void what_was_found_is_marked_and_never_changed() {
        Hit hit = finding.search.find(SearchQuery.of("확산모델을")).hits().getFirst();

        assertThat(hit.source()).isNotNull();
        Marked source = hit.source();
        assertThat(source.hits())
                .isNotEmpty()
                .allSatisfy(span ->
                        assertThat(span.of(source.text())).containsAnyOf("확산", "diffusion"));
    }

    @Test
    void a_decision_is_followed() {
        ReviewItem item = finding.bench.translations("2026-01-02", Language.EN).getLast();
        finding.bench.decide(
                item, new Decision.Amend("It reads 1,000 documents slowly.", true, "as I read it"));

        finding.caughtUp();

        assertThat(finding.places("\"documents slowly\"")).containsExactly("2026-01-02 2.1");
        assertThat(finding.places(state(Language.EN, "approved")))
                .containsExactly("2026-01-02 2.1");
        assertThat(finding.places(state(Language.JA, "approved"))).isEmpty();
        assertThat(finding.search.choices().editors()).containsExactly("Ida");
    }

    private static SearchQuery state(Language language, String state) {
        return new SearchQuery("", language, state, null, null, null, null, null, 0, 20);
    }

    @Test
    void filters_hold_of_one_unit_together() {
        List<ReviewItem> english = finding.bench.translations("2026-01-02", Language.EN);
        finding.bench.decide(
                english.getFirst(), new Decision.Amend("It reads 7 books.", false, null));
        finding.caughtUp();

        assertThat(finding.places(asked("edited", "numbers", "Ida", 1)))
                .containsExactly("2026-01-02 1.1");
        assertThat(finding.places(asked("none", "numbers", "Ida", 1))).isEmpty();
        assertThat(finding.places(asked("edited", "url", "Ida", 1))).isEmpty();
        assertThat(finding.places(asked("edited", null, "Bo", 1))).isEmpty();
    }

    private static SearchQuery asked(String state, String finding, String editor, int days) {
        return new SearchQuery("", null, state, finding, null, editor, days, null, 0, 20);
    }

    private static SearchQuery words(String words, @Nullable Language language) {
        return new SearchQuery(words, language, null, null, null, null, null, null, 0, 20);
    }

    @Test
    void a_language_narrows_the_texts_that_are_looked_at() {
        List<ReviewItem> english = finding.bench.translations("2026-01-02", Language.EN);
        List<ReviewItem> german = finding.bench.translations("2026-01-02", Language.DE);
        finding.bench.decide(
                english.getFirst(), new Decision.Amend("Sourdough removes noise.", false, null));
        finding.bench.decide(
                german.get(1), new Decision.Amend("Der Sourdough läuft.", false, null));
        finding.caughtUp();

        assertThat(finding.places(words("sourdough", null)))
                .containsExactlyInAnyOrder("2026-01-02 1.1", "2026-01-02 1.2");
        assertThat(finding.places(words("sourdough", Language.EN)))
                .containsExactly("2026-01-02 1.1");
        assertThat(finding.places(words("sourdough", Language.DE)))
                .containsExactly("2026-01-02 1.2");
        assertThat(finding.places(words("sourdough", Language.JA))).isEmpty();
        // the original is the same in all of them
        assertThat(finding.places(words("잡음을", Language.JA))).containsExactly("2026-01-02 1.1");
        assertThat(finding.search.find(words("sourdough", Language.DE)).hits().getFirst().units())
                .extracting(Hit.Unit::language)
                .containsExactly(Language.DE);
    }

    @Test
    void an_age_counts_from_the_last_act() {
        ReviewItem item = finding.bench.translations("2026-01-02", Language.EN).getFirst();
        finding.bench.decide(item, new Decision.Amend("Noise goes.", false, null));
        finding.caughtUp();
        finding.bench.clock.forward(Duration.ofDays(6));
        assertThat(finding.places(since(7))).containsExactly("2026-01-02 1.1");

        finding.bench.clock.forward(Duration.ofDays(2));

        assertThat(finding.places(since(7))).isEmpty();
        assertThat(finding.places(since(30))).containsExactly("2026-01-02 1.1");
    }

    private static SearchQuery since(int days) {
        return new SearchQuery("", null, null, null, null, null, days, null, 0, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lovelace", "Ada Lovelace", "soren", "\"Søren Kim\"", "kim ada"})
    void a_paper_is_found_by_its_authors(String words) {
        assertThat(finding.places(words)).containsExactly("2026-01-02 2.0");
    }

    @Test
    void a_model_is_a_filter() {
        try (StubModelServer server = StubModelServer.start(new EchoAnswers());
                TestDatabase other = TestDatabase.of(kind);
                Finding asked = new Finding(other.database(), null, Bench.asking(server))) {
            asked.bench.add("a.md", DIGEST);
            asked.bench.translate("2026-01-02", Language.EN);
            asked.caughtUp();
            List<ReviewItem> english = asked.bench.translations("2026-01-02", Language.EN);
            asked.bench.decide(english.getFirst(), new Decision.Amend("Mine.", false, null));
            asked.caughtUp();

            assertThat(asked.search.choices().models()).containsExactly("mini");
            assertThat(asked.places(model("mini", null)))
                    .containsExactlyInAnyOrder(
                            "2026-01-02 1.2", "2026-01-02 1.3", "2026-01-02 1.4", "2026-01-02 2.1");
            assertThat(asked.places(model("mini", Language.JA))).isEmpty();
            assertThat(asked.places(model("large", null))).isEmpty();
        }
    }

    private static SearchQuery model(String model, @Nullable Language language) {
        return new SearchQuery("", language, null, null, model, null, null, null, 0, 20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"   ", "\"\"", "(((", "+ - && || !", "*", "?", "~^:", "\u200B", "의"})
    void what_holds_no_word_finds_nothing_and_is_no_mistake(String words) {
        Found found = finding.search.find(SearchQuery.of(words));

        assertThat(found.hits()).isEmpty();
        assertThat(found.readiness()).isInstanceOf(Readiness.Ready.class);
    }

    @Test
    void another_content_of_a_digest_leaves_no_ghosts() {
        finding.bench.add(
                "a.md", DIGEST.replace("- 이 확산모델을 작은 기계에서 돌립니다.\n", "").replace("천천히", "빠르게"));
        finding.bench.add("b.md", "## 2026-01-03\n\n### [Other](https://example.org/3)\n- 빠르게.\n");
        finding.caughtUp();

        assertThat(finding.places("확산모델을")).hasSize(2);
        assertThat(finding.places("천천히")).isEmpty();
        assertThat(finding.places("빠르게"))
                .containsExactlyInAnyOrder("2026-01-02 2.1", "2026-01-03 1.1");
    }

    @Test
    void what_happened_while_it_was_closed_is_found() {
        finding.search.close();
        ReviewItem item = finding.bench.translations("2026-01-02", Language.EN).getFirst();
        finding.bench.decide(item, new Decision.Amend("Noise is wiped away.", false, null));
        finding.bench.clock.forward(Duration.ofDays(2));

        try (Finding later = new Finding(database.database(), folder).caughtUp()) {
            assertThat(later.places("wiped")).containsExactly("2026-01-02 1.1");
        }
    }

    @Test
    void a_damaged_index_is_made_again() throws Exception {
        finding.search.close();
        try (var files = Files.list(folder)) {
            for (Path file : files.filter(file -> Files.isRegularFile(file)).toList()) {
                if (Files.size(file) > 20) {
                    byte[] bytes = Files.readAllBytes(file);
                    bytes[bytes.length / 2] ^= 0x55;
                    Files.write(file, bytes);
                }
            }
        }
        try (Finding later = new Finding(database.database(), folder).caughtUp()) {
            assertThat(later.places("확산모델을")).hasSize(3);
        }
    }

    @Test
    void a_second_process_keeps_its_own() {
        try (Finding second = new Finding(database.database(), folder).caughtUp()) {
            assertThat(second.places("확산모델을")).hasSize(3);
            assertThat(finding.places("확산모델을")).hasSize(3);
        }
    }

    @Test
    void more_than_anybody_reads_is_refused() {
        assertThatThrownBy(() -> SearchQuery.of("a".repeat(201))).isInstanceOf(Problem.class);
        assertThatThrownBy(() ->
                        new SearchQuery("a", null, null, null, null, null, null, null, 2_001, 20))
                .isInstanceOf(Problem.class);
    }
}
