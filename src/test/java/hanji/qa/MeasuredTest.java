package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.bench.InspectDev;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Shared;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The figures of `docs/checks.md`: they may rise, not fall.
@EnabledIf("hanji.testing.Shared#present")
class MeasuredTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TU = Pattern.compile("<tu .*?</tu>", Pattern.DOTALL);
    private static final Pattern TUV =
            Pattern.compile("<tuv xml:lang=\"([^\"]+)\">\\s*<seg>(.*?)</seg>", Pattern.DOTALL);

    /// Delta recall in percent; see the score program beside the data.
    private static final Map<String, Integer> FLOORS =
            Map.ofEntries(
                    Map.entry("addition", 87),
                    Map.entry("bullet-structure", 100),
                    Map.entry("comparative-direction-flipped", 85),
                    Map.entry("duplicated-word", 100),
                    Map.entry("empty-or-identical", 100),
                    Map.entry("entity-changed", 94),
                    Map.entry("entity-dropped", 95),
                    Map.entry("label-changed", 100),
                    Map.entry("markup-broken", 100),
                    Map.entry("negation-flipped", 90),
                    Map.entry("number-changed", 100),
                    Map.entry("number-dropped", 100),
                    Map.entry("number-scale", 100),
                    Map.entry("omission", 85),
                    Map.entry("prompt-injection-obeyed", 100),
                    Map.entry("refusal-or-meta", 100),
                    Map.entry("untranslated-hangul-left", 100),
                    Map.entry("url-altered", 100),
                    Map.entry("url-dropped", 100),
                    Map.entry("wrong-language", 100));

    /// The same for all kinds of error together.
    private static final Map<String, Integer> LANGUAGE_FLOORS =
            Map.of("en", 94, "ja", 94, "zh", 94, "de", 94);

    @Test
    void plantedErrorsAreFound() throws IOException {
        Map<String, Integer> planted = new TreeMap<>();
        Map<String, Integer> found = new TreeMap<>();
        List<JsonNode> rows = rows();
        Map<String, Set<String>> clean = new HashMap<>();
        for (JsonNode row : rows) {
            if (label(row).equals("clean") && !row.get("group").asText().equals("tricky")) {
                clean.put(base(row), checks(row));
            }
        }
        for (JsonNode row : rows) {
            if (!label(row).equals("clean")) {
                Set<String> delta = new HashSet<>(checks(row));
                delta.removeAll(clean.getOrDefault(base(row), Set.of()));
                for (String key : List.of(label(row), row.get("lang").asText())) {
                    planted.merge(key, 1, Integer::sum);
                    found.merge(key, delta.isEmpty() ? 0 : 1, Integer::sum);
                }
            }
        }

        Map<String, Integer> floors = new TreeMap<>(FLOORS);
        floors.putAll(LANGUAGE_FLOORS);
        floors.forEach((label, floor) -> {
            int share = 100 * found.getOrDefault(label, 0) / planted.getOrDefault(label, 1);
            assertThat(share).as(label).isGreaterThanOrEqualTo(floor);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja", "zh", "de"})
    void goodTranslationsOfTheSameSetPassInSilence(String language) throws IOException {
        List<JsonNode> clean =
                rows().stream()
                        .filter(row -> label(row).equals("clean"))
                        .filter(row -> row.get("lang").asText().equals(language))
                        .toList();

        long alarms = clean.stream().filter(row -> !checks(row).isEmpty()).count();

        assertThat(100 * alarms).isLessThanOrEqualTo(2L * clean.size());
    }

    @Test
    void atMostTwoPercentOfTheReferenceTranslationsHaveFindings() throws IOException {
        Inspector inspector = new Inspector();
        int pairs = 0;
        int alarms = 0;
        Matcher unit =
                TU.matcher(Files.readString(Shared.dir("reference").resolve("2024-01-26.tmx")));
        while (unit.find()) {
            Map<String, String> texts = new HashMap<>();
            Matcher variant = TUV.matcher(unit.group());
            while (variant.find()) {
                texts.put(variant.group(1), unescape(variant.group(2)));
            }
            for (Language language : Language.TARGETS) {
                QaReport report =
                        inspector.inspect(
                                UnitKind.TRANSLATION,
                                language,
                                texts.getOrDefault("ko", ""),
                                texts.getOrDefault(language.tag(), ""));
                pairs++;
                alarms += report.clean() ? 0 : 1;
            }
        }

        assertThat(pairs).isEqualTo(360);
        assertThat(100 * alarms).isLessThanOrEqualTo(2 * pairs);
    }

    @Test
    void theFindingsAreWrittenForTheScoreProgram() throws IOException {
        Path file = Path.of("target", "bench", "findings.jsonl");
        Files.createDirectories(file.getParent());
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8)) {
            InspectDev.inspect(Shared.dir("qa").resolve("dev.jsonl"), out);
        }

        assertThat(file).isNotEmptyFile();
    }

    private static List<JsonNode> rows() throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(Shared.dir("qa").resolve("dev.jsonl"))) {
            rows.add(JSON.readTree(line));
        }
        return rows;
    }

    private static Set<String> checks(JsonNode row) {
        Set<String> checks = new HashSet<>();
        new Inspector()
                .inspect(
                        UnitKind.TRANSLATION,
                        Language.target(row.get("lang").asText()),
                        row.get("source").asText(),
                        row.get("target").asText())
                .findings()
                .forEach(finding -> checks.add(finding.check()));
        return checks;
    }

    private static String label(JsonNode row) {
        return row.get("label").asText();
    }

    private static String base(JsonNode row) {
        return row.get("base_id").asText()
                + row.get("lang").asText()
                + row.get("group").asText()
                + row.get("source").asText();
    }

    private static String unescape(String xml) {
        return xml.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
