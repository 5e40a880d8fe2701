package hanji.web;

import hanji.qa.QaFinding;
import hanji.review.Act;
import hanji.review.HistoryEntry;
import hanji.review.Judgement;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Provenance;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the inspector's matter of an item and its history.
record InspectorViews(Words words) {

    /// @param history newest first
    InspectorView inspector(ReviewItem item, List<HistoryEntry> history) {
        return new InspectorView(
                item.unit().id().toString(),
                item.unit().number() > 0
                        ? item.unit().place()
                        : item.unit().entry() + " " + words.kind(item.unit().id().kind()),
                words.mark(item),
                item.mark().wire(),
                why(item),
                facts(item),
                changes(item, history),
                item.unit().id().language().tag(),
                events(history));
    }

    private String why(ReviewItem item) {
        Messages say = words.ui().say();
        List<QaFinding> findings = RowViews.findings(item);
        if (item.mark() == Mark.DRAFT && findings.isEmpty()) {
            return say.whyClean();
        }
        if (!findings.isEmpty()) {
            long same =
                    findings.stream()
                            .filter(f -> f.severity() == findings.getFirst().severity())
                            .count();
            return say.whyFindings(
                    say.findingCount(same, words.severity(findings.getFirst().severity())));
        }
        if (item.proposal() != null) {
            return say.whyProposal();
        }
        return switch (item.mark()) {
            case NONE -> say.whyNone();
            case DRAFT -> say.whyClean();
            case EDITED -> say.whyEdited();
            case APPROVED -> say.whyApproved();
            case FINAL -> say.whyFinal();
            case REJECTED -> say.whyRejected();
            case FAILED -> say.whyFailed();
            case STALE -> Objects.requireNonNullElse(words.reason(item), "");
        };
    }

    private List<InspectorView.Fact> facts(ReviewItem item) {
        if (item.target() == null) {
            return List.of();
        }
        List<InspectorView.Fact> facts = facts(item.target().provenance());
        Judgement judgement = item.judgement();
        if (judgement != null) {
            Messages say = words.ui().say();
            NumberFormat score = NumberFormat.getNumberInstance(words.ui().locale());
            score.setMaximumFractionDigits(1);
            facts.add(
                    new InspectorView.Fact(
                            say.judge(),
                            say.judgedBy(
                                    judgement.model(),
                                    judgement.report().findings().size(),
                                    score.format(judgement.score()))));
            for (QaFinding error : judgement.report().findings()) {
                facts.add(
                        new InspectorView.Fact(
                                words.severity(error.severity()), quoted(item.target(), error)));
            }
        }
        return facts;
    }

    /// A judge's error with the words it is about.
    private static String quoted(Target target, QaFinding error) {
        String quote =
                error.target() != null
                        ? error.target().of(target.text())
                        : error.source() != null ? error.source().of(target.source()) : "";
        return "“%s” %s".formatted(quote, error.message());
    }

    private List<InspectorView.Fact> facts(Provenance provenance) {
        Messages say = words.ui().say();
        List<InspectorView.Fact> facts = new ArrayList<>();
        switch (provenance) {
            case Provenance.Human human -> {
                facts.add(new InspectorView.Fact(say.writtenBy(), human.editor()));
                facts.add(new InspectorView.Fact(say.at(), words.ui().when(human.at())));
            }
            case Provenance.Machine machine -> {
                facts.add(
                        new InspectorView.Fact(
                                say.model(),
                                machine.recorded()
                                        ? say.recordedBy(words.model(machine))
                                        : machine.modelName()));
                facts.add(new InspectorView.Fact(say.prompt(), machine.prompt()));
                facts.add(new InspectorView.Fact(say.asked(), asked(machine)));
                if (machine.tokensIn() + machine.tokensOut() > 0) {
                    facts.add(
                            new InspectorView.Fact(
                                    say.tokens(),
                                    say.inOut(
                                            words.ui().number(machine.tokensIn()),
                                            words.ui().number(machine.tokensOut()))));
                }
                if (machine.cost() != null) {
                    facts.add(
                            new InspectorView.Fact(
                                    say.cost(), cost(machine.cost(), machine.units())));
                }
                if (machine.instruction() != null) {
                    facts.add(new InspectorView.Fact(say.instruction(), machine.instruction()));
                }
            }
        }
        return facts;
    }

    private String asked(Provenance.Machine machine) {
        Messages say = words.ui().say();
        String at = words.ui().when(machine.at());
        if (machine.cached()) {
            return say.askedBefore(at);
        }
        NumberFormat seconds = NumberFormat.getNumberInstance(words.ui().locale());
        seconds.setMaximumFractionDigits(1);
        return say.askedAt(at, seconds.format(machine.millis() / 1000.0), machine.attempts());
    }

    private String cost(BigDecimal cost, int units) {
        NumberFormat money = NumberFormat.getNumberInstance(words.ui().locale());
        money.setMaximumFractionDigits(6);
        return words.ui().say().costFor(money.format(cost), units);
    }

    private static @Nullable List<Piece> changes(ReviewItem item, List<HistoryEntry> history) {
        Target now = item.target();
        if (now == null || now.machine()) {
            return null;
        }
        return history.stream()
                .map(HistoryEntry::target)
                .filter(target ->
                        target != null && target.machine() && target.number() < now.number())
                .findFirst()
                .map(target -> WordDiff.of(target.text(), now.text()))
                .orElse(null);
    }

    private List<InspectorView.Event> events(List<HistoryEntry> history) {
        List<InspectorView.Event> events = new ArrayList<>();
        for (HistoryEntry entry : history) {
            Target text =
                    switch (entry.act()) {
                        case DRAFTED, REPAIRED, EDITED -> entry.target();
                        case PROPOSED -> entry.proposal();
                        case FAILED,
                                REPAIR_DROPPED,
                                APPROVED,
                                REJECTED,
                                PROPOSAL_TAKEN,
                                PROPOSAL_DROPPED,
                                DISMISSED,
                                RESTORED,
                                SOURCE_CHANGED,
                                UNDONE,
                                PUBLISHED,
                                WITHDRAWN ->
                                null;
                    };
            events.add(
                    new InspectorView.Event(
                            glyph(entry.act()),
                            words.ui().say().actBy(words.act(entry.act()), entry.actor()),
                            words.ui().when(entry.at()),
                            entry.at().toString(),
                            entry.reason(),
                            text == null ? null : text.text(),
                            text == null ? null : took(text)));
        }
        return events;
    }

    /// What a machine's text took; null for a person's, and for a recorded one.
    private @Nullable String took(Target text) {
        if (!(text.provenance() instanceof Provenance.Machine machine)
                || machine.tokensIn() + machine.tokensOut() == 0) {
            return null;
        }
        Messages say = words.ui().say();
        String tokens =
                say.inOut(
                        words.ui().number(machine.tokensIn()),
                        words.ui().number(machine.tokensOut()));
        return machine.cost() == null
                ? say.tookTokens(machine.prompt(), tokens)
                : say.tookCost(machine.prompt(), tokens, cost(machine.cost(), machine.units()));
    }

    private static Glyph glyph(Act act) {
        return switch (act) {
            case DRAFTED, REPAIRED, REPAIR_DROPPED, PROPOSED -> Glyph.of(Mark.DRAFT);
            case FAILED -> Glyph.of(Mark.FAILED);
            case EDITED, PROPOSAL_TAKEN -> Glyph.of(Mark.EDITED);
            case APPROVED -> Glyph.of(Mark.APPROVED);
            case REJECTED -> Glyph.of(Mark.REJECTED);
            case SOURCE_CHANGED -> Glyph.of(Mark.STALE);
            case PROPOSAL_DROPPED, DISMISSED, RESTORED, UNDONE, WITHDRAWN -> Glyph.of(Mark.NONE);
            case PUBLISHED -> Glyph.of(Mark.FINAL);
        };
    }
}
