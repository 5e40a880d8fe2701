package hanji.web;

import hanji.qa.CondenseLimits;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.review.FindingRef;
import hanji.review.Mark;
import hanji.review.Readings;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.Span;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.StoredDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Makes rows of review items.
///
/// @param running whether drafts are being made for this digest and language
/// @param growing texts of redoes under way
/// @param readings how long texts were before people
/// @param writing what helps whoever looks to write
record RowViews(
        Words words,
        boolean running,
        Map<UnitId, String> growing,
        Readings readings,
        Writing writing) {

    RowViews(Words words, boolean running, Map<UnitId, String> growing) {
        this(words, running, growing, Readings.NONE, Writing.NOTHING);
    }

    RowView row(StoredDigest.Entry entry, ReviewItem item, @Nullable RowNote note) {
        return row(new Bearings(entry), item, note);
    }

    /// @param bearings of the item's entry
    RowView row(Bearings bearings, ReviewItem item, @Nullable RowNote note) {
        if (note != null || growing.containsKey(item.unit().id())) {
            return made(bearings, item, note);
        }
        return writing.known()
                .get(
                        words.ui(),
                        item,
                        running && item.mark() == Mark.NONE,
                        hasty(item),
                        writing.unsaved(item),
                        () -> made(bearings, item, null));
    }

    private boolean hasty(ReviewItem item) {
        return readings.fast(item) && !readings.read(item);
    }

    private RowView made(Bearings bearings, ReviewItem item, @Nullable RowNote note) {
        String growing = this.growing.get(item.unit().id());
        boolean redoing = growing != null;
        List<QaFinding> findings = redoing ? List.of() : findings(item);
        UnitKind kind = item.unit().id().kind();
        boolean bullet = kind == UnitKind.TRANSLATION;
        String text = item.target() == null ? "" : item.target().text();
        String lang = item.unit().id().language().tag();
        Mark mark = item.mark();
        Bearing bearing = bullet ? Bearing.NONE : bearings.of(text, item.unit().id().language());
        return new RowView(
                item.unit().id().toString(),
                item.unit().place(),
                item.unit().entry(),
                bullet ? String.valueOf(item.unit().number()) : "",
                kind.wire(),
                bullet ? "" : words.kind(kind),
                lang,
                redoing ? "redoing" : mark.wire(),
                glyph(item),
                redoing ? words.ui().say().beingRedone() : words.mark(item),
                redoing ? "" : words.byline(item),
                !redoing && recorded(item.target()) && (mark == Mark.DRAFT || mark == Mark.STALE),
                item.version(),
                new RowView.Reading(Readings.least(item), hasty(item)),
                !redoing && open(item),
                !redoing && item.toDecide(),
                bullet ? source(item, findings, List.of()) : List.of(),
                bearing,
                lines(item, findings, bearing.claims()),
                growing == null ? null : growing.lines().toList(),
                item.personal(),
                item.target() == null,
                !redoing && running && mark == Mark.NONE,
                text,
                size(item, text),
                worst(findings),
                views(item, findings),
                redoing ? List.of() : dismissed(item),
                redoing || item.proposal() == null || item.earlier().isPresent()
                        ? null
                        : WordDiff.of(text, item.proposal().text(), item.unit().id().language()),
                item.proposal() == null ? "" : words.proposalLead(item.proposal()),
                redoing ? null : AnswersView.of(words, item),
                redoing ? List.of() : actions(item),
                !redoing && item.undoable(),
                writing.unsaved(item),
                note);
    }

    Glyph glyph(ReviewItem item) {
        return growing.containsKey(item.unit().id()) ? Glyph.REDOING : Glyph.of(item.mark());
    }

    static boolean open(ReviewItem item) {
        return item.toDecide() || item.mark() == Mark.DRAFT || item.mark() == Mark.EDITED;
    }

    static boolean recorded(@Nullable Target target) {
        return target != null
                && target.provenance() instanceof Provenance.Machine machine
                && machine.recorded();
    }

    /// What a page shows of an item's report: what somebody should look at, and only while it is
    /// open.
    static List<QaFinding> findings(ReviewItem item) {
        if (item.target() == null || !open(item) || item.mark() == Mark.REJECTED) {
            return List.of();
        }
        return item.target().report().findings().stream()
                .filter(finding -> finding.severity().atLeast(Severity.MINOR))
                .toList();
    }

    /// A finding on a whole text points nowhere, and is told below the row only.
    private static List<Pieces.Marked> marks(
            List<QaFinding> findings, Function<QaFinding, @Nullable Span> side, String text) {
        List<Pieces.Marked> marks = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Span span = side.apply(findings.get(i));
            if (span != null && span.length() < text.length()) {
                marks.add(new Pieces.Marked(i + 1, findings.get(i).severity(), span));
            }
        }
        return marks;
    }

    /// An item's two texts with findings and links, as its row shows them.
    static List<Piece> source(ReviewItem item, List<Pieces.Linked> links) {
        return source(item, findings(item), links);
    }

    static List<List<Piece>> lines(ReviewItem item, List<Pieces.Linked> links) {
        return lines(item, findings(item), links);
    }

    private static List<Piece> source(
            ReviewItem item, List<QaFinding> findings, List<Pieces.Linked> links) {
        if (item.target() != null && item.staleness() == Staleness.SOURCE_CHANGED) {
            return WordDiff.of(item.target().source(), item.unit().source(), Language.SOURCE);
        }
        return Pieces.of(
                item.unit().source(),
                marks(findings, QaFinding::source, item.unit().source()),
                links);
    }

    private static List<List<Piece>> lines(
            ReviewItem item, List<QaFinding> findings, List<Pieces.Linked> links) {
        String text = item.target() == null ? "" : item.target().text();
        List<Pieces.Marked> marks = marks(findings, QaFinding::target, text);
        if (item.unit().id().kind() != UnitKind.BULLETS) {
            return List.of(Pieces.of(text, marks, links));
        }
        List<List<Piece>> lines = new ArrayList<>();
        int from = 0;
        for (String line : text.split("\n", -1)) {
            lines.add(
                    Pieces.of(
                            line,
                            moved(marks, from, line.length()),
                            movedLinks(links, from, line.length())));
            from += line.length() + 1;
        }
        return lines;
    }

    /// The marks that touch a line, counted from its beginning.
    private static List<Pieces.Marked> moved(List<Pieces.Marked> marks, int from, int length) {
        return marks.stream()
                .filter(mark -> touches(mark.span(), from, length))
                .map(mark ->
                        new Pieces.Marked(
                                mark.number(), mark.severity(), moved(mark.span(), from, length)))
                .toList();
    }

    private static List<Pieces.Linked> movedLinks(List<Pieces.Linked> links, int from, int length) {
        return links.stream()
                .filter(link -> touches(link.span(), from, length))
                .map(link -> link.at(moved(link.span(), from, length)))
                .toList();
    }

    private static boolean touches(Span span, int from, int length) {
        return span.start() < from + length && span.end() > from;
    }

    private static Span moved(Span span, int from, int length) {
        return new Span(Math.max(0, span.start() - from), Math.min(length, span.end() - from));
    }

    private List<FindingView> views(ReviewItem item, List<QaFinding> findings) {
        if (item.target() == null) {
            return List.of();
        }
        return new FindingViews(words, writing.fixes())
                .of(
                        item.unit().id(),
                        item.target().source(),
                        item.unit().source(),
                        item.target().text(),
                        findings);
    }

    private List<DismissedView> dismissed(ReviewItem item) {
        if (item.target() == null || !open(item) || item.mark() == Mark.REJECTED) {
            return List.of();
        }
        return item.target().dismissed().stream()
                .map(one ->
                        new DismissedView(
                                FindingRef.of(one.finding()).toString(),
                                words.category(one.finding().category()),
                                words.sentence(one.finding()),
                                words.language(one.finding()),
                                words.dismissed(one)))
                .toList();
    }

    private @Nullable String worst(List<QaFinding> findings) {
        if (findings.isEmpty()) {
            return null;
        }
        Severity worst = findings.getFirst().severity();
        long count = findings.stream().filter(finding -> finding.severity() == worst).count();
        return words.ui().say().findingCount(count, words.severity(worst));
    }

    private String size(ReviewItem item, String text) {
        UnitKind kind = item.unit().id().kind();
        if (kind == UnitKind.TRANSLATION || text.isEmpty()) {
            return "";
        }
        int limit = CondenseLimits.of(kind, item.unit().id().language());
        int longest =
                text.lines()
                        .mapToInt(line -> line.codePointCount(0, line.length()))
                        .max()
                        .orElse(0);
        return kind == UnitKind.BULLETS
                ? words.ui().say().longestOf(longest, limit)
                : words.ui().say().charactersOf(longest, limit);
    }

    private List<ActionView> actions(ReviewItem item) {
        Messages say = words.ui().say();
        List<ActionView> actions = new ArrayList<>();
        switch (item.mark()) {
            case NONE -> {
                actions.add(
                        new ActionView(
                                "redo",
                                item.unit().number() > 0 ? say.translateThis() : say.condenseThis(),
                                "r",
                                false));
                actions.add(new ActionView("edit", say.writeYourself(), "e", false));
            }
            case DRAFT, EDITED -> {
                actions.add(new ActionView("approve", say.approve(), "a", true));
                actions.addAll(change(say));
            }
            case STALE -> {
                actions.add(new ActionView("approve", say.stillRight(), "a", true));
                actions.addAll(change(say));
            }
            case APPROVED, FINAL -> actions.addAll(change(say));
            case REJECTED -> {
                actions.add(new ActionView("redo", say.redoWithReason(), "r", false));
                actions.add(new ActionView("edit", say.writeYourself(), "e", false));
            }
            case FAILED -> {
                actions.add(new ActionView("redo", say.askAgain(), "r", false));
                actions.add(new ActionView("edit", say.writeYourself(), "e", false));
            }
        }
        if (item.undoable()) {
            actions.add(new ActionView("undo", say.undo(), "", false));
        }
        return actions;
    }

    private static List<ActionView> change(Messages say) {
        return List.of(
                new ActionView("edit", say.edit(), "e", false),
                new ActionView("redo", say.redo(), "r", false),
                new ActionView("reject", say.reject(), "x", false));
    }
}
