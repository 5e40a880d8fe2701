package hanji.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.segment.Problem;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An error as RFC 9457 has it.
///
/// @param detail what is wrong, where, and what to do
/// @param current the unit as it stands, when somebody was faster
/// @param yours the text that was not saved then
/// @param merged both texts together, where what each changed does not touch the other's
@Schema(
        name = "Problem",
        examples =
                "{\"type\":\"about:blank\",\"title\":\"Bad Request\",\"status\":400,\"detail\":\"Unknown language \\\"xx\\\": use one of ko, en, ja, zh-CN, de.\"}")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemJson(
        String type,
        String title,
        int status,
        String detail,
        @Nullable UnitJson current,
        @Nullable String yours,
        @Nullable String merged) {

    static final String MEDIA_TYPE = "application/problem+json";

    static ProblemJson of(int status, String detail) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return new ProblemJson(
                "about:blank",
                known == null ? "Error" : known.getReasonPhrase(),
                status,
                detail,
                null,
                null,
                null);
    }

    /// Somebody was faster.
    static ProblemJson outdated(UnitJson current, @Nullable String yours, @Nullable String merged) {
        return new ProblemJson(
                "about:blank",
                "Precondition Failed",
                412,
                "Somebody was faster: \"current\" is what stands now. Nothing was changed.",
                current,
                yours,
                merged);
    }

    static int status(Problem.Kind kind) {
        return switch (kind) {
            case BAD_INPUT -> 400;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case CONFLICT -> 409;
            case SETUP -> 500;
            case MODEL -> 502;
            case SPENT -> 429;
            case STORAGE -> 507;
        };
    }

    Response response() {
        return Response.status(status).type(MediaType.valueOf(MEDIA_TYPE)).entity(this).build();
    }
}
