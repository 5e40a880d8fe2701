package hanji.draft;

import hanji.segment.UnitKind;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Passes the one text of a request on to somebody while it is being written.
final class Listening {

    private static final Logger LOG = Logger.getLogger(Listening.class);

    private final String key;
    private final Consumer<String> listener;
    private boolean gone;

    private Listening(String key, Consumer<String> listener) {
        this.key = key;
        this.listener = listener;
    }

    /// Null when nobody listens, or when the request wants several texts.
    static @Nullable Listening to(DraftRequest request, @Nullable Consumer<String> listener) {
        boolean translation = request.kind() == UnitKind.TRANSLATION;
        if (listener == null || (translation && request.segments().size() != 1)) {
            return null;
        }
        boolean texts = translation || request instanceof DraftRequest.Repair;
        return new Listening(texts ? "text" : request.kind().wire(), listener);
    }

    /// Where the pieces of one answer go.
    Consumer<String> pieces() {
        GrowingText text = new GrowingText(key);
        StringBuilder told = new StringBuilder();
        return piece -> {
            String now = text.add(piece);
            if (!now.contentEquals(told)) {
                told.replace(0, told.length(), now);
                tell(now);
            }
        };
    }

    private void tell(String text) {
        if (gone) {
            return;
        }
        try {
            listener.accept(text);
        } catch (RuntimeException e) {
            // the answer is being paid for: it is used even if the listener is not there any more
            gone = true;
            LOG.debugf(e, "Nobody listens any more");
        }
    }
}
