package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import hanji.fixture.Fixtures;
import hanji.prompt.PromptCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A unit of the bench that becomes a prompt case.
class CaseIT {

    @TempDir private Path folder;

    @Test
    void one_key_makes_a_file_that_the_checks_read() throws Exception {
        try (Served served = Served.start();
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(served);
            page.navigate("/digests/2026-03-02?lang=en");
            page.locator("[data-act='run-condense']").first().click();
            Locator row = page.locator(".row:not(.row-cond)").first();
            assertThat(row).hasAttribute("data-state", "draft");
            row.click();
            page.keyboard().press("a");
            assertThat(row).hasAttribute("data-state", "approved");
            row.click();

            Download download = page.waitForDownload(() -> page.keyboard().press("Shift+F"));

            assertThat(download.suggestedFilename()).isEqualTo("bench-2026-03-02-1-1-en.yaml");
            Path file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            assertThat(
                            Fixtures.read(
                                            folder,
                                            List.of(file),
                                            PromptCatalog.load(Path.of("prompts")))
                                    .check(() -> null, Set.of())
                                    .results())
                    .singleElement()
                    .satisfies(result -> {
                        assertThat(result.id()).isEqualTo("bench-2026-03-02-1-1-en");
                        assertThat(result.status().word()).isEqualTo("missing");
                    });
            assertThat(chromium.alarms()).isEmpty();
        }
    }
}
