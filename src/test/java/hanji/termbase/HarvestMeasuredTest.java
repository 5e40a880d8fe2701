package hanji.termbase;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.SourceHash;
import hanji.testing.Shared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/// What the real digests propose: how much of it is right, and whether nothing is left out.
@EnabledIf("hanji.testing.Shared#present")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HarvestMeasuredTest {

    private static final int SAMPLE = 200;

    private static final Path JUDGEMENTS =
            Path.of("src/test/resources/termbase/harvest-judgements.txt");

    private List<Proposal> proposals = List.of();

    @BeforeAll
    void read_all_digests() throws IOException {
        proposals = Harvest.of(RealGlosses.passages(Shared.dir("digests")));
    }

    private record Pair(String korean, String english) {

        /// Says nothing of the pair to whoever does not have it.
        String hash() {
            return SourceHash.of(korean + "\n" + english).hex().substring(0, 16);
        }
    }

    /// The pairs whose hashes come first: the same ones whatever else is proposed.
    private List<Pair> sample() {
        return proposals.stream()
                .flatMap(proposal ->
                        proposal.forms().stream()
                                .map(form -> new Pair(form.korean(), proposal.english())))
                .sorted(Comparator.comparing(Pair::hash))
                .limit(SAMPLE)
                .toList();
    }

    @Test
    void at_least_95_of_100_proposals_are_right() throws IOException {
        Map<String, Boolean> judged =
                Files.readAllLines(JUDGEMENTS).stream()
                        .filter(line -> !line.startsWith("#"))
                        .map(line -> line.split(" "))
                        .collect(Collectors.toMap(line -> line[0], line -> line[1].equals("y")));
        List<Pair> sample = sample();

        assertThat(sample).hasSize(SAMPLE);
        assertThat(sample)
                .as("judge these and add them to %s", JUDGEMENTS)
                .allSatisfy(pair -> assertThat(judged).containsKey(pair.hash()));
        long right = sample.stream().filter(pair -> judged.get(pair.hash())).count();
        assertThat(100 * right).isGreaterThanOrEqualTo(95 * SAMPLE);
    }

    private List<String> forms(String english) {
        return proposals.stream()
                .filter(proposal -> proposal.english().equals(english))
                .flatMap(proposal -> proposal.forms().stream())
                .map(form -> form.korean().replace(" ", ""))
                .toList();
    }

    @Test
    void competing_forms_of_the_great_terms_are_all_there() {
        assertThat(forms("large language model")).contains("대형언어모델", "대규모언어모델", "거대언어모델", "큰언어모델");
        assertThat(forms("fine-tuning")).contains("미세조정", "파인튜닝");
        assertThat(forms("pre-training")).contains("사전학습", "사전훈련");
    }
}
