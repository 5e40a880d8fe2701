package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import hanji.testing.Shared;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// How often a fix is offered for a planted error, and what it makes of it: the figures of
/// `docs/checks.md`. They are printed to `target/bench/fixes.txt`; they may rise, not fall.
@EnabledIf("hanji.testing.Shared#present")
class MeasuredFixesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Fixes FIXES = new Fixes(new Inspector());

    /// @param found errors of which a check speaks
    /// @param offered those of them for which a fix is offered
    /// @param value those after whose fixes numbers, names, addresses and marks are the clean ones
    /// @param same those after whose fixes the text is the clean one but for blanks
    private record Tally(int planted, int found, int offered, int value, int same) {

        Tally plus(boolean found, boolean offered, boolean value, boolean same) {
            return new Tally(
                    planted + 1,
                    this.found + (found ? 1 : 0),
                    this.offered + (offered ? 1 : 0),
                    this.value + (value ? 1 : 0),
                    this.same + (same ? 1 : 0));
        }
    }

    private static final Map<String, Tally> TALLIES = new TreeMap<>();

    @BeforeAll
    static void measure() throws IOException {
        List<String> lines = Files.readAllLines(Shared.dir("qa").resolve("dev.jsonl"));
        Map<String, String> clean = new HashMap<>();
        for (String line : lines) {
            JsonNode row = JSON.readTree(line);
            if (text(row, "label").equals("clean") && !text(row, "group").equals("tricky")) {
                clean.put(base(row), text(row, "target"));
            }
        }
        Path folder = Files.createDirectories(Path.of("target", "bench"));
        try (PrintStream out =
                new PrintStream(
                        Files.newOutputStream(folder.resolve("fixes.txt")),
                        false,
                        StandardCharsets.UTF_8)) {
            for (String line : lines) {
                JsonNode row = JSON.readTree(line);
                if (!text(row, "label").equals("clean")) {
                    measure(row, clean.get(base(row)), out);
                }
            }
            TALLIES.forEach((label, t) ->
                    out.printf(
                            "%-32s %4d %4d %4d %4d %4d%n",
                            label, t.planted(), t.found(), t.offered(), t.value(), t.same()));
        }
    }

    private static void measure(JsonNode row, @Nullable String clean, PrintStream out) {
        Language language = Language.target(text(row, "lang"));
        String source = text(row, "source");
        String target = text(row, "target");
        boolean found = !findings(language, source, target).isEmpty();
        String fixed = fixed(language, source, target);
        boolean offered = !fixed.equals(target);
        boolean value =
                offered && clean != null && values(language, fixed).equals(values(language, clean));
        boolean same = offered && clean != null && squeezed(fixed).equals(squeezed(clean));
        for (String label : List.of(text(row, "label"), "all", "lang " + text(row, "lang"))) {
            TALLIES.merge(
                    label,
                    new Tally(0, 0, 0, 0, 0).plus(found, offered, value, same),
                    (a, b) ->
                            new Tally(
                                    a.planted + b.planted,
                                    a.found + b.found,
                                    a.offered + b.offered,
                                    a.value + b.value,
                                    a.same + b.same));
        }
        if (offered && !same) {
            out.printf(
                    "%s %s%n  wrong %s%n  fixed %s%n  clean %s%n",
                    text(row, "id"), text(row, "label"), target, fixed, clean);
        }
    }

    /// With all fixes that are offered, one after the other, the worst finding first.
    private static String fixed(Language language, String source, String target) {
        String text = target;
        for (int round = 0; round < 6; round++) {
            String now = text;
            Optional<Fix> fix =
                    findings(language, source, now).stream()
                            .flatMap(finding ->
                                    FIXES
                                            .of(
                                                    UnitKind.TRANSLATION,
                                                    language,
                                                    source,
                                                    now,
                                                    finding)
                                            .stream())
                            .findFirst();
            if (fix.isEmpty()) {
                break;
            }
            text = fix.get().on(now);
        }
        return text;
    }

    private static List<QaFinding> findings(Language language, String source, String target) {
        return new Inspector()
                .inspect(UnitKind.TRANSLATION, language, source, target).findings().stream()
                        .filter(finding -> finding.severity().atLeast(Severity.MINOR))
                        .toList();
    }

    /// What a text says apart from its words.
    private static List<List<String>> values(Language language, String text) {
        Side side = Side.of(text, language);
        return List.of(
                NumberReader.read(side.masked(), language).stream()
                        .map(quantity -> quantity.value().toPlainString())
                        .sorted()
                        .toList(),
                Tokens.names(side.masked()).stream()
                        .map(span -> span.of(text))
                        .filter(EntityCheck::isName)
                        .sorted()
                        .toList(),
                side.addresses().stream().map(span -> span.of(text)).sorted().toList(),
                side.spans().stream().map(span -> whole(span.span(), text)).sorted().toList());
    }

    private static String whole(Span span, String text) {
        return squeezed(span.of(text));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static String base(JsonNode row) {
        return text(row, "base_id") + text(row, "lang") + text(row, "group") + text(row, "source");
    }

    private static String text(JsonNode row, String field) {
        return row.get(field).asText();
    }

    @Test
    void a_fix_is_offered_for_what_can_be_put_back() {
        assertThat(TALLIES.get("all").offered()).isGreaterThanOrEqualTo(176);
        for (String label : List.of("bullet-structure", "duplicated-word", "label-changed")) {
            assertThat(TALLIES.get(label).same()).as(label).isEqualTo(TALLIES.get(label).planted());
        }
    }

    @Test
    void the_fixed_text_says_what_the_clean_one_says() {
        Tally all = TALLIES.get("all");

        assertThat(100 * all.value()).isGreaterThanOrEqualTo(97 * all.offered());
        assertThat(100 * all.same()).isGreaterThanOrEqualTo(92 * all.offered());
    }
}
