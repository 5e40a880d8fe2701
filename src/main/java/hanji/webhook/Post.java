package hanji.webhook;

import java.net.URI;
import java.util.Map;

/// Sends a message over the network.
public interface Post {

    /// What came of it.
    sealed interface Reply {

        record Answered(int status) implements Reply {

            boolean heard() {
                return status >= 200 && status < 300;
            }

            /// It says that it will never want to hear again.
            boolean gone() {
                return status == 410;
            }
        }

        /// @param why no answer came, or nothing was sent
        record Silent(String why) implements Reply {}
    }

    /// Sends JSON, and waits a bounded time for the answer, of which only the status counts.
    Reply send(URI url, Map<String, String> headers, String body);
}
