package hanji.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                             | 0
                    7                             | 7
                    Mon, 02 Mar 2026 10:00:30 GMT | 30
                    Mon, 02 Mar 2026 09:00:00 GMT | 0
                    """)
    void seconds_or_a_date(String header, long seconds) {
        assertThat(RetryAfter.read(header, CLOCK)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-3", "99999999999999999999", "Mon, 99 Mar 2026 10:00:30 GMT"})
    void anything_else_says_nothing(String header) {
        assertThat(RetryAfter.read(header, CLOCK)).isNull();
    }

    @Test
    void no_header_says_nothing() {
        assertThat(RetryAfter.read(null, CLOCK)).isNull();
    }
}
