package hanji.draft;

import hanji.draft.DraftResult.Drafted;
import hanji.llm.Model;
import hanji.qa.Inspector;
import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import hanji.store.StorableText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads drafts with the checks, and sends those with something serious back to the model, once and
/// all of a request together. Where nothing serious is found, nothing is asked.
public final class Repairs {

    /// More sentences about one text help no model.
    private static final int MOST_FINDINGS = 12;

    private final Drafter drafter;
    private final Inspector inspector;
    private final boolean on;

    /// @param on whether drafts go back at all; they are read in any case
    public Repairs(Drafter drafter, Inspector inspector, boolean on) {
        this.drafter = drafter;
        this.inspector = inspector;
        this.on = on;
    }

    /// A text and what the checks say of it.
    public record Version(String text, Provenance provenance, QaReport report) {}

    /// A text as it was drafted, and as it was mended.
    ///
    /// @param second null when nothing was sent back, or no usable answer came
    public record Versions(Version first, @Nullable Version second) {

        /// The one with fewer findings by their weight; between equals the first.
        public Version better() {
            return second != null && second.report().weight() < first.report().weight()
                    ? second
                    : first;
        }
    }

    /// What the texts of an answer are worth, by their ids. When a repair brings no usable answer,
    /// or its call is not permitted, the drafts stand.
    ///
    /// @param request the whole of what was asked
    public Map<String, Versions> read(
            DraftRequest request, Drafted drafted, Model model, Asker asker) {
        Map<String, Version> firsts = versions(request, drafted);
        List<DraftRequest.Repair.Faulty> faulty = on && model.live() ? faulty(firsts) : List.of();
        Map<String, Version> seconds =
                faulty.isEmpty()
                        ? Map.of()
                        : repaired(
                                new DraftRequest.Repair(part(request, faulty), faulty),
                                model,
                                asker);
        Map<String, Versions> read = new HashMap<>();
        firsts.forEach((id, first) -> read.put(id, new Versions(first, seconds.get(id))));
        return read;
    }

    /// The better ones of all texts of an answer.
    public Drafted better(DraftRequest request, Drafted drafted, Model model, Asker asker) {
        Map<String, String> texts = new HashMap<>();
        read(request, drafted, model, asker)
                .forEach((id, versions) -> texts.put(id, versions.better().text()));
        return new Drafted(texts, drafted.provenance(), drafted.agreed());
    }

    private Map<String, Version> versions(DraftRequest request, Drafted drafted) {
        Map<String, Version> versions = new LinkedHashMap<>();
        sources(request)
                .forEach((id, source) -> {
                    String text = drafted.texts().get(id);
                    if (text != null) {
                        QaReport report =
                                inspector.inspect(request.kind(), request.language(), source, text);
                        versions.put(id, new Version(text, drafted.provenance(id), report));
                    }
                });
        return versions;
    }

    /// What each text of an answer is compared with.
    static Map<String, String> sources(DraftRequest request) {
        if (request.kind() == UnitKind.TRANSLATION) {
            Map<String, String> sources = new LinkedHashMap<>();
            request.segments()
                    .forEach(piece -> sources.put(piece.id(), StorableText.of(piece.text())));
            return sources;
        }
        List<String> lines = new ArrayList<>(List.of(request.title()));
        request.segments().forEach(piece -> lines.add(piece.text()));
        return Map.of(request.kind().wire(), StorableText.of(String.join("\n", lines)));
    }

    private List<DraftRequest.Repair.Faulty> faulty(Map<String, Version> versions) {
        List<DraftRequest.Repair.Faulty> faulty = new ArrayList<>();
        versions.forEach((id, version) -> {
            List<String> sentences =
                    inspector.mendable(version.report()).stream()
                            .map(QaFinding::message)
                            .distinct()
                            .limit(MOST_FINDINGS)
                            .toList();
            if (!sentences.isEmpty()) {
                faulty.add(new DraftRequest.Repair.Faulty(id, version.text(), sentences));
            }
        });
        return faulty;
    }

    /// A condensation is made from all segments, a translation from its own.
    private static DraftRequest part(
            DraftRequest request, List<DraftRequest.Repair.Faulty> faulty) {
        var ids = faulty.stream().map(DraftRequest.Repair.Faulty::id).collect(Collectors.toSet());
        return request.of(
                request.segments().stream().filter(piece -> ids.contains(piece.id())).toList());
    }

    private Map<String, Version> repaired(DraftRequest.Repair repair, Model model, Asker asker) {
        return drafter.draft(repair, model, asker) instanceof Drafted mended
                ? versions(repair, mended)
                : Map.of();
    }
}
