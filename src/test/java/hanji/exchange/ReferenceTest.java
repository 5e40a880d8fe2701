package hanji.exchange;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.batch.Run;
import hanji.publish.Which;
import hanji.review.Comments;
import hanji.review.ReviewItem;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.TargetState;
import hanji.termbase.Termbase;
import hanji.testing.Bench;
import hanji.testing.Shared;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import hanji.testing.TmxAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// A real digest and its reference translation, as a file of another tool.
@EnabledIf("hanji.testing.Shared#present")
class ReferenceTest {

    private static final String KEY = "2024-01-26";

    private final Path file = Shared.dir("reference").resolve(KEY + ".tmx");

    @TempDir private Path folder;

    @AutoClose private final StubModelServer server = StubModelServer.start(TmxAnswers.read(file));
    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private Bench bench;
    private ImportReport report;

    @BeforeEach
    void comes_in() throws IOException {
        bench = new Bench(database.database(), Bench.asking(server));
        bench.add("26.md", Files.readString(Shared.dir("digests").resolve("2024/01/26.md")));
        report = bring();
    }

    private ImportReport bring() throws IOException {
        return new DigestImport(bench.workbench)
                .bring(
                        KEY,
                        FileFormat.TMX,
                        Files.readAllBytes(file),
                        new DigestImport.Wish(null, TargetState.FINAL, false, false),
                        Bench.EDITOR);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void ninety_bullets_in_four_languages_are_reviewed_and_nothing_is_left_to_ask()
            throws IOException {
        assertThat(report.tool()).isEqualTo("hanji-reference 1");
        assertThat(report.added()).isEqualTo(360);
        assertThat(report.rows()).hasSize(360);
        for (Language language : Language.TARGETS) {
            assertThat(bench.translations(KEY, language))
                    .hasSize(90)
                    .extracting(ReviewItem::state)
                    .containsOnly(TargetState.REVIEWED);
            bench.translate(KEY, language);
        }
        assertThat(server.calls()).isZero();
        assertThat(bring().same()).isEqualTo(360);
    }

    @Test
    void another_copy_of_the_digest_is_drafted_out_of_the_memory() throws IOException {
        bench.workbench.importDigest(
                "copy.md",
                Files.readAllBytes(Shared.dir("digests").resolve("2024/01/26.md")),
                "copy");
        bench.memory.catchUp();

        for (Language language : Language.TARGETS) {
            Run run = bench.translate("copy", language);

            assertThat(bench.batches.progress(run.id()).counts().reused()).isEqualTo(90);
            assertThat(bench.translations("copy", language))
                    .allSatisfy(item -> {
                        assertThat(item.state()).isEqualTo(TargetState.TRANSLATED);
                        assertThat(requireNonNull(item.target()).provenance())
                                .isInstanceOfSatisfying(
                                        Provenance.Memory.class,
                                        memory -> {
                                            assertThat(memory.digest()).isEqualTo(KEY);
                                            assertThat(memory.tool()).contains("hanji-reference 1");
                                        });
                    });
        }
        assertThat(server.calls()).isZero();
    }

    @Test
    void it_goes_out_with_the_same_content() throws IOException {
        DigestExchange exchange =
                new DigestExchange(
                        bench.publisher,
                        new Termbase(database.database(), bench.clock),
                        new Comments(database.database(), bench.clock, false),
                        bench.clock);
        String written = exchange.file(KEY, null, FileFormat.TMX, Which.REVIEWED).content();
        Path out = Files.writeString(folder.resolve("out.tmx"), written);

        Map<String, Map<String, String>> before = TmxAnswers.read(file).units();
        assertThat(before).hasSize(90);
        assertThat(TmxAnswers.read(out).units()).isEqualTo(before);
        assertThat(List.copyOf(FileUnits.read(FileFormat.TMX, Files.readAllBytes(out)).units()))
                .hasSize(360);
    }
}
