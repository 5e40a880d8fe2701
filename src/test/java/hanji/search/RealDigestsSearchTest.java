package hanji.search;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.testing.TestDatabase;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against a plain scan of all real digests, blanks between syllables left out.
@EnabledIf("hanji.testing.Shared#present")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealDigestsSearchTest {

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private final Finding finding = new Finding(database.database(), null);

    @BeforeAll
    void digests() throws Exception {
        for (Path file : Finding.real()) {
            finding.add(file);
        }
        long begun = System.nanoTime();
        finding.caughtUp();
        System.out.printf(
                "indexed in %d ms, %d terms glossed%n",
                (System.nanoTime() - begun) / 1_000_000, finding.search.glosses());
    }

    @AfterAll
    void close() {
        finding.close();
        database.close();
    }

    /// Bullets whose text holds it, whatever the blanks.
    private Set<String> scanned(String korean, String english) {
        Pattern wanted = Pattern.compile(korean.replace(" ", "") + "|" + english);
        Set<String> places = new TreeSet<>();
        for (var digest : finding.bench.workbench.digests(0, 1_000)) {
            finding.bench.translations(digest.key(), Language.EN).stream()
                    .filter(item ->
                            wanted.matcher(
                                            item.unit()
                                                    .source()
                                                    .toLowerCase(Locale.ROOT)
                                                    .replaceAll("(?<=[가-힣])\\s+(?=[가-힣])", ""))
                                    .find())
                    .forEach(item ->
                            places.add(
                                    "%s %d.%d"
                                            .formatted(
                                                    digest.key(),
                                                    item.unit().entry(),
                                                    item.unit().number())));
        }
        return places;
    }

    /// The scan knows what the digests gloss a term by too, so that an abbreviation is no false
    /// hit. It does not know RLHF, which the digests gloss as a reinforcement learning, nor verbs
    /// between the words of a term.
    @ParameterizedTest
    @CsvSource({
        "확산 모델, diffusion[ -]models?, 확산모델을, 확산 모델의, diffusion model",
        "강화 학습, reinforcement[ -]learning|\\brl\\b, 강화학습으로, 강화 학습의, reinforcement learning",
        "지식 증류, knowledge[ -]distillation, 지식증류를, 지식 증류의, knowledge distillation"
    })
    void spelling_particles_and_language_do_not_matter(
            String term, String english, String joined, String apart, String foreign) {
        Set<String> wanted = scanned(term, english);
        Set<String> first = finding.all(joined);
        for (String words : new String[] {joined, apart, foreign}) {
            Set<String> found = finding.all(words);
            Set<String> both = new HashSet<>(found);
            both.retainAll(wanted);
            double recall = (double) both.size() / wanted.size();
            double precision = (double) both.size() / found.size();
            System.out.printf(
                    "%s: %d found, %d by scan, recall %.3f, precision %.3f, also as %s%n",
                    words,
                    found.size(),
                    wanted.size(),
                    recall,
                    precision,
                    finding.search.forms(words));
            assertThat(found).as(words).isEqualTo(first);
            assertThat(recall).as(words).isGreaterThanOrEqualTo(0.98);
            assertThat(precision).as(words).isGreaterThanOrEqualTo(0.8);
        }
    }
}
