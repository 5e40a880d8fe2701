package hanji.qa;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.termbase.ImportFile;
import hanji.termbase.TargetText;
import hanji.termbase.TermEntry;
import hanji.termbase.TermMatch;
import hanji.termbase.Terms;
import hanji.testing.Shared;
import hanji.testing.TmxAnswers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The table of terminology in `docs/checks.md`: the glossary of 2024-01-26 against the reference
/// texts of that day, good ones and ones in which the term is another.
@EnabledIf("hanji.testing.Shared#present")
class TerminologyMeasuredTest {

    private static final class Counts {
        int texts;
        int alarms;
        int terms;
        int verbatim;
        int inflected;
        int apart;
        int planted;
        int caught;

        int found() {
            return verbatim + inflected + apart;
        }
    }

    private final List<TermEntry> glossary = glossary();
    private final Terms terms = new Terms(glossary);
    private final Inspector inspector = new Inspector(Grading.USUAL, () -> terms);

    private static List<TermEntry> glossary() {
        try {
            ImportFile file =
                    ImportFile.read(
                            Files.readAllBytes(
                                    Shared.dir("reference").resolve("2024-01-26.glossary.csv")));
            assertThat(file.unusable()).isEmpty();
            List<TermEntry> entries = new ArrayList<>();
            for (ImportFile.Row row : file.rows()) {
                entries.add(new TermEntry(row.line(), 1, row.concept(), "An", Instant.EPOCH));
            }
            return entries;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_glossary_is_found_in_the_reference_texts_and_its_absence_is_noticed() {
        assertThat(glossary).hasSize(78);
        Map<Language, Counts> all = new EnumMap<>(Language.class);
        TmxAnswers.read(Shared.dir("reference").resolve("2024-01-26.tmx"))
                .units()
                .forEach((korean, texts) -> {
                    for (Language language : Language.TARGETS) {
                        count(
                                all.computeIfAbsent(language, _ -> new Counts()),
                                language,
                                korean,
                                texts.getOrDefault(language.tag(), ""));
                    }
                });

        System.out.println(
                "| language | terms | found | verbatim | inflected | apart | recall | texts | false alarms | exchanged | noticed |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        all.forEach((language, counts) -> System.out.println(row(language, counts)));

        all.forEach((language, counts) -> {
            assertThat(counts.texts).isEqualTo(90);
            assertThat(counts.terms).as(language.tag()).isGreaterThan(140);
            assertThat(100 * counts.found())
                    .as("recall in %s", language)
                    .isGreaterThanOrEqualTo(95 * counts.terms);
            assertThat(100 * counts.caught)
                    .as("exchanged terms noticed in %s", language)
                    .isGreaterThanOrEqualTo(95 * counts.planted);
        });
        int texts = all.values().stream().mapToInt(counts -> counts.texts).sum();
        int alarms = all.values().stream().mapToInt(counts -> counts.alarms).sum();
        assertThat(100 * alarms).isLessThanOrEqualTo(2 * texts);
    }

    private void count(Counts counts, Language language, String korean, String text) {
        counts.texts++;
        counts.alarms += findings(language, korean, text) > 0 ? 1 : 0;
        TargetText target = new TargetText(text, language);
        for (TermMatch match : terms.match(korean, language)) {
            counts.terms++;
            Optional<TargetText.Found> found = target.find(match.targets().getFirst());
            if (found.isPresent()) {
                switch (found.get().form()) {
                    case VERBATIM -> counts.verbatim++;
                    case INFLECTED -> counts.inflected++;
                    case APART -> counts.apart++;
                }
                plant(counts, language, korean, text, match, found.get());
            }
        }
    }

    /// Puts another word of the glossary in the place of a term that stands there once.
    private void plant(
            Counts counts,
            Language language,
            String korean,
            String text,
            TermMatch match,
            TargetText.Found found) {
        String other =
                glossary.get((int) ((match.entry().id() + 31) % glossary.size()))
                        .concept()
                        .terms(language)
                        .getFirst()
                        .text();
        String changed =
                text.substring(0, found.span().start())
                        + other
                        + text.substring(found.span().end());
        boolean again = new TargetText(changed, language).find(found.term()).isPresent();
        if (found.form() == TargetText.Form.APART || again) {
            return;
        }
        counts.planted++;
        counts.caught +=
                findings(language, korean, changed) > findings(language, korean, text) ? 1 : 0;
    }

    private int findings(Language language, String korean, String text) {
        return inspector
                .inspect(UnitKind.TRANSLATION, language, korean, text, "terminology"::equals)
                .findings()
                .size();
    }

    private static String row(Language language, Counts counts) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %d | %d | %.1f | %d | %d | %d | %d |",
                language,
                counts.terms,
                counts.found(),
                counts.verbatim,
                counts.inflected,
                counts.apart,
                100.0 * counts.found() / counts.terms,
                counts.texts,
                counts.alarms,
                counts.planted,
                counts.caught);
    }
}
