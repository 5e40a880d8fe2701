package hanji.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A Chromium that notes down what must not happen: dialogs, requests to other hosts, and anything
/// that the page's Content-Security-Policy had to stop.
public final class Chromium implements AutoCloseable {

    private final Playwright playwright =
            Playwright.create(
                    new Playwright.CreateOptions()
                            .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser =
            playwright
                    .chromium()
                    .launch(
                            new BrowserType.LaunchOptions()
                                    .setExecutablePath(executable())
                                    .setArgs(
                                            List.of(
                                                    "--no-sandbox",
                                                    "--disable-gpu",
                                                    "--disable-quic",
                                                    "--no-first-run",
                                                    "--disable-background-networking",
                                                    "--disable-component-update",
                                                    "--disable-sync")));
    private final List<String> alarms = new ArrayList<>();

    private static Path executable() {
        return Stream.of("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
                .map(Path.of("/usr/bin")::resolve)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                "no Chromium: apt-get install chromium-headless-shell fonts-noto-cjk, or run ./hanji test"));
    }

    Page page(Served served, int width, ColorScheme scheme, String locale) {
        return page(served.address(), width, scheme, locale);
    }

    /// A page that may also go to a host that vouches for people, with cookies of its own.
    Page stranger(Served served) {
        return browser.newContext(new Browser.NewContextOptions().setBaseURL(served.address()))
                .newPage();
    }

    /// A page that runs no scripts.
    Page unscripted(Served served) {
        return browser.newContext(
                        new Browser.NewContextOptions()
                                .setBaseURL(served.address())
                                .setJavaScriptEnabled(false))
                .newPage();
    }

    /// @param address of the program, or of what stands between
    public Page page(String address, int width, ColorScheme scheme, String locale) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setColorScheme(scheme)
                                // each page takes a tenth of a processor for what turns and blinks
                                .setReducedMotion(ReducedMotion.REDUCE)
                                .setLocale(locale)
                                .setBaseURL(address));
        context.setDefaultTimeout(10_000);
        Page page = context.newPage();
        page.onDialog(dialog -> {
            alarms.add("dialog: " + dialog.message());
            dialog.dismiss();
        });
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Security Policy")) {
                alarms.add("console: " + message.text());
            }
        });
        page.onPageError(error -> alarms.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address) && !request.url().startsWith("data:")) {
                alarms.add("request: " + request.url());
            }
        });
        return page;
    }

    Page page(Served served) {
        return page(served, 1280, ColorScheme.LIGHT, "en-US");
    }

    /// What happened that must not, since the last call.
    List<String> alarms() {
        List<String> since = List.copyOf(alarms);
        alarms.clear();
        return since;
    }

    /// Closes what a test opened; pages go on asking and drawing otherwise until all tests are
    /// over.
    void closePages() {
        List.copyOf(browser.contexts()).forEach(BrowserContext::close);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
