package hanji.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.digest.Bullet;
import hanji.publish.Which;
import hanji.segment.Language;
import hanji.testing.Bench;
import hanji.testing.Shared;
import hanji.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All real digests through the database.
@EnabledIf("hanji.testing.Shared#present")
class RealDigestsFlowTest {

    private static Map<Path, byte[]> files() throws IOException {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        try (var walk = Files.walk(Shared.dir("digests"))) {
            for (Path file :
                    walk.filter(file -> file.toString().matches(".*\\d{4}.\\d{2}.\\d{2}\\.md"))
                            .sorted()
                            .toList()) {
                files.put(file, Files.readAllBytes(file));
            }
        }
        return files;
    }

    @ParameterizedTest
    @EnumSource
    void every_bullet_is_a_unit_and_every_file_comes_back(TestDatabase.Kind kind)
            throws IOException {
        Map<Path, byte[]> files = files();
        try (TestDatabase database = TestDatabase.of(kind);
                Bench bench = new Bench(database.database(), Bench.recorded())) {
            int entries = 0;
            int bullets = 0;
            int units = 0;
            for (var file : files.entrySet()) {
                ImportOutcome outcome = add(bench, file);
                assertThat(outcome).isInstanceOf(ImportOutcome.Created.class);
                StoredDigest digest = outcome.digest();
                entries += digest.entries().size();
                bullets +=
                        (int)
                                digest.entries().stream()
                                        .flatMap(entry -> entry.segments().stream())
                                        .filter(segment ->
                                                segment.bullet().kind() == Bullet.Kind.BULLET
                                                        && segment.bullet().depth() == 0)
                                        .count();
                units += bench.translations(digest.key(), Language.EN).size();
                assertThat(bench.publisher.markdown(digest.key(), Language.EN, Which.ANY))
                        .isEqualTo(new String(file.getValue(), StandardCharsets.UTF_8));
            }
            assertThat(files).hasSize(185);
            assertThat(entries).isEqualTo(2_765);
            assertThat(bullets).isEqualTo(10_902);
            assertThat(units).isEqualTo(10_902 + 5);

            Map<String, Long> before = database.counts();
            assertThat(before)
                    .containsEntry("digest", 185L)
                    .containsEntry("digest_revision", 185L)
                    .containsEntry("entry", 2_765L)
                    .containsEntry("segment", 10_907L)
                    .containsEntry("unit", 0L);
            for (var file : files.entrySet()) {
                assertThat(add(bench, file)).isInstanceOf(ImportOutcome.Unchanged.class);
            }
            assertThat(database.counts()).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    void stored_bytes_and_ids_are_those_imported(TestDatabase.Kind kind) throws IOException {
        var file = files().entrySet().stream().skip(30).findFirst().orElseThrow();
        try (TestDatabase database = TestDatabase.of(kind);
                Bench bench = new Bench(database.database(), Bench.recorded())) {
            StoredDigest imported = add(bench, file).digest();

            try (Bench later = new Bench(database.reopen(), Bench.recorded())) {
                StoredDigest read = later.workbench.digest(imported.key());
                assertThat(read.digest().bytes()).isEqualTo(file.getValue());
                assertThat(read.entries()).isEqualTo(imported.entries());
                assertThat(read.revision()).isEqualTo(1);
                assertThat(read.importedAt()).isEqualTo(imported.importedAt());
            }
        }
    }

    private static ImportOutcome add(Bench bench, Map.Entry<Path, byte[]> file) {
        return bench.workbench.importDigest(
                file.getKey().getFileName().toString(), file.getValue(), null);
    }
}
