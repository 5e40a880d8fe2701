package hanji.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.segment.Language;
import hanji.segment.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// That every sentence which a page can show has its Korean is read off the sources.
class ProblemTextsTest {

    /// Nothing of it comes to a page.
    private static final Pattern ELSEWHERE =
            Pattern.compile(
                    // the terminal
                    "hanji/(cli|fixture)/.*"
                            // taking and restoring backups, which the command line alone does
                            + "|hanji/store/(Backup|BackupFile|Restore)\\.java"
                            // files of other tools come in through the API and the command line
                            + "|hanji/exchange/.*"
                            // bodies of the API, whose answers are English by contract
                            + "|hanji/web/(\\w+Api|BatchAsked|EffectAsked|WordingAsked|EffectAnswers|Translating)\\.java"
                            // the doors for clients of DeepL and LibreTranslate
                            + "|hanji/web/(DeepL|Libre)\\w*\\.java");

    /// What is no constant, and why that is well.
    private static final Set<ProblemTemplates.Unknown> NOT_CONSTANT =
            Set.of(
                    // what a model's server said, kept with the unit as it was: shown in English
                    new ProblemTemplates.Unknown("hanji/workbench/Workbench.java", "none.reason()"),
                    // templates are handed through
                    new ProblemTemplates.Unknown("hanji/segment/Problem.java", "template"),
                    // names of languages, which are added below
                    new ProblemTemplates.Unknown("hanji/segment/Language.java", "english"),
                    // stored sentences; those without arguments are templates themselves
                    new ProblemTemplates.Unknown("hanji/web/BatchViews.java", "batch.problem()"),
                    new ProblemTemplates.Unknown("hanji/web/BatchViews.java", "failure.reason()"),
                    new ProblemTemplates.Unknown("hanji/web/BenchViews.java", "run.problem()"));

    private static final Pattern PLACE = Pattern.compile("%(?:(\\d+)\\$)?[,]?([sd])");

    private final ProblemTemplates sources = ProblemTemplates.in(Path.of("src/main/java"));
    private final Map<String, String> korean = catalogue();

    ProblemTextsTest() throws IOException {}

    private static Map<String, String> catalogue() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(
                        ProblemTexts.class.getResourceAsStream("problems_ko.json"))) {
            return new ObjectMapper()
                    .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                    .readValue(file, new TypeReference<>() {});
        }
    }

    private Stream<ProblemTemplates.Template> shown() {
        return sources.templates.stream().filter(one -> !ELSEWHERE.matcher(one.file()).matches());
    }

    @Test
    void every_sentence_of_a_page_has_its_korean_and_nothing_else_has() {
        Stream<String> languages =
                Arrays.stream(Language.values()).map(Language::named).map(Sentence::template);

        assertThat(korean.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(shown().map(ProblemTemplates.Template::text), languages)
                                .collect(toSet()));
    }

    @Test
    void a_template_is_a_constant() {
        assertThat(sources.unknown)
                .filteredOn(one -> !ELSEWHERE.matcher(one.file()).matches())
                .containsAll(NOT_CONSTANT)
                .allSatisfy(one -> assertThat(one).isIn(NOT_CONSTANT));
    }

    @Test
    void a_template_is_given_what_it_asks_for() {
        assertThat(sources.templates)
                .hasSizeGreaterThan(300)
                .allSatisfy(one ->
                        assertThat(one.args() == 0 ? 0 : places(one.text()).size())
                                .as("%s: %s", one.file(), one.text())
                                .isEqualTo(one.args()));
    }

    @Test
    void korean_templates_take_the_same_arguments() {
        Map<String, Set<Integer>> args =
                shown().collect(
                                groupingBy(
                                        ProblemTemplates.Template::text,
                                        mapping(ProblemTemplates.Template::args, toSet())));

        assertThat(korean)
                .allSatisfy((english, text) -> {
                    if (args.getOrDefault(english, Set.of(0)).equals(Set.of(0))) {
                        assertThat(text).doesNotContain("%s", "%d");
                    } else {
                        assertThat(places(text)).as(english).isEqualTo(places(english));
                    }
                });
    }

    /// Which one is right depends on how the argument ends, so sentences do without.
    @Test
    void no_particle_hangs_on_an_argument() {
        Pattern hanging =
                Pattern.compile("%[\\d$,]*[sd][”>;]?(은|는|이|가|을|를|와|과|로|으로|라는|이라는|나|이나)(?![가-힣])");

        assertThat(korean)
                .allSatisfy((english, text) -> assertThat(text).doesNotContainPattern(hanging));
    }

    /// Position to conversion; a percent sign is none.
    private static Map<Integer, String> places(String template) {
        Map<Integer, String> places = new TreeMap<>();
        Matcher place = PLACE.matcher(template.replace("%%", ""));
        for (int next = 1; place.find(); ) {
            int at = place.group(1) == null ? next++ : Integer.parseInt(place.group(1));
            places.put(at, place.group(2));
        }
        return places;
    }

    @Test
    void arguments_stand_where_korean_has_them_and_parts_are_korean_too() {
        Sentence said =
                Sentence.of(
                        "No translation of %s into %s is approved: approve some before publishing.",
                        "2026-03-02", Language.JA.named());

        assertThat(ProblemTexts.in(Locale.ENGLISH, said))
                .isEqualTo(
                        new Told(
                                "No translation of 2026-03-02 into Japanese is approved: approve some before publishing.",
                                "en"));
        assertThat(ProblemTexts.in(Locale.KOREAN, said))
                .isEqualTo(new Told("2026-03-02의 일본어 번역 가운데 승인된 것이 없습니다. 먼저 승인한 뒤 발행하세요.", "ko"));
    }

    @Test
    void what_has_no_korean_is_english_as_a_whole() {
        for (Sentence said :
                List.of(
                        Sentence.of("The model hung up."),
                        Sentence.of("Line %d: %s", 3, Sentence.of("the <%s> is odd.", "b")))) {
            assertThat(ProblemTexts.in(Locale.KOREAN, said))
                    .isEqualTo(new Told(said.toString(), "en"));
        }
    }
}
