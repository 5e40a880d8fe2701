package hanji.draft;

import com.fasterxml.jackson.databind.JsonNode;
import hanji.draft.AnswerReader.Reading;
import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.Severity;
import hanji.segment.Span;
import hanji.store.StorableText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a judge's answer: strictly what it says of which text, and its errors as findings.
final class JudgeReader {

    /// The check that a judge's findings bear.
    static final String CHECK = "judge";

    private static final int MOST_ERRORS = 8;
    private static final int LONGEST_QUOTE = 400;
    private static final int LONGEST_WHY = 300;
    private static final Set<String> PROPERTIES = Set.of("quote", "category", "severity", "why");

    private JudgeReader() {}

    /// The texts of the reading are the lists of errors, as JSON.
    static Reading read(DraftRequest.Judge request, JsonNode json) {
        JsonNode items = json.get("judgements");
        if (items == null || !items.isArray() || json.size() != 1) {
            return new Reading.Malformed("does not hold \"judgements\" alone");
        }
        Set<String> wanted =
                request.answers().stream().map(DraftRequest.Piece::id).collect(Collectors.toSet());
        Map<String, String> read = new LinkedHashMap<>();
        for (JsonNode item : items) {
            String id = item.path("id").asText();
            JsonNode errors = item.path("errors");
            if (!wanted.contains(id)) {
                return new Reading.Malformed(
                        "judges a text that nobody asked for (id \"%s\")"
                                .formatted(AnswerReader.shortened(id)));
            }
            if (!errors.isArray() || item.size() != 2) {
                return new Reading.Malformed("has no list of errors for text " + id);
            }
            for (JsonNode error : errors) {
                if (!sound(error)) {
                    return new Reading.Malformed("holds an error without one of its parts");
                }
            }
            if (read.put(id, errors.toString()) != null) {
                return new Reading.Malformed("judges text " + id + " twice");
            }
        }
        return read.size() == wanted.size()
                ? new Reading.Whole(read)
                : new Reading.Malformed(
                        "judges %d of the %d texts".formatted(read.size(), wanted.size()));
    }

    private static boolean sound(JsonNode error) {
        return error.size() == PROPERTIES.size()
                && PROPERTIES.stream().allMatch(name -> error.path(name).isTextual())
                && category(error).isPresent()
                && severity(error).isPresent();
    }

    private static Optional<MqmCategory> category(JsonNode error) {
        return Arrays.stream(MqmCategory.values())
                .filter(one -> one.wire().equals(error.path("category").asText()))
                .findFirst();
    }

    private static Optional<Severity> severity(JsonNode error) {
        return Arrays.stream(Severity.values())
                .filter(one -> one.atLeast(Severity.MINOR))
                .filter(one -> one.wire().equals(error.path("severity").asText()))
                .findFirst();
    }

    /// The errors, eight at most, where their quotations stand. One whose quotation stands in
    /// neither text is left out: what cannot be shown cannot be judged either.
    static List<QaFinding> findings(JsonNode errors, String source, String target) {
        List<QaFinding> findings = new ArrayList<>();
        for (JsonNode error : errors) {
            String quote = error.path("quote").asText().strip();
            boolean omission = category(error).filter(MqmCategory.OMISSION::equals).isPresent();
            Span inTarget = omission ? null : find(quote, target);
            Span inSource = inTarget == null ? find(quote, source) : null;
            if ((inTarget != null || inSource != null) && findings.size() < MOST_ERRORS) {
                findings.add(
                        new QaFinding(
                                CHECK,
                                category(error).orElseThrow(),
                                severity(error).orElseThrow(),
                                inSource,
                                inTarget,
                                bounded(error.path("why").asText().strip())));
            }
        }
        return findings;
    }

    private static @Nullable Span find(String quote, String text) {
        int start = quote.isEmpty() || quote.length() > LONGEST_QUOTE ? -1 : text.indexOf(quote);
        return start < 0 ? null : new Span(start, start + quote.length());
    }

    private static String bounded(String why) {
        return StorableText.of(
                why.length() <= LONGEST_WHY ? why : why.substring(0, LONGEST_WHY - 1) + "…");
    }
}
