package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// A page as it looks: a picture in `target/screenshots` for people, and what a program can tell.
final class Picture {

    private static final Path FOLDER = Path.of("target", "screenshots");

    private Picture() {}

    /// Fails where something sticks out sideways, or axe finds a violation.
    static void of(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("%s: what sticks out sideways", name)
                .isEqualTo(0);
        assertThat(
                        new AxeBuilder(page)
                                .analyze().getViolations().stream()
                                        .map(rule ->
                                                rule.getId()
                                                        + ": "
                                                        + rule.getNodes().getFirst().getHtml()))
                .as(name)
                .isEmpty();
    }
}
