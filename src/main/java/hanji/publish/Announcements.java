package hanji.publish;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/// Hears of publications, in the transaction that makes them.
public interface Announcements {

    Announcements NONE =
            new Announcements() {
                @Override
                public void published(Handle handle, Publication publication, Edition edition) {}

                @Override
                public void withdrawn(Handle handle, Publication publication, Instant at) {}

                @Override
                public void wake() {}
            };

    void published(Handle handle, Publication publication, Edition edition);

    /// @param publication that was withdrawn
    void withdrawn(Handle handle, Publication publication, Instant at);

    /// The transaction is over.
    void wake();
}
