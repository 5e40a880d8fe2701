package hanji.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.llm.Model;
import hanji.qa.QaReport;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A model that reads texts as an annotator does, and marks their errors by MQM. What it says is no
/// check's finding: it puts texts in an order, and forbids nothing.
public final class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Drafter drafter;
    private final Model model;

    public Judge(Drafter drafter, Model model) {
        this.drafter = drafter;
        this.model = model;
    }

    public Model model() {
        return model;
    }

    /// The errors of texts, by their ids; empty when no usable answer came, or its call was not
    /// permitted. A text that the judge finds sound has a report without findings.
    ///
    /// @param request what the texts were the answer to
    public Map<String, QaReport> read(
            DraftRequest request, Map<String, String> texts, Asker asker) {
        List<DraftRequest.Piece> answers = new ArrayList<>();
        Map<String, String> sources = Repairs.sources(request);
        sources.keySet().stream()
                .filter(texts::containsKey)
                .forEach(id ->
                        answers.add(
                                new DraftRequest.Piece(id, Objects.requireNonNull(texts.get(id)))));
        DraftResult result = drafter.draft(new DraftRequest.Judge(request, answers), model, asker);
        if (!(result instanceof DraftResult.Drafted judged)) {
            return Map.of();
        }
        Map<String, QaReport> reports = new HashMap<>();
        judged.texts()
                .forEach((id, errors) ->
                        reports.put(
                                id,
                                report(
                                        errors,
                                        sources.getOrDefault(id, ""),
                                        texts.getOrDefault(id, ""))));
        return reports;
    }

    private static QaReport report(String errors, String source, String target) {
        try {
            return new QaReport(JudgeReader.findings(JSON.readTree(errors), source, target));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON is JSON", e);
        }
    }
}
