package hanji.web;

import hanji.review.Decision;
import hanji.review.Outcome;
import hanji.review.Repetition;
import hanji.workbench.Workbench;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;

/// Decisions that waited in a browser until the line was back: each is done once, by the editor who
/// took it, and on the version that the one before it left.
@ApplicationScoped
class Waited {

    /// Who took the decision, percent-encoded.
    private static final String EDITOR = "Hanji-Editor";

    /// The decision was sent before, and its answer never came.
    private static final String AGAIN = "Hanji-Again";

    /// Which version the decision left: what was decided after it goes on from there.
    private static final String VERSION = "Hanji-Version";

    private final Workbench workbench;
    private final Who who;
    private final CurrentVertxRequest request;

    Waited(Workbench workbench, Who who, CurrentVertxRequest request) {
        this.workbench = workbench;
        this.who = who;
        this.request = request;
    }

    /// Somebody else may have signed in at the browser meanwhile.
    void requireSameEditor(HttpHeaders headers) {
        String named = headers.getHeaderString(EDITOR);
        if (named != null && !decoded(named).equals(who.editor().name())) {
            throw new WebApplicationException(
                    Response.status(401)
                            .type("text/plain; charset=utf-8")
                            .entity("Somebody else decided that: it waits until she signs in.")
                            .build());
        }
    }

    private static String decoded(String named) {
        try {
            return URLDecoder.decode(named, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /// The outcome, where a decision that had arrived before counts as done.
    Outcome once(Outcome outcome, int seen, Decision decision, HttpHeaders headers) {
        return switch (outcome) {
            case Outcome.Done done -> left(done, done.item().version());
            case Outcome.Outdated outdated when headers.getHeaderString(AGAIN) != null -> {
                OptionalInt version =
                        Repetition.version(
                                workbench.history(outdated.item().unit().id()),
                                seen,
                                decision,
                                who.editor().name());
                yield version.isPresent()
                        ? left(new Outcome.Done(outdated.item()), version.getAsInt())
                        : outdated;
            }
            case Outcome.Outdated _, Outcome.NotPossible _, Outcome.ReasonNeeded _ -> outcome;
        };
    }

    private Outcome left(Outcome outcome, int version) {
        request.getCurrent().response().putHeader(VERSION, String.valueOf(version));
        return outcome;
    }
}
