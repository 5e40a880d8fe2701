package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hanji.qa.QaReport;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookOverTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /// 170 characters without blanks.
    private static final String TEXT = "reads ten documents ".repeat(10);

    private static ReviewItem item(int number, TargetState state, boolean machine) {
        Unit unit =
                new Unit(
                        new UnitId(UnitKind.TRANSLATION, number, Language.EN),
                        "d",
                        1,
                        number,
                        "원문");
        Provenance by = machine ? Desk.machine() : new Provenance.Human("Ida", NOW);
        Target text = new Target(1, TEXT, "원문", by, new QaReport(List.of()));
        return new ReviewItem(
                unit, state, 2, text, null, Staleness.FRESH, Act.APPROVED, "Ida", null, NOW);
    }

    private static List<ReviewItem> approved(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> item(number, TargetState.REVIEWED, true))
                .toList();
    }

    private static Reading reading(ReviewItem item, Reading.Kind kind, long millis) {
        return Reading.of(
                item.unit().id(), requireNonNull(item.target()), "Ida", kind, millis, NOW);
    }

    /// The first are approved faster than they can be read, the others slowly.
    private static Readings readings(List<ReviewItem> items, int fast) {
        List<Reading> all = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            all.add(reading(items.get(i), Reading.Kind.APPROVED, i < fast ? 300 : 20_000));
        }
        return new Readings(all);
    }

    /// By hand: 170 characters at 2 × 238/183 × (987 + 2 × 118) = 3181 a minute are 3.2 s.
    @ParameterizedTest
    @CsvSource({"en, 3207", "de, 3594", "ja, 8361", "zh-CN, 12530", "ko, 6034"})
    void a_text_has_a_least_time_by_its_language(String language, long millis) {
        assertThat(ReadingSpeed.least(Language.of(language), 170)).isCloseTo(millis, within(5L));
    }

    @Test
    void time_adds_up_over_occasions_and_blanks_are_not_read() {
        ReviewItem item = item(1, TargetState.REVIEWED, true);
        assertThat(Readings.least(item)).isBetween(3_200L, 3_220L);

        Reading first = reading(item, Reading.Kind.APPROVED, 2_000);
        assertThat(new Readings(List.of(first)).fast(item)).isTrue();
        assertThat(new Readings(List.of(first, first)).fast(item)).isFalse();
    }

    @Test
    void looking_it_over_afterwards_is_reading_it_and_leaves_how_it_was_approved() {
        ReviewItem item = item(1, TargetState.REVIEWED, true);
        Readings readings =
                new Readings(
                        List.of(
                                reading(item, Reading.Kind.APPROVED, 300),
                                reading(item, Reading.Kind.LOOKED_OVER, 5_000)));

        assertThat(readings.fast(item)).isTrue();
        assertThat(readings.read(item)).isTrue();
    }

    @Test
    void what_a_program_approved_or_nobody_did_is_not_called_fast() {
        ReviewItem item = item(1, TargetState.REVIEWED, true);

        assertThat(Readings.NONE.fast(item)).isFalse();
        assertThat(
                        new Readings(List.of(reading(item, Reading.Kind.EDITED, 100)))
                                .fast(item(1, TargetState.TRANSLATED, true)))
                .isFalse();
    }

    @Test
    void up_to_a_tenth_is_passed_over() {
        List<ReviewItem> items = approved(90);

        assertThat(LookOver.of(items, readings(items, 9)).due()).isFalse();
        LookOver over = LookOver.of(items, readings(items, 12));
        assertThat(over.due()).isTrue();
        assertThat(List.of(over.approved(), over.fast(), over.sample().size()))
                .containsExactly(90, 12, 5);
        assertThat(items.subList(0, 12)).containsAll(over.sample());
    }

    @Test
    void a_few_are_told_at_the_end_only() {
        List<ReviewItem> items = new ArrayList<>(approved(4));
        assertThat(LookOver.of(items, readings(items, 4)).due()).isTrue();

        items.add(item(5, TargetState.TRANSLATED, true));

        assertThat(LookOver.of(items, readings(items, 4)).due()).isFalse();
    }

    @Test
    void the_sample_is_a_tenth_the_same_each_time_and_in_page_order() {
        List<ReviewItem> items = approved(90);
        List<ReviewItem> sample = LookOver.of(items, readings(items, 80)).sample();

        assertThat(sample).hasSize(8).isEqualTo(LookOver.of(items, readings(items, 80)).sample());
        assertThat(sample).extracting(one -> one.unit().number()).isSorted();
    }

    @Test
    void a_finished_digest_says_what_was_mended_and_samples_what_was_not() {
        List<ReviewItem> items = new ArrayList<>(approved(60));
        items.add(item(61, TargetState.FINAL, false));

        LookOver over = LookOver.of(items, readings(items, 0));

        assertThat(over.finished()).isTrue();
        assertThat(over.mended()).isEqualTo(1);
        assertThat(over.sample()).hasSize(6).doesNotContain(items.getLast());
        items.add(item(62, TargetState.TRANSLATED, true));
        assertThat(LookOver.of(items, readings(items, 0)).finished()).isFalse();
    }
}
