package hanji.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource({"kitten,sitting,3", "'','',0", "'',abc,3", "abc,'',3", "확산 모델,확산모델을,2", "a,a,0"})
    void counts_what_has_to_be_changed(String one, String other, int distance) {
        assertThat(new EditDistance(one).to(other)).isEqualTo(distance);
    }

    /// Lengths around one, two and three words of bits.
    @Test
    void is_the_distance_of_the_whole_table() {
        Random random = new Random(7);
        for (int round = 0; round < 3_000; round++) {
            String one = text(random, random.nextInt(200));
            String other =
                    random.nextBoolean() ? text(random, random.nextInt(200)) : near(random, one);
            assertThat(new EditDistance(one).to(other))
                    .as("%s / %s", one, other)
                    .isEqualTo(table(one, other));
        }
    }

    @Test
    void one_text_is_compared_with_many() {
        EditDistance distance = new EditDistance("가나다라");
        assertThat(distance.to("가나라")).isEqualTo(1);
        assertThat(distance.to("가나다라")).isZero();
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append("가나다abc ".charAt(random.nextInt(7)));
        }
        return text.toString();
    }

    private static String near(Random random, String text) {
        StringBuilder made = new StringBuilder(text);
        for (int i = 0; i < 5 && !made.isEmpty(); i++) {
            made.deleteCharAt(random.nextInt(made.length()));
            made.insert(random.nextInt(made.length() + 1), text(random, 2));
        }
        return made.toString();
    }

    private static int table(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above, row[j - 1]));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
