package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each page at phone, desktop and wide screens, light and dark, English and Korean: what axe has
/// to say, and whether anything sticks out. With `-Dhanji.screenshots` it leaves a picture of every
/// combination in `target/screenshots`, to look at.
class LooksIT {

    /// A new page is one more line.
    private static final List<Look> LOOKS =
            List.of(
                    Look.at("index", "/"),
                    Look.at("bench", Newsdesk.BENCH),
                    Look.at("bench-ja", "/digests/2026-03-03?lang=ja"),
                    Look.at("bench-untouched", "/digests/2026-03-04?lang=ja"),
                    Look.at("bench-failed", "/digests/2026-03-04?lang=de"),
                    Look.at("bench-editing", Newsdesk.BENCH).then(page -> press(page, "e")),
                    Look.at("bench-rejecting", Newsdesk.BENCH).then(page -> press(page, "x")),
                    Look.at("bench-redoing", Newsdesk.BENCH).then(page -> press(page, "r")),
                    Look.at("bench-keys", Newsdesk.BENCH).then(page -> page.keyboard().press("?")),
                    Look.at("preview", "/digests/2026-03-02/preview?lang=en"),
                    Look.at("published", "/published"),
                    Look.at("published-digest", "/published/2026-03-03/ja"),
                    Look.at("search", "/search"),
                    Look.at("search-hits", "/search?q=model"),
                    Look.at("terms", "/terms"),
                    Look.at("term", "/terms/new"),
                    Look.at("term-effect", "/terms/new").then(LooksIT::wouldChange),
                    Look.at("terms-proposed", "/terms/proposals"),
                    Look.at("memory", "/memory?q=model"),
                    Look.at("wording-effect", "/memory/effect?unit=UNIT"),
                    Look.at("batches", "/batches"),
                    Look.at("batch", "/batches/DONE"),
                    Look.at("batch-failed", "/batches/FAILED"),
                    Look.at("prompts", "/prompts"),
                    Look.at("prompt", "/prompts/translate?unit=UNIT"),
                    Look.at("prompt-condense", "/prompts/condense-headline?before=authored"),
                    Look.at("stats", "/stats"),
                    Look.at("stats-model", "/stats?days=7&by=model").then(LooksIT::open),
                    Look.at("account", "/account"),
                    Look.at("audit", "/audit"),
                    Look.at("login", "/login").outside(),
                    Look.at("missing-digest", "/digests/1999-01-01?lang=en"),
                    Look.at("missing-page", "/nothing-here"),
                    Look.at("states", "/q/dev-states"));

    private static final List<Integer> WIDTHS = List.of(390, 1280, 1920);
    private static final List<Integer> EXTREMES = List.of(360, 2560);
    private static final List<ColorScheme> SCHEMES = List.of(ColorScheme.LIGHT, ColorScheme.DARK);
    private static final int HEIGHT = 1_200;
    private static final boolean ALL = System.getProperty("hanji.screenshots") != null;

    /// Every width, theme and language, each theme with each language.
    private static final Set<String> SEEN_BY_AXE =
            Set.of("390-light-en", "1280-dark-en", "390-dark-ko", "1920-light-ko");

    private static Newsdesk desk;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws Exception {
        desk = new Newsdesk();
        chromium = new Chromium();
        desk.work(chromium);
    }

    @AfterAll
    static void stop() throws Exception {
        chromium.close();
        desk.close();
    }

    static Stream<Look> looks() {
        return LOOKS.stream();
    }

    private static void press(Page page, String key) {
        page.locator(".row[data-state='draft']").first().click();
        page.keyboard().press(key);
    }

    private static void wouldChange(Page page) {
        page.locator("[name='term'][lang='ko']").first().fill("모델");
        page.locator("[name='term'][lang='en']").first().fill("model zoo");
        page.locator("[formaction='/terms/effect']").first().click();
    }

    private static void open(Page page) {
        page.locator(".chart summary").first().click();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void nothing_is_wrong_with_its_looks(Look look) {
        for (String locale : List.of("en-US", "ko-KR")) {
            Page page =
                    look.member() ? desk.page(chromium, locale) : desk.stranger(chromium, locale);
            page.navigate(desk.path(look.path()));
            look.then().accept(page);
            for (int width : EXTREMES) {
                page.setViewportSize(width, HEIGHT);
                fits(page, look, width);
            }
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                fits(page, look, width);
                for (ColorScheme scheme : SCHEMES) {
                    seen(page, look, width, scheme, locale.substring(0, 2));
                }
            }
            page.context().close();
        }
    }

    private static void seen(Page page, Look look, int width, ColorScheme scheme, String language) {
        String how = "%d-%s-%s".formatted(width, scheme.name().toLowerCase(Locale.ROOT), language);
        boolean axe = SEEN_BY_AXE.contains(how);
        if (!axe && !ALL) {
            return;
        }
        page.emulateMedia(
                new Page.EmulateMediaOptions()
                        .setColorScheme(scheme)
                        .setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate(
                "document.querySelector('.row[data-editing]')?.scrollIntoView({block: 'center'})");
        if (ALL) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(
                                    Path.of(
                                            "target/screenshots",
                                            "%s-%s.png".formatted(look.name(), how))));
        }
        if (axe) {
            assertThat(
                            new AxeBuilder(page)
                                            // there are no frames; else each run opens a page of
                                            // its own
                                            .setLegacyMode(true)
                                            .withTags(
                                                    List.of(
                                                            "wcag2a",
                                                            "wcag2aa",
                                                            "wcag21a",
                                                            "wcag21aa",
                                                            "wcag22aa"))
                                            .analyze()
                                            .getViolations()
                                            .stream()
                                            .map(rule ->
                                                    "%s (%s): %s"
                                                            .formatted(
                                                                    rule.getId(),
                                                                    rule.getImpact(),
                                                                    rule.getNodes()
                                                                            .getFirst()
                                                                            .getHtml()))
                                            .toList())
                    .as("%s %s".formatted(look, how))
                    .isEmpty();
        }
    }

    private static void fits(Page page, Look look, int width) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("%s at %d px: what sticks out sideways".formatted(look, width))
                .isEqualTo(0);
        assertThat(
                        page.evaluate(
                                "[...document.querySelectorAll('.top-mid')].filter(mid => mid.scrollWidth > mid.clientWidth).length"))
                .as(
                        "%s at %d px: how far a digest is, below what stands beside it"
                                .formatted(look, width))
                .isEqualTo(0);
    }
}
