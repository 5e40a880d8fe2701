package hanji.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.Decision;
import hanji.review.Outcome;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.testing.Bench;
import hanji.testing.Shared;
import hanji.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// Every real digest with every bullet approved and published.
@EnabledIf("hanji.testing.Shared#present")
class RealDigestsPublishTest {

    /// What is put around each source to make a target of it.
    private static final Pattern WRAPPED = Pattern.compile("⟦(.*?)⟧", Pattern.DOTALL);

    @Test
    void what_is_published_differs_from_the_source_in_segments_only() throws Exception {
        long begun = System.nanoTime();
        int bullets = 0;
        List<Path> files;
        try (var walk = Files.walk(Shared.dir("digests"))) {
            files =
                    walk.filter(file -> file.toString().matches(".*\\d{4}.\\d{2}.\\d{2}\\.md"))
                            .sorted()
                            .toList();
        }
        try (TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
                Bench bench = new Bench(database.database(), Bench.recorded())) {
            DigestExport export = new DigestExport(bench.publisher);
            for (Path file : files) {
                String source = Files.readString(file, StandardCharsets.UTF_8);
                assertThat(source).doesNotContain("⟦", "⟧");
                String key = bench.add(file.getFileName().toString(), source).digest().key();
                List<String> texts = approved(bench, key);
                bench.publisher.publishAll(key, Language.EN, Bench.EDITOR);

                String markdown =
                        export.file(bench.publisher.published(key, Language.EN), "md").content();

                assertThat(WRAPPED.matcher(markdown).results().map(found -> found.group(1)))
                        .as(key)
                        .containsExactlyElementsOf(texts);
                // without what was put around them, it is the file again, byte for byte
                assertThat(WRAPPED.matcher(markdown).replaceAll(RealDigestsPublishTest::bare))
                        .as(key)
                        .isEqualTo(source);
                bullets += texts.size();
            }
        }
        System.out.printf(
                "published %d digests with %d bullets in %d ms%n",
                files.size(), bullets, (System.nanoTime() - begun) / 1_000_000);
    }

    private static String bare(MatchResult found) {
        return java.util.regex.Matcher.quoteReplacement(found.group(1));
    }

    private static List<String> approved(Bench bench, String key) {
        List<String> texts = new ArrayList<>();
        for (ReviewItem item : bench.translations(key, Language.EN)) {
            String source = item.unit().source();
            texts.add(source);
            assertThat(bench.decide(item, new Decision.Amend("⟦" + source + "⟧", true, "as it is")))
                    .isInstanceOf(Outcome.Done.class);
        }
        return texts;
    }
}
