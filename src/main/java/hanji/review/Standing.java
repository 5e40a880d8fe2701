package hanji.review;

import hanji.qa.Severity;
import hanji.segment.TargetState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a unit stands, as stored: a copy of what its newest event left.
///
/// @param base the version whose outcome stands: this one, or after an undo an earlier one
/// @param severity the worst finding on the target
/// @param edited whether a person wrote the target
record Standing(
        int version,
        int base,
        Act act,
        TargetState state,
        @Nullable Integer target,
        @Nullable Integer proposal,
        @Nullable Severity severity,
        boolean edited,
        String actor,
        @Nullable String reason,
        Instant at) {

    /// Before anything happened.
    static final Standing NOTHING =
            new Standing(
                    0,
                    0,
                    Act.UNDONE,
                    TargetState.INITIAL,
                    null,
                    null,
                    null,
                    false,
                    "",
                    null,
                    Instant.EPOCH);

    /// The next version, with everything but what the arguments say as it is.
    Standing next(Act act, TargetState state, String actor, @Nullable String reason, Instant at) {
        return new Standing(
                version + 1,
                version + 1,
                act,
                state,
                target,
                proposal,
                severity,
                edited,
                actor,
                reason,
                at);
    }

    /// The next version after something that leaves text and state as they are: who decided, why
    /// and when stay, and so does what an undo goes back to.
    Standing aside() {
        return new Standing(
                version + 1,
                base,
                act,
                state,
                target,
                proposal,
                severity,
                edited,
                actor,
                reason,
                at);
    }

    Standing withTarget(Target text) {
        return new Standing(
                version,
                base,
                act,
                state,
                text.number(),
                proposal,
                worst(text),
                text.written(),
                actor,
                reason,
                at);
    }

    Standing withSeverity(Target text) {
        return new Standing(
                version,
                base,
                act,
                state,
                target,
                proposal,
                worst(text),
                edited,
                actor,
                reason,
                at);
    }

    Standing withProposal(@Nullable Integer number) {
        return new Standing(
                version, base, act, state, target, number, severity, edited, actor, reason, at);
    }

    /// Whether a machine's text stands, and beside it the one that a redo replaced.
    boolean choosing() {
        return state == TargetState.TRANSLATED
                && !edited
                && target != null
                && proposal != null
                && proposal < target;
    }

    /// Without the text that a redo replaced: a decision on the new one is the choice.
    Standing settled() {
        return choosing() ? withProposal(null) : this;
    }

    /// Stands as `earlier` left it, under a new version. A proposal stays beside it, or comes back
    /// when it was taken; after a redo there is the one that was there before.
    ///
    /// @param settled comes back where nothing stands beside it; null for nothing
    Standing backTo(Standing earlier, @Nullable Integer settled) {
        return new Standing(
                version + 1,
                earlier.base,
                earlier.act,
                earlier.state,
                earlier.target,
                proposalAt(earlier, settled),
                earlier.severity,
                earlier.edited,
                earlier.actor,
                earlier.reason,
                earlier.at);
    }

    private @Nullable Integer proposalAt(Standing earlier, @Nullable Integer settled) {
        if (act == Act.PROPOSAL_TAKEN) {
            return target;
        }
        return act.machine() ? earlier.proposal : proposal == null ? settled : proposal;
    }

    private static @Nullable Severity worst(Target text) {
        return text.report().findings().isEmpty()
                ? null
                : text.report().findings().getFirst().severity();
    }
}
