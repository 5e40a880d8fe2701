package hanji.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

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
