package hanji.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.qa.QaFinding;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A finding that an editor called no error. It holds for exactly this source and target: an edit
/// brings what a check says up afresh, and an undo finds it dismissed again.
///
/// @param reason she may have given
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Dismissal(QaFinding finding, String actor, @Nullable String reason, Instant at) {}
