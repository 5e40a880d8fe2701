package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each page at desktop and phone width, light and dark, English and Korean: pictures to look at in
/// `target/screenshots`, and what axe has to say.
class LooksIT {

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/digests/2026-03-02?lang=en",
                    "/digests/2026-03-03?lang=ja",
                    "/digests/2026-03-04?lang=de",
                    "/digests/2026-03-02/preview?lang=en",
                    "/digests/1999-01-01?lang=en",
                    "/prompts",
                    "/prompts/condense-headline?before=authored",
                    "/prompts/translate?unit=UNIT");

    private static Served served;
    private static Chromium chromium;
    private static String unit = "";

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        Page page = chromium.page(served);
        for (String work : List.of("2026-03-02?lang=en", "2026-03-03?lang=ja")) {
            page.navigate("/digests/" + work);
            page.locator("[data-act='run-condense']").first().click();
            assertThat(page.locator(".row[data-state='draft']").nth(30)).isVisible();
        }
        page.navigate("/digests/2026-03-02?lang=en");
        unit = page.locator(".row:not(.row-cond)").first().getAttribute("data-unit");
        page.locator(".row").nth(0).click();
        page.keyboard().press("a");
        assertThat(page.locator(".row").nth(0)).hasAttribute("data-state", "approved");
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    static Stream<Arguments> looks() {
        return PAGES.stream()
                .flatMap(path ->
                        Stream.of(1280, 390)
                                .flatMap(width ->
                                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                                .map(scheme ->
                                                        Arguments.of(
                                                                path,
                                                                width,
                                                                scheme,
                                                                scheme == ColorScheme.LIGHT
                                                                        ? "en-US"
                                                                        : "ko-KR"))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void axe_finds_nothing_serious(String path, int width, ColorScheme scheme, String locale) {
        Page page = chromium.page(served, width, scheme, locale);
        page.navigate(path.replace("UNIT", unit));
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(
                                Path.of(
                                        "target/screenshots",
                                        path.replaceAll("[^a-zA-Z0-9]+", "_")
                                                + "-"
                                                + width
                                                + "-"
                                                + scheme
                                                + ".png")));

        List<String> serious =
                new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .filter(rule ->
                                        Set.of("serious", "critical").contains(rule.getImpact()))
                                .map(LooksIT::described)
                                .toList();

        assertThat(serious).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(true);
        page.context().close();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().getFirst().getHtml();
    }
}
