package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org/a.png", " http://example.org "})
    void webAddressesMayBeFollowed(String address) {
        assertThat(EntryViews.web(address)).hasHost("example.org");
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
                "java\nscript:alert(1)",
                "vbscript:x",
                "file:///etc/passwd",
                "https://a b"
            })
    void othersMayNot(String address) {
        assertThat(EntryViews.web(address)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/digests/2026-03-02?lang=en"})
    void theChoiceOfLanguageGoesBackToThePage(String back) {
        assertThat(LanguageChoice.back(back)).hasToString(back);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//example.org",
                "/\\example.org",
                "https://example.org",
                "",
                "/a\r\nSet-Cookie: x",
                "digests",
                "/%zz"
            })
    void andNeverToAnotherSite(String back) {
        assertThat(LanguageChoice.back(back)).hasToString("/");
    }
}
