package hanji.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.png, https://example.org/a.png, example.org",
        "' http://example.org ', http://example.org, example.org",
        "HTTPS://EXAMPLE.org:8443/a(b)?c=d#e, HTTPS://example.org:8443/a(b)?c=d#e, example.org",
        "http://127.0.0.1:8080/, http://127.0.0.1:8080/, 127.0.0.1",
        "http://[::1]/a, http://[::1]/a, [::1]",
        "https://münchen.example/straße, https://xn--mnchen-3ya.example/straße, xn--mnchen-3ya.example",
    })
    void web_addresses_may_be_followed(String written, String url, String host) {
        assertThat(WebAddress.of(written)).isEqualTo(new WebAddress(url, host, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,x",
                "//example.org",
                "/etc",
                "",
                "https://",
                "https:///a",
                "https:example.org",
                "java\nscript:alert(1)",
                "vbscript:x",
                "file:///etc/passwd",
                "https://a b",
                "https://example.org@example.net/",
                "https://example.org\\@example.net/",
                "https://example.org/\u202Egnp.exe",
                "https://exam\u200Bple.org/",
                "https://exam%70le.org/",
                "https://example.org/\"onclick=\"x",
                "https://example.org/<b>",
                "https://a..b/",
            })
    void others_may_not(String written) {
        assertThat(WebAddress.of(written)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "https://аррӏе.com/, xn--80ak6aa92e.com",
        "https://xn--80ak6aa92e.com/, xn--80ak6aa92e.com",
        "https://gооgle.com/a, xn--ggle-55da.com",
        "https://docs.аrxiv.org/abs/1, docs.xn--rxiv-43d.org",
    })
    void a_host_that_looks_like_another_is_told(String written, String host) {
        WebAddress address = Objects.requireNonNull(WebAddress.of(written));

        assertThat(address.lookalike()).isTrue();
        assertThat(address.host()).isEqualTo(host);
        assertThat(address.url()).startsWith("https://" + host + "/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://arxiv.org/abs/2401.13795",
                "https://한국어.example/",
                "https://데이터hub.example/",
                "https://東京タワー.example/",
                "https://пример.example/",
                "https://bücher.example/",
            })
    void a_host_in_one_script_or_in_those_that_go_together_is_none(String written) {
        assertThat(Objects.requireNonNull(WebAddress.of(written)).lookalike()).isFalse();
    }

    @Test
    void lookalikes_are_found_within_a_text() {
        String text = "가 [논문](https://аррӏе.com/x) https://arxiv.org/abs/1 https://gооgle.com에서";

        assertThat(WebAddress.lookalikes(text))
                .extracting(found -> found.span().of(text))
                .containsExactly("https://аррӏе.com/x", "https://gооgle.com에서");
    }
}
