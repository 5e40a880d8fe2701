package hanji.review;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Provenance;
import hanji.segment.Sentence;
import hanji.segment.TargetState;
import hanji.store.StorableText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The rules of what an editor may decide, and what it leaves.
final class Deciding {

    /// Longer than any bullet ever seen (1,600 characters) by an order of magnitude; keeps a paste
    /// of a whole paper out of a unit.
    static final int LONGEST_TEXT = 20_000;

    static final int LONGEST_REASON = 2_000;

    /// Makes a target of a text, with the findings on it.
    interface Inspecting {
        Target inspected(Unit unit, String text, Provenance provenance);
    }

    /// What came of it; null for "done".
    sealed interface Refusal {
        record NotPossible(Sentence why) implements Refusal {}

        /// A critical finding stands against it.
        ///
        /// @param report on the text she would stand behind
        record ReasonNeeded(QaReport report) implements Refusal {}
    }

    private final Inspecting inspecting;
    private final boolean ownWords;

    /// @param ownWords whether somebody may approve what she wrote herself
    Deciding(Inspecting inspecting, boolean ownWords) {
        this.inspecting = inspecting;
        this.ownWords = ownWords;
    }

    /// @throws Problem (forbidden) when the editor may not decide that
    @Nullable Refusal decide(Ledger ledger, Decision decision, Editor editor) {
        editor.require(needed(ledger, decision), ledger.unit().id().language());
        return switch (decision) {
            case Decision.Approve approve -> approve(ledger, approve.reason(), editor);
            case Decision.Amend amend -> amend(ledger, amend, editor);
            case Decision.Reject reject -> reject(ledger, reject.reason(), editor);
            case Decision.Undo _ -> undo(ledger, editor);
            case Decision.TakeProposal _ -> takeProposal(ledger, editor);
            case Decision.DropProposal _ -> dropProposal(ledger, editor);
            case Decision.Dismiss dismiss -> dismiss(ledger, dismiss, editor);
            case Decision.Restore restore -> restore(ledger, restore.finding(), editor);
        };
    }

    /// What somebody stands behind is changed only by those who may.
    private static Right needed(Ledger ledger, Decision decision) {
        boolean approves =
                switch (decision) {
                    case Decision.Approve _ -> true;
                    case Decision.Amend amend -> amend.approve();
                    case Decision.Reject _,
                            Decision.Undo _,
                            Decision.TakeProposal _,
                            Decision.DropProposal _,
                            Decision.Dismiss _,
                            Decision.Restore _ ->
                            false;
                };
        return approves || ledger.standing().state().approved() ? Right.APPROVE : Right.EDIT;
    }

    private void requireOthers(Target text, Editor editor) {
        if (!ownWords
                && text.provenance() instanceof Provenance.Human human
                && human.editor().equals(editor.name())) {
            throw Problem.forbidden(
                    "You wrote this text: somebody else approves it here (hanji.review.own-words).");
        }
    }

    private @Nullable Refusal approve(Ledger ledger, @Nullable String reason, Editor editor) {
        Target target = ledger.stored().target();
        if (target == null || ledger.standing().state() == TargetState.INITIAL) {
            return new Refusal.NotPossible(Sentence.of("There is no text to approve here."));
        }
        boolean fresh = target.source().equals(ledger.unit().source());
        if (ledger.standing().state().approved() && fresh) {
            return null;
        }
        requireOthers(target, editor);
        Target standing =
                fresh
                        ? target
                        : inspecting.inspected(ledger.unit(), target.text(), target.provenance());
        if (standing.report().has(Severity.CRITICAL) && blank(reason)) {
            return new Refusal.ReasonNeeded(standing.report());
        }
        Target kept = fresh ? target : ledger.add(standing);
        ledger.write(
                Act.APPROVED,
                TargetState.REVIEWED,
                editor,
                bounded(reason),
                next -> next.withTarget(kept));
        return null;
    }

    private @Nullable Refusal amend(Ledger ledger, Decision.Amend amend, Editor editor) {
        String text = kept(amend.text());
        if (text.isEmpty()) {
            return new Refusal.NotPossible(
                    Sentence.of("The text is empty: write one, or reject the unit."));
        }
        if (text.length() > LONGEST_TEXT) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The text has %,d characters; a unit holds at most %,d.",
                    text.length(),
                    LONGEST_TEXT);
        }
        keepable(text);
        Target before = ledger.stored().target();
        boolean same =
                before != null
                        && before.text().equals(text)
                        && before.source().equals(ledger.unit().source())
                        && ledger.standing().state() != TargetState.INITIAL;
        if (!same) {
            Target mine =
                    inspecting.inspected(
                            ledger.unit(),
                            text,
                            new Provenance.Human(editor.name(), ledger.now(), amend.tool()));
            if (amend.approve() && mine.report().has(Severity.CRITICAL) && blank(amend.reason())) {
                return new Refusal.ReasonNeeded(mine.report());
            }
            Target kept = ledger.add(mine);
            ledger.write(
                    Act.EDITED,
                    TargetState.TRANSLATED,
                    editor,
                    null,
                    next -> next.withTarget(kept));
        }
        return amend.approve() ? approve(ledger, amend.reason(), editor) : null;
    }

    /// A text as it is kept, of one as forms send it.
    static String kept(String text) {
        return text.strip().replace("\r\n", "\n").replace('\r', '\n');
    }

    private static @Nullable Refusal reject(Ledger ledger, String reason, Editor editor) {
        if (ledger.stored().target() == null || ledger.standing().state() == TargetState.INITIAL) {
            return new Refusal.NotPossible(Sentence.of("There is no text to reject here."));
        }
        if (blank(reason)) {
            return new Refusal.NotPossible(
                    Sentence.of("Say why it is rejected: whoever drafts it next is told."));
        }
        ledger.write(
                Act.REJECTED,
                TargetState.INITIAL,
                editor,
                bounded(reason),
                UnaryOperator.identity());
        return null;
    }

    private static @Nullable Refusal undo(Ledger ledger, Editor editor) {
        if (!ledger.undo(editor)) {
            return new Refusal.NotPossible(Sentence.of("There is no decision to take back."));
        }
        if (ledger.standing().state().approved()) {
            // an approval stands again
            editor.require(Right.APPROVE, ledger.unit().id().language());
        }
        return null;
    }

    /// Takes back what somebody did.
    ///
    /// @throws Problem (forbidden) when the editor may not
    static boolean takeBack(Ledger ledger, Step step, Editor editor) {
        Language language = ledger.unit().id().language();
        editor.require(ledger.standing().state().approved() ? Right.APPROVE : Right.EDIT, language);
        return step.aside() ? ledger.undoAside(step, editor) : undo(ledger, editor) == null;
    }

    private static @Nullable Refusal takeProposal(Ledger ledger, Editor editor) {
        Target proposal = ledger.stored().proposal();
        if (proposal == null) {
            return new Refusal.NotPossible(Sentence.of("There is no proposal here."));
        }
        ledger.write(
                Act.PROPOSAL_TAKEN,
                TargetState.TRANSLATED,
                editor,
                null,
                next -> next.withTarget(proposal).withProposal(null));
        return null;
    }

    private static @Nullable Refusal dropProposal(Ledger ledger, Editor editor) {
        if (ledger.stored().proposal() == null) {
            return new Refusal.NotPossible(Sentence.of("There is no proposal here."));
        }
        ledger.aside(Act.PROPOSAL_DROPPED, editor, next -> next.withProposal(null));
        return null;
    }

    private static @Nullable Refusal dismiss(
            Ledger ledger, Decision.Dismiss dismiss, Editor editor) {
        Target target = ledger.stored().target();
        if (target == null
                || target.report().findings().stream().noneMatch(dismiss.finding()::names)) {
            return new Refusal.NotPossible(
                    Sentence.of("No check says that of this text: %s.", dismiss.finding()));
        }
        ledger.dismiss(target, dismiss.finding(), editor, bounded(dismiss.reason()));
        return null;
    }

    private static @Nullable Refusal restore(Ledger ledger, FindingRef finding, Editor editor) {
        Target target = ledger.stored().target();
        if (target == null
                || target.dismissed().stream()
                        .noneMatch(dismissal -> finding.names(dismissal.finding()))) {
            return new Refusal.NotPossible(
                    Sentence.of("Nobody dismissed that of this text: %s.", finding));
        }
        ledger.restore(target, finding, editor);
        return null;
    }

    private static boolean blank(@Nullable String reason) {
        return reason == null || reason.isBlank();
    }

    static @Nullable String bounded(@Nullable String reason) {
        if (blank(reason) || reason == null) {
            return null;
        }
        String stripped = reason.strip();
        if (stripped.length() > LONGEST_REASON) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The reason has %,d characters; keep it below %,d.",
                    stripped.length(),
                    LONGEST_REASON);
        }
        keepable(stripped);
        return stripped;
    }

    /// A person can take such a character out; nothing of hers is changed unasked.
    private static void keepable(String text) {
        if (!StorableText.of(text).equals(text)) {
            throw Problem.badInput(
                    "The text holds a NUL or half a surrogate pair, which cannot be kept: take it out.");
        }
    }
}
