package hanji.web;

import hanji.account.Editor;
import hanji.review.Act;
import hanji.review.HistoryEntry;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Tells what happened to an item: each act, and each text with its difference to the one before.
record HistoryViews(InspectorViews inspector) {

    /// @param history newest first
    List<InspectorView.Event> events(ReviewItem item, List<HistoryEntry> history) {
        Words words = inspector.words();
        Language language = item.unit().id().language();
        List<InspectorView.Event> events = new ArrayList<>();
        for (int at = 0; at < history.size(); at++) {
            HistoryEntry entry = history.get(at);
            // a comment leaves the text as it was, and knows none
            Target before =
                    history.subList(at + 1, history.size()).stream()
                            .map(HistoryEntry::target)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null);
            events.add(
                    new InspectorView.Event(
                            glyph(entry.act()),
                            by(entry),
                            words.ui().when(entry.at()),
                            entry.at().toString(),
                            entry.reason(),
                            version(entry, before, language)));
        }
        return events;
    }

    /// A model's text is nobody's who asked for it.
    private String by(HistoryEntry entry) {
        Messages say = inspector.words().ui().say();
        String act = inspector.words().act(entry.act());
        boolean model = entry.act().machine() || entry.act() == Act.PROPOSED;
        return model && !entry.actor().equals(Editor.HANJI.name())
                ? say.actAsked(act, entry.actor())
                : say.actBy(act, entry.actor());
    }

    /// The text that an act brought; null when the one before stayed.
    private InspectorView.@Nullable Version version(
            HistoryEntry entry, @Nullable Target before, Language language) {
        boolean beside = entry.act() == Act.PROPOSED;
        Target text = beside ? entry.proposal() : entry.target();
        Target old = beside ? entry.target() : before;
        if (text == null || (old != null && old.number() == text.number())) {
            return null;
        }
        return new InspectorView.Version(
                text.number(),
                by(text.provenance()),
                RowViews.recorded(text),
                old == null,
                old == null
                        ? List.of(Piece.plain(text.text()))
                        : WordDiff.of(old.text(), text.text(), language),
                inspector.facts(text.provenance()));
    }

    private String by(Provenance provenance) {
        return switch (provenance) {
            case Provenance.Human human ->
                    human.tool() == null
                            ? human.editor()
                            : inspector.see().fileOf(human.editor(), human.tool());
            case Provenance.Memory memory -> inspector.words().origin(memory);
            case Provenance.Machine machine -> inspector.words().modelAndCost(machine);
        };
    }

    private static Glyph glyph(Act act) {
        return switch (act) {
            case DRAFTED, FROM_MEMORY, REPAIRED, REPAIR_DROPPED, PROPOSED -> Glyph.of(Mark.DRAFT);
            case FAILED -> Glyph.of(Mark.FAILED);
            case EDITED, PROPOSAL_TAKEN -> Glyph.of(Mark.EDITED);
            case APPROVED -> Glyph.of(Mark.APPROVED);
            case REJECTED -> Glyph.of(Mark.REJECTED);
            case SOURCE_CHANGED -> Glyph.of(Mark.STALE);
            case PROPOSAL_DROPPED, DISMISSED, RESTORED, UNDONE, WITHDRAWN -> Glyph.of(Mark.NONE);
            case PUBLISHED -> Glyph.of(Mark.FINAL);
            case COMMENTED, COMMENT_RESOLVED, COMMENT_REMOVED -> new Glyph("s-comment", "g-quiet");
        };
    }
}
