package hanji.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import hanji.webhook.Webhooks;
import java.net.URI;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Tells other programs of publications.
public final class Telling implements Announcements {

    private static final JsonMapper JSON = new JsonMapper();

    private final Webhooks webhooks;
    private final @Nullable URI address;

    /// @param address where readers find Hanji; null when nobody said
    public Telling(Webhooks webhooks, @Nullable URI address) {
        this.webhooks = webhooks;
        this.address = address;
    }

    /// @param timestamp ISO 8601
    record Message(String type, String timestamp, Data data) {}

    /// @param texts translations that stand in it
    /// @param path of its page
    /// @param url the same with the host, where that is configured
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(String digest, String language, int texts, String path, @Nullable String url) {}

    @Override
    public void published(Handle handle, Publication publication, Edition edition) {
        tell(handle, "digest.published", publication, publication.at());
    }

    @Override
    public void withdrawn(Handle handle, Publication publication, Instant at) {
        tell(handle, "digest.withdrawn", publication, at);
    }

    private void tell(Handle handle, String type, Publication publication, Instant at) {
        String path = publication.path();
        Data data =
                new Data(
                        publication.digest(),
                        publication.language().tag(),
                        publication.units(),
                        path,
                        address == null ? null : address + path);
        try {
            webhooks.tell(
                    handle,
                    publication.language(),
                    type,
                    publication.digest() + " " + publication.language().tag(),
                    JSON.writeValueAsString(new Message(type, at.toString(), data)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own records are always JSON", e);
        }
    }

    @Override
    public void wake() {
        webhooks.wake();
    }
}
