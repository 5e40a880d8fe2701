package hanji.web;

import hanji.draft.DraftRequest;
import hanji.draft.Drafter;
import hanji.draft.Wording;
import hanji.fixture.CaseText;
import hanji.review.HistoryEntry;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Problem;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.Workbench;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Makes a prompt case of a unit that an editor approved.
@ApplicationScoped
class UnitCase {

    private final Workbench workbench;
    private final Drafter drafter;

    UnitCase(Workbench workbench, Drafter drafter) {
        this.workbench = workbench;
        this.drafter = drafter;
    }

    /// @throws Problem (conflict) for a unit whose text nobody approved
    CaseText of(UnitId id) {
        ReviewItem item = workbench.item(id);
        Target target = item.target();
        if (target == null || !item.state().approved()) {
            throw Problem.conflict(
                    "Nobody approved %s yet: a case needs a text that somebody stands behind.",
                    item.unit().place());
        }
        DraftRequest request = workbench.request(workbench.work(id), null);
        Map<String, String> vars = new LinkedHashMap<>();
        vars.put("target", id.language().tag());
        vars.put("language", id.language().english());
        if (!request.terms().isEmpty()) {
            vars.put("terms", Wording.TOLD);
        }
        vars.put(
                "request",
                drafter.prepare(request, workbench.model(null)).getFirst().worded().user());
        return new CaseText(
                name(item),
                "%s %s in %s, as %s approved it"
                        .formatted(
                                item.unit().digest(),
                                item.unit().place(),
                                id.language().english(),
                                Objects.requireNonNullElse(item.actor(), "somebody")),
                Wording.promptId(id.kind()),
                vars,
                target.text(),
                // three bullets are a list in an answer, and no text of their own
                id.kind() == UnitKind.BULLETS ? null : bad(workbench.history(id), target));
    }

    /// Letters, digits and single hyphens, as ids of cases are.
    private static String name(ReviewItem item) {
        UnitId id = item.unit().id();
        String kind = id.kind() == UnitKind.TRANSLATION ? "" : id.kind().wire() + "-";
        return "bench-%s-%s%s-%s"
                .formatted(item.unit().digest(), kind, item.unit().place(), id.language().tag())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("-$", "");
    }

    /// A model's first text, where it was not the one that stands.
    private static @Nullable String bad(List<HistoryEntry> history, Target target) {
        return history.reversed().stream()
                .map(HistoryEntry::target)
                .filter(text -> text != null && text.machine())
                .map(Target::text)
                .findFirst()
                .filter(text -> !text.equals(target.text()))
                .orElse(null);
    }
}
