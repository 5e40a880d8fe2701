package hanji.bench;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Presses keys on the bench and asks the page itself how long things took: from the moment the
/// browser got the key to the frame that shows another unit in hand.
final class KeyTimes {

    private static final String LISTEN =
            """
            () => {
              window.times = {};
              addEventListener('keydown', event => {
                const key = event.timeStamp;
                const row = document.querySelector('.row[aria-current]');
                const id = row.id;
                window.times = {};
                const frame = () => {
                  const now = document.querySelector('.row[aria-current]');
                  if (now && now.id !== id) setTimeout(() => { window.times.shown = performance.now() - key; });
                  else requestAnimationFrame(frame);
                };
                requestAnimationFrame(frame);
                const watch = new MutationObserver(() => {
                  if (document.getElementById(id) === row) return;
                  watch.disconnect();
                  window.times.saved = performance.now() - key;
                });
                watch.observe(document.getElementById('roll'), { subtree: true, childList: true, attributes: true });
              }, true);
            }
            """;

    private static final String BOTH =
            """
            () => new Promise((done, failed) => {
              const look = () => times.shown !== undefined && times.saved !== undefined
                ? done([times.shown, times.saved])
                : setTimeout(look, 5);
              setTimeout(() => failed(new Error('no answer within 10 s')), 10000);
              look();
            })
            """;

    private final Page page;
    private final List<Double> shown = new ArrayList<>();
    private final List<Double> saved = new ArrayList<>();

    KeyTimes(Page page) {
        this.page = page;
        page.evaluate(LISTEN);
    }

    /// Approves the first draft that needs no reason, and waits for both.
    ///
    /// @return false when none is left but one, from which nothing leads on
    boolean approve() {
        Locator drafts =
                page.locator(
                        ".row[data-state='draft']:not(:has(.finding-critical)):not([data-busy])");
        if (drafts.count() < 2) {
            return false;
        }
        drafts.first().locator(".row-n").click();
        page.keyboard().press("a");
        List<?> both = (List<?>) page.evaluate(BOTH);
        shown.add(((Number) both.get(0)).doubleValue());
        saved.add(((Number) both.get(1)).doubleValue());
        return true;
    }

    Tally.Times shown() {
        return Tally.Times.of(shown);
    }

    Tally.Times saved() {
        return Tally.Times.of(saved);
    }
}
