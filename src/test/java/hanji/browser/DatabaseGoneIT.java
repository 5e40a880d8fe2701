package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that goes away while somebody writes, and comes back.
class DatabaseGoneIT {

    private static final String TEXT = "A sentence that must not be lost.";

    @TempDir private Path folder;

    private EmbeddedPostgres postgres(int port) throws IOException {
        EmbeddedPostgres.Builder builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder.resolve("pg"))
                        .setCleanDataDirectory(false)
                        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                        .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        return (port == 0 ? builder : builder.setPort(port)).start();
    }

    @Test
    void her_text_stays_on_the_page_and_is_saved_when_the_database_is_back() throws Exception {
        EmbeddedPostgres postgres = postgres(0);
        int port = postgres.getPort();
        try (Served served =
                        Served.start(
                                Map.of(
                                        "HANJI_DB_URL",
                                        postgres.getJdbcUrl("postgres", "postgres"),
                                        "HANJI_DB_USER",
                                        "postgres",
                                        "HANJI_DB_PASSWORD",
                                        "postgres"));
                Chromium chromium = new Chromium()) {
            Page page = chromium.page(served);
            page.navigate("/digests/2026-03-02?lang=en");
            page.locator("[data-act='run-condense']").first().click();
            Locator row = page.locator(".row:not(.row-cond)").first();
            assertThat(row).hasAttribute("data-state", "draft");
            assertThat(page.locator("#run[data-running='true']")).hasCount(0);
            String version = row.getAttribute("data-version");
            row.click();
            page.keyboard().press("e");
            page.locator("textarea.edit").fill(TEXT);

            postgres.close();
            row.locator("[data-approve='false']").click();

            assertThat(row.locator("[role='alert']").or(page.locator("#trouble")).first())
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(40_000));
            assertThat(page.locator("textarea.edit")).hasValue(TEXT);

            postgres = postgres(port);
            row.locator("[data-approve='false']").click();
            assertThat(row)
                    .hasAttribute(
                            "data-state",
                            "edited",
                            new LocatorAssertions.HasAttributeOptions().setTimeout(40_000));

            assertThat(row.locator(".own")).hasValue(TEXT);
            assertThat(Integer.parseInt(row.getAttribute("data-version")))
                    .isEqualTo(Integer.parseInt(version) + 1);
        } finally {
            postgres.close();
        }
    }
}
