package hanji.web;

import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.Dismissal;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What states, acts and findings are called: one thing, one word on every page.
record Words(Ui ui) {

    String mark(Mark mark) {
        Messages say = ui.say();
        return switch (mark) {
            case NONE -> say.notStarted();
            case DRAFT -> say.machineDraft();
            case EDITED -> say.edited();
            case APPROVED -> say.approved();
            case FINAL -> say.published();
            case REJECTED -> say.rejected();
            case FAILED -> say.noAnswer();
            case STALE -> say.stale();
        };
    }

    String mark(ReviewItem item) {
        if (item.mark() == Mark.DRAFT && item.target() != null && item.target().remembered()) {
            return agreed().fromMemory();
        }
        return item.mark() == Mark.STALE ? stale(item.staleness()) : mark(item.mark());
    }

    private String stale(Staleness staleness) {
        return switch (staleness) {
            case REQUEST_CHANGED -> ui.say().staleRequest();
            case TERMS_CHANGED -> agreed().staleTerms();
            case SOURCE_CHANGED, FRESH -> mark(Mark.STALE);
        };
    }

    /// Whose text stands beside the one that stands.
    String proposalLead(Target proposal) {
        return proposal.provenance() instanceof Provenance.Memory memory
                ? agreed().proposalFromMemory(memory.approvedBy())
                : ui.say().proposalLead();
    }

    /// Whose text it was in the place that it came from.
    String origin(Provenance.Memory memory) {
        return agreed().approvedThere(memory.approvedBy());
    }

    private AgreedMessages agreed() {
        return Interface.words(ui, AgreedMessages.class);
    }

    String severity(Severity severity) {
        Messages say = ui.say();
        return switch (severity) {
            case CRITICAL -> say.critical();
            case MAJOR -> say.major();
            case MINOR -> say.minor();
            case NEUTRAL -> say.neutral();
        };
    }

    String category(MqmCategory category) {
        Messages say = ui.say();
        return switch (category) {
            case MISTRANSLATION -> say.mistranslation();
            case ADDITION -> say.addition();
            case OMISSION -> say.omission();
            case UNTRANSLATED -> say.untranslated();
            case DO_NOT_TRANSLATE -> say.doNotTranslate();
            case NUMBER -> say.numberChanged();
            case ENTITY -> say.nameChanged();
            case TERMINOLOGY -> say.terminology();
            case MARKUP -> say.markup();
            case LINK -> say.link();
            case LENGTH -> say.length();
            case LOCALE -> say.localeConvention();
            case GRAMMAR -> say.grammar();
            case CHARACTERS -> say.characters();
        };
    }

    /// What a check says; see [#language(QaFinding)].
    String sentence(QaFinding finding) {
        return finding.sentence(ui.locale());
    }

    /// The language of its sentence.
    String language(QaFinding finding) {
        return finding.translated() ? ui.lang() : Locale.ENGLISH.getLanguage();
    }

    /// Who called a finding no error, when, and why where she said so.
    String dismissed(Dismissal dismissal) {
        String at = ui.when(dismissal.at());
        String reason = dismissal.reason();
        return reason == null
                ? ui.work().dismissedBy(dismissal.actor(), at)
                : ui.work().dismissedByWhy(dismissal.actor(), at, reason);
    }

    String kind(UnitKind kind) {
        Messages say = ui.say();
        return switch (kind) {
            case TRANSLATION -> say.translation();
            case HEADLINE -> say.headline();
            case TLDR -> say.tldr();
            case BULLETS -> say.threeBullets();
        };
    }

    String act(Act act) {
        Messages say = ui.say();
        return switch (act) {
            case DRAFTED -> say.actDrafted();
            case FROM_MEMORY -> agreed().actFromMemory();
            case REPAIRED -> say.actRepaired();
            case REPAIR_DROPPED -> say.actRepairDropped();
            case PROPOSED -> say.actProposed();
            case FAILED -> say.actFailed();
            case EDITED -> say.actEdited();
            case APPROVED -> say.actApproved();
            case REJECTED -> say.actRejected();
            case PROPOSAL_TAKEN -> say.actTaken();
            case PROPOSAL_DROPPED -> say.actDropped();
            case DISMISSED -> ui.work().actDismissed();
            case RESTORED -> ui.work().actRestored();
            case SOURCE_CHANGED -> say.sourceChanged();
            case UNDONE -> say.actUndone();
            case PUBLISHED -> say.actPublished();
            case COMMENTED -> TogetherWords.of(ui).actCommented();
            case COMMENT_RESOLVED -> TogetherWords.of(ui).actResolved();
            case COMMENT_REMOVED -> TogetherWords.of(ui).actRemoved();
            case WITHDRAWN -> ui.pub().actWithdrawn();
        };
    }

    /// Who and when, after the state's word.
    String byline(ReviewItem item) {
        Messages say = ui.say();
        String at = item.at() == null ? "" : ui.when(item.at());
        String who = Objects.requireNonNullElse(item.by(), "");
        String reason = item.reason() == null ? "" : item.reason();
        return switch (item.mark()) {
            case NONE -> "";
            case DRAFT ->
                    item.target() != null
                                    && item.target().provenance()
                                            instanceof Provenance.Memory memory
                            ? agreed().unreadHere(memory.approvedBy())
                            : RowViews.recorded(item.target())
                                    ? say.nobodyRead()
                                    : say.unreadBy(model(item));
            case EDITED -> say.notYetApproved(who, at);
            case APPROVED, FINAL ->
                    reason.isEmpty() ? say.whoWhen(who, at) : say.whoWhenWhy(who, at, reason);
            case REJECTED -> say.byWhy(who, at, reason);
            case FAILED -> reason;
            case STALE -> say.staleBy(who, at);
        };
    }

    private String model(ReviewItem item) {
        return item.target() != null
                        && item.target().provenance() instanceof Provenance.Machine machine
                ? model(machine)
                : "";
    }

    String model(Provenance.Machine machine) {
        return machine.recorded() && machine.modelName().equals("authored")
                ? ui.say().authoredByHand()
                : machine.modelName();
    }

    /// The model and what its answer cost.
    String modelAndCost(Provenance.Machine machine) {
        return machine.cost() == null
                ? model(machine)
                : model(machine) + ", " + cost(machine.cost(), machine.units());
    }

    /// @param units that the answer was for
    String cost(BigDecimal cost, int units) {
        NumberFormat money = NumberFormat.getNumberInstance(ui.locale());
        money.setMaximumFractionDigits(6);
        return ui.say().costFor(money.format(cost), units);
    }

    /// Why a failed, rejected or empty unit has no text, for the queue; null where findings say it.
    @Nullable String reason(ReviewItem item) {
        return switch (item.mark()) {
            case REJECTED, FAILED -> item.reason();
            case STALE ->
                    switch (item.staleness()) {
                        case SOURCE_CHANGED -> ui.say().sourceChanged();
                        case TERMS_CHANGED -> agreed().termsChanged();
                        case REQUEST_CHANGED, FRESH -> ui.say().requestChanged();
                    };
            case NONE, DRAFT, EDITED, APPROVED, FINAL -> null;
        };
    }
}
