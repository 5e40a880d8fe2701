package hanji.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is decided while the line is lost arrives when it is back: in order, once, and nothing of
/// it is lost.
class WaitingIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = "Code and models were released as open source.";

    private static Served served;
    private static Chromium chromium;
    private static int digests;

    private String key;
    private List<String> units;
    private Page page;

    @BeforeAll
    static void start() throws Exception {
        served = Served.start();
        chromium = new Chromium();
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        served.close();
    }

    /// Five bullets with texts that wait for approval.
    @BeforeEach
    void a_digest_of_its_own() throws Exception {
        key = "offline-" + ++digests;
        served.post(
                "/api/v1/digests?key=" + key,
                "text/markdown",
                "### [Paper](https://arxiv.org/abs/2401.13795)\n\n"
                        + IntStream.rangeClosed(1, 5)
                                .mapToObj("- 코드와 모델을 오픈 소스로 공개했습니다 (%d).\n"::formatted)
                                .collect(Collectors.joining()));
        units = new ArrayList<>();
        for (JsonNode unit :
                JSON.readTree(served.get("/api/v1/units?digest=" + key + "&lang=en").body())
                        .get("units")) {
            if (units.size() < 5) {
                units.add(unit.get("id").asText());
                put(units.size() - 1, 0, TEXT + " (" + units.size() + ")");
            }
        }
        page = chromium.page(served);
        page.navigate(bench());
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    private String bench() {
        return "/digests/" + key + "?lang=en";
    }

    private void put(int index, int version, String text) throws Exception {
        String body = JSON.createObjectNode().put("text", text).put("approve", false).toString();
        var answer = served.put("/api/v1/units/" + units.get(index), version, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private Locator row(int index) {
        return page.locator("#u-" + units.get(index));
    }

    private void take(int index) {
        row(index).locator(".row-n").click();
        assertThat(row(index)).hasAttribute("aria-current", "true");
    }

    private void approve(int index) {
        take(index);
        page.keyboard().press("a");
    }

    private Locator write(int index, String text) {
        take(index);
        page.keyboard().press("e");
        Locator field = row(index).locator("textarea.edit");
        field.fill(text);
        return field;
    }

    private void stands(int index, String state, int version) {
        assertThat(row(index)).hasAttribute("data-state", state);
        assertThat(row(index)).hasAttribute("data-version", String.valueOf(version));
        assertThat(row(index).locator(".waits")).hasCount(0);
    }

    @Test
    void decisions_wait_in_words_and_arrive_in_order_when_the_line_is_back() {
        page.context().setOffline(true);
        assertThat(page.locator("#waiting")).containsText("The line is lost.");
        approve(0);
        assertThat(row(0).locator(".waits")).containsText("Approved here, waits for the line");
        assertThat(row(1)).hasAttribute("aria-current", "true");
        write(1, TEXT + " Both.");
        row(1).locator("[data-approve='false']").click();
        assertThat(row(1).locator(".waits")).containsText("Edited here");
        approve(1);
        take(2);
        page.keyboard().press("x");
        row(2).locator("input[name='reason']").fill("too stiff");
        page.keyboard().press("Enter");
        assertThat(page.locator("#waiting")).containsText("4 decisions are kept");

        page.context().setOffline(false);

        stands(0, "approved", 2);
        stands(1, "approved", 3);
        assertThat(row(1).locator(".own")).hasValue(TEXT + " Both.");
        stands(2, "rejected", 2);
        assertThat(row(2)).containsText("too stiff");
        assertThat(page.locator("#waiting")).isHidden();
        assertThat(row(1).locator(".typed-kept")).isHidden();
    }

    @Test
    void a_page_that_was_closed_sends_what_waited_when_it_is_opened_again() {
        page.context().setOffline(true);
        approve(0);
        write(1, TEXT + " Twice.");
        row(1).locator("[data-approve='true']").click();
        assertThat(row(1).locator(".waits")).containsText("Edited here");
        Page other = page.context().newPage();
        page.close();
        page = other;
        page.context().setOffline(false);
        page.navigate(bench());

        stands(0, "approved", 2);
        stands(1, "approved", 3);
        assertThat(page.locator("#waiting")).isHidden();
        page.reload();
        stands(1, "approved", 3);
        assertThat(row(1).locator(".typed-kept")).isHidden();
    }

    @Test
    void a_decision_whose_answer_was_lost_is_not_done_twice() {
        page.route(
                Pattern.compile(".*/(approve|edit)$"),
                route -> {
                    route.fetch();
                    route.abort();
                });
        approve(0);
        assertThat(row(0).locator(".waits")).isVisible();
        write(1, TEXT + " Again.");
        row(1).locator("[data-approve='true']").click();
        assertThat(row(1).locator(".waits")).isVisible();
        page.unroute(Pattern.compile(".*/(approve|edit)$"));
        page.unrouteAll();

        stands(0, "approved", 2);
        stands(1, "approved", 3);
        assertThat(page.locator(".slip")).hasCount(0);
    }

    @Test
    void what_is_refused_stands_at_its_row_and_stops_nothing_else() throws Exception {
        page.context().setOffline(true);
        write(0, TEXT + " Mine.");
        row(0).locator("[data-approve='false']").click();
        approve(0);
        take(1);
        page.keyboard().press("x");
        row(1).locator("input[name='reason']").fill("wrong word");
        page.keyboard().press("Enter");
        approve(2);
        assertThat(page.locator("#waiting")).containsText("4 decisions");
        put(0, 1, TEXT + " Theirs.");
        put(1, 1, TEXT + " Theirs.");

        page.context().setOffline(false);

        stands(2, "approved", 2);
        assertThat(row(0).locator(".slip-versions")).containsText("Mine.");
        assertThat(row(0)).hasAttribute("data-version", "2");
        assertThat(row(1).locator(".slip-outdated")).isVisible();
        assertThat(row(1).locator(".waits")).containsText("wrong word");
        assertThat(page.locator("#waiting")).containsText("not possible any more");
        page.locator("#waiting a[href='#u-" + units.get(1) + "']").click();
        assertThat(row(1)).hasAttribute("aria-current", "true");
        page.locator("#waiting button").click();
        assertThat(page.locator("#waiting")).isHidden();
    }

    @Test
    void fast_decisions_are_sent_one_after_the_other() {
        List<String> order = new ArrayList<>();
        page.onRequest(request -> {
            if (request.url().endsWith("/approve")) {
                order.add(request.url());
            }
        });
        take(0);
        for (int i = 0; i < 5; i++) {
            page.keyboard().press("a");
        }
        for (int i = 0; i < 5; i++) {
            stands(i, "approved", 2);
        }
        assertThat(order)
                .containsExactlyElementsOf(
                        units.stream()
                                .map(unit ->
                                        served.address()
                                                + "/digests/"
                                                + key
                                                + "/units/"
                                                + unit
                                                + "/approve")
                                .toList());
        assertThat(page.locator("#queue .q")).hasCount(0);
    }

    /// The pictures are to be looked at in `target/screenshots`.
    @Test
    void it_looks_as_designed() {
        for (int width : new int[] {1280, 390}) {
            for (ColorScheme scheme : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                page.context().close();
                page =
                        chromium.page(
                                served,
                                width,
                                scheme,
                                scheme == ColorScheme.LIGHT ? "en-US" : "ko-KR");
                page.navigate(bench());
                page.context().setOffline(true);
                row(0).locator("[data-act='approve']").dispatchEvent("click");
                row(1).locator("[data-act='edit']").dispatchEvent("click");
                row(1).locator("textarea.edit").fill(TEXT + " Waiting.");
                row(1).locator("[data-approve='true']").click();
                assertThat(row(1).locator(".waits")).isVisible();
                row(3).locator("[data-act='edit']").dispatchEvent("click");
                row(3).locator("textarea.edit").fill("82.4 words kept here");
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(
                                        Path.of(
                                                "target/screenshots",
                                                "offline-" + width + "-" + scheme + ".png")));
                assertThat(
                                page.evaluate(
                                        "document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("nothing sticks out sideways")
                        .isEqualTo(true);
            }
        }
    }
}
