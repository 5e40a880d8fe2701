package hanji.memory;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.Decision;
import hanji.segment.Language;
import hanji.segment.SourceHash;
import hanji.segment.Span;
import hanji.segment.UnitId;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MemoryTest {

    private static final String FIRST = "이 논문은 확산 모델을 빠르게 만드는 방법을 제안함.";
    private static final String SECOND = "학습 비용이 절반으로 줄어듦.";
    private static final String LIKE_FIRST = "이 논문은 언어 모델을 빠르게 만드는 방법을 제안함.";

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    @AutoClose private Remembering here;

    MemoryTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void a_digest_with_an_approved_bullet() {
        database = TestDatabase.of(kind);
        here = new Remembering(database.database(), null);
        here.add("2026-01-02", "Faster diffusion", FIRST, SECOND);
        here.approve("2026-01-02", 1, Language.EN, "This paper makes diffusion models fast.");
        here.caughtUp();
    }

    private static SourceHash hash(String text) {
        return SourceHash.of(text);
    }

    @Test
    void the_same_source_is_an_exact_match() {
        assertThat(here.matches("  " + FIRST.replace(" ", "  "), Language.EN))
                .singleElement()
                .isInstanceOfSatisfying(
                        MemoryMatch.Exact.class,
                        match -> {
                            assertThat(match.percent()).isEqualTo(100);
                            assertThat(match.pair().target())
                                    .isEqualTo("This paper makes diffusion models fast.");
                            assertThat(match.pair().by()).isEqualTo("Ida");
                            assertThat(match.pair().hand()).isEqualTo(Hand.EDITOR);
                            assertThat(match.pair().at()).isEqualTo(here.bench.clock.instant());
                        });
        assertThat(here.matches(FIRST, Language.DE)).isEmpty();
    }

    @Test
    void between_the_same_neighbours_it_is_one_in_context() {
        MemoryQuery inContext =
                new MemoryQuery(FIRST, Language.EN, null, hash(SECOND).hex(), null, null);
        assertThat(here.memory.matches(inContext))
                .singleElement()
                .isInstanceOfSatisfying(
                        MemoryMatch.InContext.class,
                        match -> assertThat(match.percent()).isEqualTo(101));
        MemoryQuery elsewhere =
                new MemoryQuery(FIRST, Language.EN, null, hash(FIRST).hex(), null, null);
        assertThat(here.memory.matches(elsewhere))
                .singleElement()
                .isInstanceOf(MemoryMatch.Exact.class);
    }

    @Test
    void a_source_that_is_like_it_says_what_differs() {
        assertThat(here.matches(LIKE_FIRST, Language.EN))
                .singleElement()
                .isInstanceOfSatisfying(
                        MemoryMatch.Fuzzy.class,
                        match -> {
                            assertThat(match.percent())
                                    .isEqualTo(100 * (FIRST.length() - 2) / FIRST.length());
                            assertThat(match.missing())
                                    .extracting(span -> span.of(LIKE_FIRST))
                                    .containsExactly("언어");
                            assertThat(match.other())
                                    .extracting(span -> span.of(FIRST))
                                    .containsExactly("확산");
                        });
        assertThat(here.matches("전혀 다른 이야기를 하는 글.", Language.EN)).isEmpty();
        assertThat(here.matches("", Language.EN)).isEmpty();
    }

    @Test
    void a_short_source_is_found_by_pairs_of_characters() {
        here.approve("2026-01-02", 2, Language.EN, "It halves the cost of training.");
        here.caughtUp();
        assertThat(here.matches("학습 비용이 반으로 줄어듦", Language.EN))
                .singleElement()
                .isInstanceOf(MemoryMatch.Fuzzy.class);
    }

    @Test
    void a_text_that_is_withdrawn_is_forgotten() {
        here.bench.decide(here.item("2026-01-02", 1, Language.EN), new Decision.Undo());
        assertThat(here.caughtUp().matches(FIRST, Language.EN)).isEmpty();

        here.approve("2026-01-02", 1, Language.EN, "Diffusion, but fast.");
        assertThat(here.caughtUp().found("but fast")).containsExactly("Diffusion, but fast.");

        here.bench.decide(here.item("2026-01-02", 1, Language.EN), new Decision.Reject("wrong"));
        assertThat(here.caughtUp().matches(FIRST, Language.EN)).isEmpty();
    }

    @Test
    void a_new_source_leaves_the_old_pair() {
        here.add("2026-01-02", "Faster diffusion", LIKE_FIRST, SECOND);
        assertThat(here.caughtUp().matches(FIRST, Language.EN))
                .singleElement()
                .isInstanceOf(MemoryMatch.Exact.class);
        UnitId own = here.item("2026-01-02", 1, Language.EN).unit().id();
        assertThat(
                        here.memory.matches(
                                new MemoryQuery(LIKE_FIRST, Language.EN, null, null, null, own)))
                .singleElement()
                .isInstanceOf(MemoryMatch.Fuzzy.class);
    }

    @Test
    void its_own_text_is_no_match_for_a_unit() {
        UnitId own = here.item("2026-01-02", 1, Language.EN).unit().id();
        assertThat(here.memory.matches(new MemoryQuery(FIRST, Language.EN, null, null, null, own)))
                .isEmpty();
    }

    @Test
    void the_newer_one_of_another_paper_stands_behind_the_own_papers() {
        here.add("2026-01-09", "Something else", FIRST);
        here.approve("2026-01-09", 1, Language.EN, "Another wording.");
        here.caughtUp();
        MemoryQuery query =
                new MemoryQuery(FIRST, Language.EN, null, null, "Faster diffusion", null);
        assertThat(here.memory.matches(query))
                .extracting(match -> match.pair().target())
                .containsExactly("This paper makes diffusion models fast.", "Another wording.");
        assertThat(here.memory.matches(query))
                .extracting(match -> match.penalties().paper())
                .containsExactly(0, Penalties.OTHER_PAPER);
    }

    @Test
    void age_takes_points_up_to_a_bound() {
        here.bench.clock.forward(Duration.ofDays(2 * 365 + 3));
        assertThat(here.matches(FIRST, Language.EN).getFirst().penalties())
                .isEqualTo(new Penalties(0, 0, 2));
        here.bench.clock.forward(Duration.ofDays(20 * 365));
        assertThat(here.matches(FIRST, Language.EN).getFirst().penalties().age())
                .isEqualTo(Penalties.OLDEST);
    }

    @Test
    void languages_are_targets_of_one_source() {
        here.approve("2026-01-02", 1, Language.JA, "拡散モデルを高速化する。");
        here.caughtUp();
        assertThat(here.memory.find(new Concordance("확산", null, 0, 20)).hits())
                .singleElement()
                .satisfies(hit ->
                        assertThat(hit.pairs())
                                .extracting(MemoryPair::language)
                                .containsExactly(Language.EN, Language.JA));
        assertThat(here.matches(FIRST, Language.JA)).hasSize(1);
    }

    @Test
    void a_concordance_finds_parts_of_words_on_either_side() {
        here.approve("2026-01-02", 1, Language.ZH_CN, "本文加速了扩散模型。");
        here.caughtUp();
        String english = "This paper makes diffusion models fast.";
        for (String words :
                List.of(
                        "확산",
                        "산 모",
                        "산",
                        "빠르 제안",
                        "DIFFUSION",
                        "iffus",
                        "fast paper",
                        "\"models fast\"",
                        "t.")) {
            assertThat(here.found(words)).as(words).contains(english);
        }
        assertThat(here.found("扩散")).hasSize(2);
        assertThat(here.found("型。")).hasSize(2);
        for (String words : List.of("\"fast models\"", "확산 fast", "언어", "modelsfast", "%", "*")) {
            assertThat(here.found(words)).as(words).isEmpty();
        }
        assertThat(here.found("")).contains(english);
        assertThat(new Concordance("\"models fast\" Paper", null, 0, 20).in(english))
                .extracting(span -> span.of(english))
                .containsExactly("models fast", "paper");
    }

    @Test
    void another_server_sees_it_when_it_looks_again() {
        try (Remembering other = new Remembering(database.database(), null)) {
            assertThat(other.caughtUp().matches(FIRST, Language.EN)).hasSize(1);
            here.approve("2026-01-02", 2, Language.EN, "It halves the cost of training.");
            assertThat(other.caughtUp().matches(SECOND, Language.EN)).hasSize(1);
        }
    }

    @Test
    void differences_are_words() {
        assertThat(Differences.of("가 나 다", "가 라 마 다"))
                .isEqualTo(new Differences(List.of(new Span(2, 3)), List.of(new Span(2, 5))));
    }
}
