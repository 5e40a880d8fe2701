package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Agreed terms beside the row in hand, and what puts them into the text.
class TermsOnBenchIT {

    private static final String ATTENTION = ".row[data-place='1.3']";
    private static final String BERT = ".row[data-place='2.2']";

    private static Served served;
    private static Chromium chromium;

    @BeforeAll
    static void terms_are_agreed() throws Exception {
        served = Served.start(Map.of());
        chromium = new Chromium();
        term(
                "셀프 어텐션",
                "never \\\"self-focus\\\"",
                "self-attention preferred",
                "self-focus forbidden");
        term("훈련", null, "training preferred", "schooling admitted");
        term("마스크드 언어 모델", null, "masked language model preferred", "MLM keep");
        for (int i = 0; i < 40; i++) {
            term(
                    "토큰",
                    Payloads.all().get(i * 7).replaceAll("[\\\\\"\\p{Cf}]", ""),
                    "token" + i + " <img src=x onerror=ran(1)> admitted");
        }
    }

    /// @param targets a text and its status each
    private static void term(String korean, String note, String... targets) throws Exception {
        StringBuilder terms =
                new StringBuilder(
                        "{\"language\":\"ko\",\"text\":\"%s\",\"status\":\"preferred\"}"
                                .formatted(korean));
        for (String target : targets) {
            int at = target.lastIndexOf(' ');
            terms.append(
                    ",{\"language\":\"en\",\"text\":\"%s\",\"status\":\"%s\"}"
                            .formatted(target.substring(0, at), target.substring(at + 1)));
        }
        var answer =
                served.post(
                        "/api/v1/terms",
                        "application/json",
                        "{\"terms\":[%s]%s}"
                                .formatted(
                                        terms, note == null ? "" : ",\"note\":\"" + note + "\""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    @AfterEach
    void nothing_happened_that_must_not() {
        assertThat(chromium.alarms()).isEmpty();
    }

    private static Page bench(String row, int width, ColorScheme scheme, String locale) {
        Page page = chromium.page(served, width, scheme, locale);
        page.navigate("/digests/2026-03-02?lang=en");
        take(page, row);
        return page;
    }

    private static Page bench(String row) {
        return bench(row, 1280, ColorScheme.LIGHT, "en-US");
    }

    private static void take(Page page, String row) {
        Locator one = page.locator(row);
        one.locator(".row-n").click();
        assertThat(page.locator("#terms")).hasAttribute("data-unit", one.getAttribute("data-unit"));
    }

    private static Locator field(Page page, String row) {
        return page.locator(row + " textarea.edit");
    }

    /// Writes a text of one's own, and leaves it unapproved.
    private static void write(Page page, String row, String text) {
        page.keyboard().press("e");
        field(page, row).fill(text);
        page.locator(row + " [data-approve='false']").click();
        assertThat(page.locator(row)).hasAttribute("data-state", "edited");
        take(page, row);
    }

    @Test
    void they_stand_with_their_status_and_light_in_both_texts() {
        Page page = bench(ATTENTION);
        write(page, ATTENTION, "Self-attention allows parallel training.");
        Locator terms = page.locator("#terms");
        assertThat(terms.locator("h2")).containsText("Terms");
        assertThat(terms).containsText("self-attention Ctrl ⇧ 1 preferred, in the text");
        assertThat(terms).containsText("self-focus forbidden");
        assertThat(terms).containsText("never \"self-focus\"");
        assertThat(terms).containsText("schooling Ctrl ⇧ 3 admitted");
        assertThat(terms.locator("[data-insert='self-focus']")).hasCount(0);

        terms.locator("[data-insert='self-attention']").hover();

        assertThat(page.locator(ATTENTION + " .src [data-lit]"))
                .hasText(new String[] {"셀프", "어텐션"});
        assertThat(page.locator(ATTENTION + " .tgt [data-lit]")).hasText("Self-attention");
        page.mouse().move(1, 1);
        assertThat(page.locator("[data-lit]")).hasCount(0);
        terms.locator("a[lang=ko]").last().focus();
        assertThat(page.locator(ATTENTION + " .src [data-lit]")).hasText("훈련");
        Picture.of(page, "terms-bench");
        page.context().close();
    }

    @Test
    void a_key_puts_a_term_at_the_cursor_and_nothing_is_saved() {
        Page page = bench(BERT);
        page.keyboard().press("e");
        Locator field = field(page, BERT);
        field.fill("A (short: ) predicts.");
        field.evaluate("area => area.setSelectionRange(2, 2)");

        page.keyboard().press("Control+Shift+Digit1");
        assertThat(field).hasValue("A masked language model(short: ) predicts.");
        assertThat(field).isFocused();
        page.keyboard().type(" ");
        field.evaluate("area => area.setSelectionRange(32, 32)");
        page.locator("#terms [data-insert='MLM']").click();

        assertThat(field).hasValue("A masked language model (short: MLM) predicts.");
        assertThat(page.locator(BERT + " [role=status]").first()).not().isEmpty();
        page.keyboard().press("Control+z");
        assertThat(field).hasValue("A masked language model (short: ) predicts.");
        assertThat(page.locator(BERT)).not().hasAttribute("data-state", "edited");
        page.context().close();
    }

    @Test
    void outside_of_the_editor_a_term_opens_it() {
        Page page = bench(ATTENTION);
        String before = page.locator(ATTENTION + " .own").inputValue();
        int version = Integer.parseInt(page.locator(ATTENTION).getAttribute("data-version"));

        page.keyboard().press("Control+Shift+Digit2");

        assertThat(field(page, ATTENTION)).hasValue(before + "training");
        assertThat(page.locator(ATTENTION)).hasAttribute("data-version", String.valueOf(version));
        page.context().close();
    }

    @Test
    void g_leads_to_them_and_escape_back() {
        Page page = bench(ATTENTION);
        page.keyboard().press("g");
        assertThat(page.locator("#terms")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator("#terms a[lang=ko]").first()).isFocused();
        page.keyboard().press("Escape");
        assertThat(page.locator(ATTENTION)).isFocused();
        page.keyboard().press("?");
        assertThat(page.locator("#help")).containsText("Insert the term with that number");
        page.context().close();
    }

    @Test
    void a_key_takes_a_text_from_memory_and_gives_back_what_was_typed() throws Exception {
        Page page = bench(".row[data-place='1.1']");
        page.keyboard().press("e");
        field(page, ".row[data-place='1.1']")
                .fill("A text that many will use again, networks and all.");
        page.locator(".row[data-place='1.1'] [data-approve='true']").click();
        assertThat(page.locator(".row[data-place='1.1']")).hasAttribute("data-state", "approved");
        String source = page.locator(".row[data-place='1.1'] .src").innerText().strip();
        served.post(
                "/api/v1/digests?key=again",
                "text/markdown; charset=utf-8",
                "### [Again](https://example.org/2)\n\n- " + source + "\n- 다른 글\n");
        page.navigate("/digests/again?lang=en");
        String row = ".row[data-place='1.1']";
        for (int i = 0; i < 20 && page.locator("[data-memory-use]").count() == 0; i++) {
            page.waitForTimeout(300);
            page.reload();
            take(page, row);
            page.locator("#memory h2").waitFor();
        }
        take(page, row);
        page.keyboard().press("e");
        field(page, row).waitFor();
        // what was found for the row stands while it is looked for again
        page.route(Pattern.compile("/units/[^/]+/memory"), _ -> {});
        page.waitForRequest(
                Pattern.compile("/units/[^/]+/memory"),
                () ->
                        page.evaluate(
                                """
                                () => {
                                  const { path } = document.body.dataset;
                                  const { unit } = document.getElementById('memory').dataset;
                                  htmx.ajax('GET', `${path}/units/${unit}/inspector`,
                                      { source: '#inspector', target: '#inspector', swap: 'innerHTML' });
                                }
                                """));
        field(page, row).fill("Half a sentence");

        page.keyboard().press("Control+Shift+Digit7");

        assertThat(field(page, row)).hasValue("A text that many will use again, networks and all.");
        // a text from memory that is taken in the place of another is not hers
        // (all at once: what is beside the row is fetched again whenever the row changes)
        page.evaluate(
                """
                () => {
                  const first = document.querySelector('#memory [data-memory-use]');
                  const one = first.cloneNode(true);
                  one.dataset.memoryUse = 'Another text';
                  one.dataset.nth = '8';
                  first.after(one);
                  document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                      { key: '*', code: 'Digit8', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }));
                }
                """);
        assertThat(field(page, row)).hasValue("Another text");
        page.locator(row + " [data-act='put-back']").click();
        assertThat(field(page, row)).hasValue("Half a sentence");
        page.context().close();
    }

    @Test
    void it_looks_as_designed_and_runs_nothing() {
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String locale = scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR";
                for (String row : List.of(ATTENTION, BERT)) {
                    Page page = bench(row, width, scheme, locale);
                    Trap trap = Trap.on(page);
                    page.reload();
                    take(page, row);
                    page.locator(row).scrollIntoViewIfNeeded();
                    page.keyboard().press("e");
                    field(page, row).waitFor();
                    if (width == 390) {
                        assertThat(page.locator(row + " .offers [data-insert]").first())
                                .isVisible();
                        page.locator(row + " .offers [data-insert]").first().click();
                        assertThat(field(page, row)).isFocused();
                    }
                    String what = row.equals(BERT) ? "hostile" : "plain";
                    Picture.of(page, "terms-%s-%d-%s".formatted(what, width, locale));
                    page.locator("#terms").scrollIntoViewIfNeeded();
                    Picture.of(page, "terms-section-%s-%d-%s".formatted(what, width, locale));
                    assertThat(trap.sprung()).isEmpty();
                    page.context().close();
                }
            }
        }
    }
}
