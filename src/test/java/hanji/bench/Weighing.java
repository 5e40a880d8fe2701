package hanji.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what a page takes over the line, headers included.
final class Weighing {

    private final AtomicLong bytes = new AtomicLong();

    Weighing(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                (JsonObject event) -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    }

    long bytes() {
        return bytes.get();
    }
}
