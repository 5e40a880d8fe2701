package hanji.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InListTest {

    @Test
    void the_last_value_fills_it_up() {
        assertThat(InList.of(List.of("a", "b", "c", "d", "e")))
                .containsExactly("a", "b", "c", "d", "e", "e", "e", "e");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 4", "4, 4", "1000, 1024", "4096, 4096", "4097, 4097"})
    void lengths_are_few(int values, int length) {
        assertThat(InList.of(IntStream.range(0, values).boxed().toList()))
                .hasSize(length)
                .containsAll(IntStream.range(0, values).boxed().toList());
    }
}
