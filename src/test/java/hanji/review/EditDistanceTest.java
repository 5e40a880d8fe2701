package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({
        "kitten, sitting, 3",
        "'', abc, 3",
        "abc, '', 3",
        "same, same, 0",
        "2 billion tokens, 2 trillion tokens, 2",
        "モデルは, このモデルは, 2",
        "a😀b, a😃b, 1"
    })
    void it_counts_what_has_to_change(String before, String after, int distance) {
        assertThat(EditDistance.between(before, after)).isEqualTo(distance);
    }

    @Property(tries = 300)
    void it_is_what_the_definition_says(
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 7) String a,
            @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 7) String b) {
        assertThat(EditDistance.between(a, b)).isEqualTo(defined(a, b));
    }

    private static int defined(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        int replaced =
                defined(a.substring(1), b.substring(1)) + (a.charAt(0) == b.charAt(0) ? 0 : 1);
        return Math.min(
                replaced, 1 + Math.min(defined(a.substring(1), b), defined(a, b.substring(1))));
    }

    @Test
    void texts_too_long_to_compare_count_as_replaced_between_what_they_share() {
        assertThat(
                        EditDistance.between(
                                "<" + "a".repeat(5_000) + ">", "<" + "b".repeat(6_000) + ">"))
                .isEqualTo(6_000);
    }
}
