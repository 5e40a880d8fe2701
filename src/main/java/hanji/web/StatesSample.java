package hanji.web;

import hanji.account.Editor;
import hanji.digest.DigestEntry;
import hanji.digest.DigestParser;
import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.Dismissal;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.StoredDigest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The bullets of a small digest, each brought into some state.
record StatesSample(StoredDigest.Entry entry) {

    private static final Instant THEN = Instant.parse("2026-03-02T10:15:00Z");
    private static final String EDITOR = "Seo-yeon";

    /// Beyond the bullets: further units of the same ones.
    private static final int AGAIN = 100;

    static StatesSample read() {
        try (InputStream file =
                Objects.requireNonNull(
                        StatesSample.class.getResourceAsStream("/dev-states/sample.md"))) {
            DigestEntry entry =
                    new DigestParser().parse("states.md", file.readAllBytes()).entries().getFirst();
            return new StatesSample(
                    new StoredDigest.Entry(
                            1,
                            entry,
                            entry.bullets().stream()
                                    .map(bullet ->
                                            new StoredDigest.Segment(bullet.number(), bullet))
                                    .toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Unit unit(UnitKind kind, int number) {
        boolean bullet = kind == UnitKind.TRANSLATION;
        return new Unit(
                new UnitId(kind, number, Language.EN),
                "states",
                1,
                bullet ? number % AGAIN : 0,
                bullet ? entry.segments().get(number % AGAIN - 1).source() : entry.source());
    }

    /// The same bullet once more.
    static int again(int number) {
        return number + AGAIN;
    }

    ReviewItem untouched(int number) {
        return ReviewItem.untouched(unit(UnitKind.TRANSLATION, number));
    }

    ReviewItem draft(int number, String text) {
        return machine(number, text, "mini", Staleness.FRESH);
    }

    ReviewItem recorded(int number, String text) {
        return machine(number, text, "recorded", Staleness.FRESH);
    }

    ReviewItem outdated(int number, String text) {
        return machine(number, text, "mini", Staleness.REQUEST_CHANGED);
    }

    /// A redo's text, and the one before beside it.
    ReviewItem twice(int number, String before, String now) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        return item(
                unit,
                new Target(2, now, unit.source(), model("mini"), clean()),
                new Target(1, before, unit.source(), model("mini"), clean()),
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                Staleness.FRESH);
    }

    /// @param before what stood where `now` stands, when the text was made
    ReviewItem otherSource(int number, String text, String now, String before) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        return item(
                unit,
                new Target(1, text, unit.source().replace(now, before), model("mini"), clean()),
                null,
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                Staleness.SOURCE_CHANGED);
    }

    ReviewItem found(
            int number,
            String text,
            Severity severity,
            MqmCategory category,
            String source,
            String target,
            String sentence) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        QaFinding finding =
                new QaFinding(
                        "numbers",
                        category,
                        severity,
                        span(unit.source(), source),
                        span(text, target),
                        sentence);
        return item(
                unit,
                new Target(1, text, unit.source(), model("mini"), new QaReport(List.of(finding))),
                null,
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                Staleness.FRESH);
    }

    ReviewItem dismissed(int number, String text, String sentence) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        QaFinding finding =
                new QaFinding("numbers", MqmCategory.NUMBER, Severity.MAJOR, null, null, sentence);
        return item(
                unit,
                new Target(
                        1,
                        text,
                        unit.source(),
                        model("mini"),
                        clean(),
                        List.of(new Dismissal(finding, EDITOR, null, THEN))),
                null,
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                Staleness.FRESH);
    }

    ReviewItem failed(int number, String why) {
        return item(
                unit(UnitKind.TRANSLATION, number),
                null,
                null,
                TargetState.INITIAL,
                Act.FAILED,
                why,
                Staleness.FRESH);
    }

    ReviewItem rejected(int number, String text, String why) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        return item(
                unit,
                new Target(1, text, unit.source(), model("mini"), clean()),
                null,
                TargetState.INITIAL,
                Act.REJECTED,
                why,
                Staleness.FRESH);
    }

    /// @param proposal a machine's text beside it; null for none
    ReviewItem personal(
            UnitKind kind,
            int number,
            String text,
            TargetState state,
            Act act,
            @Nullable String proposal) {
        Unit unit = unit(kind, number);
        return item(
                unit,
                new Target(1, text, unit.source(), new Provenance.Human(EDITOR, THEN), clean()),
                proposal == null
                        ? null
                        : new Target(2, proposal, unit.source(), model("mini"), clean()),
                state,
                act,
                null,
                Staleness.FRESH);
    }

    ReviewItem condensed(UnitKind kind, String text) {
        Unit unit = unit(kind, 1);
        return item(
                unit,
                new Target(1, text, unit.source(), model("mini"), clean()),
                null,
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                Staleness.FRESH);
    }

    private ReviewItem machine(int number, String text, String model, Staleness staleness) {
        Unit unit = unit(UnitKind.TRANSLATION, number);
        return item(
                unit,
                new Target(1, text, unit.source(), model(model), clean()),
                null,
                TargetState.TRANSLATED,
                Act.DRAFTED,
                null,
                staleness);
    }

    private static ReviewItem item(
            Unit unit,
            @Nullable Target target,
            @Nullable Target proposal,
            TargetState state,
            Act act,
            @Nullable String reason,
            Staleness staleness) {
        return new ReviewItem(
                unit,
                state,
                1,
                target,
                proposal,
                staleness,
                act,
                // beside a redo's text stands the one before, and a redo has somebody who asked
                act == Act.FAILED || (act == Act.DRAFTED && proposal == null)
                        ? Editor.HANJI.name()
                        : EDITOR,
                reason,
                THEN);
    }

    private static QaReport clean() {
        return new QaReport(List.of());
    }

    private static Provenance model(String id) {
        return new Provenance.Machine(
                id,
                id.equals("recorded") ? "authored" : "a model",
                "translate@states",
                "today",
                "0",
                0,
                0,
                null,
                0,
                1,
                1,
                false,
                null,
                THEN);
    }

    /// @param part empty to point at nothing
    private static @Nullable Span span(String text, String part) {
        int at = text.indexOf(part);
        return at < 0 || part.isEmpty() ? null : new Span(at, at + part.length());
    }
}
