package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Finding a bullet, and going to it, by keys alone.
class SearchIT {

    private static final String TEXT = "A zebrafish swims through the library.";

    private static void picture(Page page, String name) {
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of("target/screenshots", "search-" + name + ".png")));
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("nothing sticks out sideways")
                .isEqualTo(true);
    }

    /// The index follows within about two seconds.
    private static void found(Served served) throws Exception {
        for (int i = 0; i < 100; i++) {
            if (served.get("/api/v1/search?q=zebrafish").body().contains("\"total\":1,")) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not indexed");
    }

    @Test
    void somebody_types_narrows_and_goes_to_the_bullet() throws Exception {
        try (Served served = Served.start();
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(served, 1280, ColorScheme.LIGHT, "en-US");
            page.navigate("/digests/2026-03-02?lang=en");
            String unit = page.locator(".row:not(.row-cond)").nth(2).getAttribute("data-unit");
            assertThat(
                            served.put(
                                            "/api/v1/units/" + unit,
                                            0,
                                            "{\"text\":\"%s\"}".formatted(TEXT))
                                    .statusCode())
                    .isEqualTo(200);
            found(served);

            // from any page, by the key that the link shows
            page.navigate("/batches");
            page.keyboard().press("/");
            assertThat(page).hasURL(served.address() + "/search");
            assertThat(page.locator("#search")).isFocused();
            page.keyboard().type("zebraf");
            assertThat(page.locator(".hits .hit-row")).hasCount(1);
            assertThat(page.locator(".hits mark.hit")).hasText("zebrafish");
            assertThat(page).hasURL(served.address() + "/search?q=zebraf");

            page.locator("[name=state]").selectOption("approved");
            assertThat(page.locator("#results .empty")).isVisible();
            page.locator("[name=state]").selectOption("edited");
            assertThat(page.locator(".hits .hit-row")).hasCount(1);
            page.reload();
            assertThat(page.locator("[name=state]")).hasValue("edited");
            picture(page, "light-1280");

            page.locator("#search").focus();
            Locator hit = page.locator(".hits .hit-head a").first();
            for (int i = 0;
                    i < 15 && !(Boolean) hit.evaluate("a => a === document.activeElement");
                    i++) {
                page.keyboard().press("Tab");
            }
            assertThat(hit).isFocused();
            page.keyboard().press("Enter");
            assertThat(page).hasURL(Pattern.compile(".*\\?lang=en#u-" + unit));
            assertThat(page.locator("#u-" + unit)).hasAttribute("aria-current", "true");
            assertThat(page.locator("#u-" + unit)).isInViewport();

            Page phone = chromium.page(served, 390, ColorScheme.DARK, "ko-KR");
            phone.navigate("/search?q=zebrafish");
            assertThat(phone.locator("h1")).hasText("찾기");
            assertThat(phone.locator(".find-count")).hasText("1개.");
            assertThat(phone.locator(".hit-units")).containsText("수정함");
            picture(phone, "dark-390-ko");
            phone.locator("#search").fill("얼룩말없음");
            assertThat(phone.locator("#results .empty h2")).hasText("찾은 것이 없습니다");
            picture(phone, "none-390-ko");
            assertThat(chromium.alarms()).isEmpty();
        }
    }
}
