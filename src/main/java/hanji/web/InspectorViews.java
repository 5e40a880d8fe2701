package hanji.web;

import hanji.qa.QaFinding;
import hanji.review.HistoryEntry;
import hanji.review.Judgement;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import hanji.workbench.StoredDigest;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes the inspector's matter of an item and its history.
record InspectorViews(Words words, SeeingMessages see, AgreedMessages agreed) {

    static InspectorViews of(Ui ui) {
        return new InspectorViews(
                new Words(ui),
                Interface.words(ui, SeeingMessages.class),
                Interface.words(ui, AgreedMessages.class));
    }

    /// @param entry of the item
    /// @param history newest first
    InspectorView inspector(StoredDigest.Entry entry, ReviewItem item, List<HistoryEntry> history) {
        boolean bullet = item.unit().id().kind() == UnitKind.TRANSLATION;
        LinkView.Sides sides = bullet ? sides(item) : LinkView.Sides.NONE;
        Bearing bearing =
                bullet || item.target() == null
                        ? Bearing.NONE
                        : new Bearings(entry).of(item.target().text(), item.unit().id().language());
        return new InspectorView(
                item.unit().id().toString(),
                item.unit().number() > 0
                        ? item.unit().place()
                        : item.unit().entry() + " " + words.kind(item.unit().id().kind()),
                words.mark(item),
                item.mark().wire(),
                why(item),
                EntryViews.paper(words, entry.entry()),
                facts(item),
                bullet ? sides.links() : bearing.links(),
                bearing.nowhere(),
                texts(item, sides, bearing),
                changes(item, history),
                item.unit().id().language().tag(),
                new HistoryViews(this).events(item, history));
    }

    /// Nothing where the row shows what became of its source instead.
    private static LinkView.Sides sides(ReviewItem item) {
        return item.target() == null || item.staleness() == Staleness.SOURCE_CHANGED
                ? LinkView.Sides.NONE
                : LinkViews.of(
                        item.unit().id().language(), item.unit().source(), item.target().text());
    }

    private static InspectorView.@Nullable Texts texts(
            ReviewItem item, LinkView.Sides sides, Bearing bearing) {
        if (item.target() == null || item.mark() == Mark.REJECTED) {
            return null;
        }
        boolean bullet = item.unit().id().kind() == UnitKind.TRANSLATION;
        return new InspectorView.Texts(
                item.version(),
                bullet ? RowViews.source(item, sides.source()) : List.of(),
                RowViews.lines(item, bullet ? sides.target() : bearing.claims()),
                item.unit().id().kind() == UnitKind.BULLETS);
    }

    private String why(ReviewItem item) {
        Messages say = words.ui().say();
        List<QaFinding> findings = RowViews.findings(item);
        if (item.mark() == Mark.DRAFT && findings.isEmpty()) {
            return item.target() != null && item.target().remembered()
                    ? agreed.whyMemory()
                    : say.whyClean();
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

    List<InspectorView.Fact> facts(Provenance provenance) {
        Messages say = words.ui().say();
        List<InspectorView.Fact> facts = new ArrayList<>();
        switch (provenance) {
            case Provenance.Human human -> {
                facts.add(new InspectorView.Fact(say.writtenBy(), human.editor()));
                facts.add(new InspectorView.Fact(say.at(), words.ui().when(human.at())));
            }
            case Provenance.Memory memory -> {
                facts.add(
                        new InspectorView.Fact(
                                agreed.fromMemory(),
                                memory.inContext() ? agreed.inContext() : agreed.exact()));
                facts.add(
                        new InspectorView.Fact(
                                agreed.place(),
                                memory.digest()
                                        + (memory.tool() == null ? "" : ", " + memory.tool())));
                facts.add(
                        new InspectorView.Fact(
                                agreed.approvedBy(),
                                memory.approvedBy() + ", " + words.ui().when(memory.approvedAt())));
                facts.add(new InspectorView.Fact(say.at(), words.ui().when(memory.at())));
            }
            case Provenance.Machine machine -> {
                facts.add(
                        new InspectorView.Fact(
                                say.model(),
                                machine.recorded()
                                        ? say.recordedBy(words.model(machine))
                                        : machine.modelName()));
                facts.add(new InspectorView.Fact(say.prompt(), machine.prompt()));
                facts.add(new InspectorView.Fact(see.recipe(), brief(machine.recipe())));
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
                if (machine.agreed() != null) {
                    facts.add(new InspectorView.Fact(agreed.told(), told(machine.agreed())));
                }
                if (machine.instruction() != null) {
                    facts.add(new InspectorView.Fact(say.instruction(), machine.instruction()));
                }
            }
        }
        return facts;
    }

    private String told(Provenance.Agreed told) {
        return agreed.numbers(told.termCount(), told.examples().size());
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

    /// Enough of a hash to tell two apart.
    private static String brief(String hash) {
        return hash.substring(0, Math.min(8, hash.length()));
    }

    String cost(BigDecimal cost, int units) {
        NumberFormat money = NumberFormat.getNumberInstance(words.ui().locale());
        money.setMaximumFractionDigits(6);
        return words.ui().say().costFor(money.format(cost), units);
    }

    private static @Nullable List<Piece> changes(ReviewItem item, List<HistoryEntry> history) {
        Target now = item.target();
        if (now == null || !now.written()) {
            return null;
        }
        return history.stream()
                .map(HistoryEntry::target)
                .filter(target ->
                        target != null && !target.written() && target.number() < now.number())
                .findFirst()
                .map(target -> WordDiff.of(target.text(), now.text(), item.unit().id().language()))
                .orElse(null);
    }
}
