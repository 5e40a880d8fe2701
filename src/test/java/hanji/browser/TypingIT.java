package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// No word that was typed is lost, and checks speak while it is typed.
class TypingIT {

    private static final String BENCH = "/digests/2026-03-02?lang=en";

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void drafts() throws Exception {
        served = Served.start();
        chromium = new Chromium();
        Page page = chromium.page(served);
        page.navigate(BENCH);
        page.locator("[data-act='run-condense']").first().click();
        assertThat(row(page, "1.4")).hasAttribute("data-state", "draft");
        assertThat(row(page, "1.tldr")).hasAttribute("data-state", "draft");
        page.context().close();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    private static Locator row(Page page, String place) {
        return page.locator(".row[data-place='%s']".formatted(place));
    }

    private static Locator edit(Page page, String place) {
        Locator row = row(page, place);
        row.locator(".src").click();
        page.keyboard().press("e");
        return row.locator("textarea.edit");
    }

    @Test
    void what_was_typed_is_found_again_in_another_browser_and_goes_when_it_is_saved() {
        Page page = chromium.page(served);
        page.navigate(BENCH);
        Locator field = edit(page, "1.1");
        page.waitForResponse(
                answer -> answer.url().endsWith("/typed") && answer.status() == 204,
                () -> {
                    field.press("End");
                    field.pressSequentially(" Typed and never saved.");
                });
        page.waitForResponse(answer -> answer.url().endsWith("/typed"), () -> field.press("!"));
        page.context().close();

        Page other = chromium.page(served);
        other.navigate(BENCH);
        Locator row = row(other, "1.1");
        assertThat(row.locator(".typed-kept")).containsText("Typed, not saved");
        Locator again = edit(other, "1.1");
        assertThat(again).hasValue(Pattern.compile(".*Typed and never saved\\.!"));
        row.locator("[data-approve='false']").click();
        assertThat(row).hasAttribute("data-state", "edited");
        assertThat(row.locator(".typed-kept")).isHidden();
        other.reload();
        assertThat(row.locator(".own")).hasValue(Pattern.compile(".*Typed and never saved\\.!"));
        assertThat(row.locator(".typed-kept")).isHidden();
        other.context().close();
    }

    @Test
    void what_was_typed_without_a_line_is_found_in_the_same_browser_and_can_be_discarded() {
        Page page = chromium.page(served);
        page.navigate(BENCH);
        Locator field = edit(page, "1.3");
        page.context().setOffline(true);
        field.press("End");
        field.pressSequentially(" In a tunnel.");
        Page after = page.context().newPage();
        page.close();
        after.context().setOffline(false);
        after.navigate(BENCH);
        Locator row = row(after, "1.3");
        assertThat(row.locator(".typed-kept")).isVisible();
        assertThat(edit(after, "1.3")).hasValue(Pattern.compile(".* In a tunnel\\."));
        after.keyboard().press("Escape");
        row.locator("[data-act='discard']").click();
        assertThat(row.locator(".typed-kept")).isHidden();
        after.reload();
        assertThat(row.locator(".typed-kept")).isHidden();
        after.context().close();
    }

    /// Neither the page nor the browser has a moment to say goodbye.
    @Test
    void what_was_typed_in_a_browser_that_was_killed_is_found_again() {
        Set<ProcessHandle> others =
                ProcessHandle.current().descendants().collect(Collectors.toSet());
        Chromium killed = new Chromium();
        Page page = killed.page(served);
        page.navigate(BENCH);
        Locator field = edit(page, "2.1");
        page.waitForResponse(
                answer -> answer.url().endsWith("/typed") && answer.status() == 204,
                () -> {
                    field.press("End");
                    field.pressSequentially(" Then the power went.");
                });
        page.waitForResponse(answer -> answer.url().endsWith("/typed"), () -> field.press("!"));
        List<ProcessHandle> browser =
                ProcessHandle.current()
                        .descendants()
                        .filter(process -> !others.contains(process))
                        .filter(process -> process.info().command().orElse("").contains("chrom"))
                        .toList();
        Assertions.assertThat(browser).isNotEmpty();
        browser.forEach(ProcessHandle::destroyForcibly);
        browser.forEach(process -> process.onExit().join());
        killed.close();

        Page other = chromium.page(served);
        other.navigate(BENCH);
        assertThat(row(other, "2.1").locator(".typed-kept")).containsText("Typed, not saved");
        assertThat(edit(other, "2.1")).hasValue(Pattern.compile(".* Then the power went\\.!"));
        other.context().close();
    }

    @Test
    void the_clean_drafts_of_an_entry_are_approved_only_with_the_line() {
        Page page = chromium.page(served);
        page.navigate(BENCH);
        page.context().setOffline(true);
        page.locator("[data-act='approve-clean']").first().click();
        assertThat(page.locator("#trouble")).containsText("needs the line");
        page.context().close();
    }

    @Test
    void checks_speak_and_lengths_are_counted_while_somebody_types() {
        Page page = chromium.page(served, 390, ColorScheme.DARK, "ko-KR");
        page.navigate(BENCH);
        Locator tldr = row(page, "1.tldr");
        tldr.locator("[data-act='edit']").dispatchEvent("click");
        tldr.locator("textarea.edit").fill("x".repeat(300));
        assertThat(tldr.locator(".count")).containsText("280자 가운데 300자");
        assertThat(tldr.locator(".live-f").first()).isVisible();
        page.context().close();
    }

    @Test
    void a_fix_changes_the_field_and_on_the_bench_the_text() {
        Page page = chromium.page(served);
        page.navigate(BENCH);
        Locator row = row(page, "1.4");
        Locator field = edit(page, "1.4");
        String right = field.inputValue();
        String wrong = right.replace("28.4", "82.4");
        field.fill(wrong);
        row.locator("[data-act='fix-here']").first().click();
        assertThat(field).hasValue(right);
        field.fill(wrong);
        row.locator("[data-approve='false']").click();
        Locator fix = row.locator("[data-act='fix']").first();
        assertThat(fix).containsText("Change to “28.4”");
        fix.click();
        assertThat(row.locator(".own")).hasValue(right);
        assertThat(row).hasAttribute("data-state", "edited");
        assertThat(page.locator("#toast")).containsText("Changed 1.4");
        page.locator("#toast [data-act='undo-last']").click();
        assertThat(row.locator(".own")).hasValue(wrong);
        page.context().close();
    }
}
