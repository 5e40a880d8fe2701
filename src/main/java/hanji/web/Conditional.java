package hanji.web;

import hanji.segment.SourceHash;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;

/// Pages that whoever has them need not fetch again. Caches may keep them, and ask each time: what
/// is withdrawn is away at once.
final class Conditional {

    private Conditional() {}

    /// @param modified when something in it changed last
    /// @param vary the headers that the page depends on
    static Response of(
            Request request,
            HttpHeaders headers,
            String body,
            String type,
            Instant modified,
            String vary) {
        // weak: compressed or not, it is the same page
        EntityTag tag = new EntityTag(SourceHash.of(body).hex().substring(0, 32), true);
        Date date = Date.from(modified.truncatedTo(ChronoUnit.SECONDS));
        // who names a tag goes by the tag alone (RFC 9110, 13.1.3); asked for both, JAX-RS lets an
        // old date say that nothing changed
        Response.ResponseBuilder unchanged =
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null
                        ? request.evaluatePreconditions(date)
                        : request.evaluatePreconditions(tag);
        return (unchanged == null ? Response.ok(body, type) : unchanged)
                .tag(tag)
                .lastModified(date)
                .header("Cache-Control", "no-cache")
                .header("Vary", vary)
                .build();
    }
}
