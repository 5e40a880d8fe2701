package hanji.web;

import hanji.account.AuditAction;
import hanji.batch.Batches;
import hanji.segment.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/// What those answer alike that show an effect and bring it about.
@ApplicationScoped
class EffectAnswers {

    private static final int MOST_ON_A_PAGE = 1_000;

    private final Batches batches;
    private final Who who;
    private final Audit audit;

    EffectAnswers(Batches batches, Who who, Audit audit) {
        this.batches = batches;
        this.who = who;
        this.audit = audit;
    }

    /// @throws Problem (bad input) for what is no page
    static void check(int offset, int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_ON_A_PAGE) {
            throw Problem.badInput(
                    "Use an offset of 0 or more and a limit of 1 to %,d.", MOST_ON_A_PAGE);
        }
    }

    /// The answer to a script: 202 with the batch, 204 without one.
    Response made(Optional<Batches.Created> made) {
        if (made.isEmpty()) {
            return Response.noContent().build();
        }
        String id = told(made.get());
        return Response.accepted(BatchJson.of(batches.progress(id)))
                .location(URI.create("/api/v1/batches/" + id))
                .build();
    }

    /// Writes a new batch into the audit log.
    ///
    /// @return its id
    String told(Batches.Created made) {
        String id = made.batch().id();
        if (!made.known()) {
            audit.write(who.editor(), AuditAction.DRAFTING, id, "create");
        }
        return id;
    }
}
