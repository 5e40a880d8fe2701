package hanji.web;

import hanji.segment.SourceHash;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/// Pages that whoever has them need not fetch again. Caches may keep them, and ask each time: what
/// is withdrawn is away at once.
final class Conditional {

    private Conditional() {}

    /// @param vary the headers that the page depends on
    static Response of(Request request, String body, String type, Instant modified, String vary) {
        // weak: compressed or not, it is the same page
        EntityTag tag = new EntityTag(SourceHash.of(body).hex().substring(0, 32), true);
        Date date = Date.from(modified.truncatedTo(ChronoUnit.SECONDS));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(date, tag);
        return (unchanged == null ? Response.ok(body, type) : unchanged)
                .tag(tag)
                .lastModified(date)
                .header("Cache-Control", "no-cache")
                .header("Vary", vary)
                .build();
    }
}
