package hanji.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The secret that a program shares with us.
class SigningKeyTest {

    @Test
    void what_is_signed_is_what_the_convention_signs() {
        assertThat(
                        SigningKey.of(WebhooksTest.SECRET)
                                .orElseThrow()
                                .signature(
                                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                                        1_614_265_330,
                                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "whsec_not base64 at all!"})
    void what_is_no_secret_is_none(String text) {
        assertThat(SigningKey.of(text)).isEmpty();
    }
}
