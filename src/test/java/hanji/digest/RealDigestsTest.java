package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Label;
import hanji.testing.Shared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/// The real digests; the expected counts were made with other means than this parser.
@EnabledIf("hanji.testing.Shared#present")
class RealDigestsTest {

    private static List<Path> files() throws IOException {
        try (var walk = Files.walk(Shared.dir("digests"))) {
            return walk.filter(file -> file.toString().matches(".*\\d{4}.\\d{2}.\\d{2}\\.md"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<Path, Digest> digests() throws IOException {
        var digests = new LinkedHashMap<Path, Digest>();
        for (var file : files()) {
            digests.put(
                    file,
                    new DigestParser()
                            .parse(file.getFileName().toString(), Files.readAllBytes(file)));
        }
        return digests;
    }

    @Test
    void nothingIsMissed() throws IOException {
        var entries =
                digests().values().stream().flatMap(digest -> digest.entries().stream()).toList();
        assertThat(files()).hasSize(185);
        assertThat(entries).hasSize(2_765);
        assertThat(entries.stream().map(DigestEntry::arxivId).filter(Objects::nonNull))
                .hasSize(2_765);
        assertThat(entries.stream().map(DigestEntry::votes).filter(Objects::nonNull))
                .hasSize(2_705);
        assertThat(
                        entries.stream()
                                .map(DigestEntry::votes)
                                .filter(Objects::nonNull)
                                .mapToInt(v -> v)
                                .sum())
                .isEqualTo(33_427);
        assertThat(entries).noneMatch(entry -> entry.authors().isEmpty());
        assertThat(entries.stream().mapToInt(entry -> entry.authors().size()).sum())
                .isEqualTo(24_509);
        var media =
                entries.stream().flatMap(entry -> entry.media().stream()).map(Media::kind).toList();
        assertThat(media.stream().filter(Predicate.isEqual(Media.Kind.IMAGE))).hasSize(2_687);
        assertThat(media.stream().filter(Predicate.isEqual(Media.Kind.VIDEO))).hasSize(78);
    }

    @Test
    void everyBulletIsASegment() throws IOException {
        var counts = new TreeMap<String, Integer>();
        var labels = 0;
        for (var digest : digests().values()) {
            for (var entry : digest.entries()) {
                for (var bullet : entry.bullets()) {
                    counts.merge(bullet.kind() + " " + bullet.depth(), 1, Integer::sum);
                    labels += Label.of(bullet.text()).length() > 0 ? 1 : 0;
                    assertThat(bullet.span().of(digest.text())).isEqualTo(bullet.text());
                }
            }
        }
        // the files of today nest nothing and wrap nothing; the five ordered items are those of
        // 2024-08-15
        assertThat(counts).isEqualTo(Map.of("BULLET 0", 10_902, "ORDERED 0", 5));
        assertThat(labels).isEqualTo(6_068 + 5);
    }

    @Test
    void keyIsTheDateOfThePath() throws IOException {
        digests()
                .forEach((file, digest) ->
                        assertThat(digest.key())
                                .isEqualTo(
                                        Shared.dir("digests")
                                                .relativize(file)
                                                .toString()
                                                .replace(".md", "")
                                                .replace(
                                                        file.getFileSystem().getSeparator(), "-")));
    }

    @Test
    void exportedByteForByte() throws IOException {
        var writer = new DigestWriter();
        for (var digest : digests().entrySet()) {
            var bytes = Files.readAllBytes(digest.getKey());
            assertThat(digest.getValue().bytes()).isEqualTo(bytes);
            assertThat(writer.splice(digest.getValue(), Map.of()).getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(bytes);
        }
    }

    @Test
    void ownTextsAsTargetsChangeNothing() throws IOException {
        for (var digest : digests().values()) {
            var own = new LinkedHashMap<Bullet, String>();
            digest.entries()
                    .forEach(entry ->
                            entry.bullets().forEach(bullet -> own.put(bullet, bullet.text())));
            assertThat(new DigestWriter().splice(digest, own)).isEqualTo(digest.text());
        }
    }

    @Test
    void nothingInThemIsOdd() throws IOException {
        assertThat(digests().values().stream().flatMap(digest -> digest.findings().stream()))
                .isEmpty();
    }

    @Test
    void windowsLineEndsGiveTheSameEntries() throws IOException {
        for (var digest : digests().values()) {
            var copy = digest.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var read = new DigestParser().parse(digest.name(), copy);
            assertThat(read.bytes()).isEqualTo(copy);
            assertThat(Samples.content(read)).isEqualTo(Samples.content(digest));
        }
    }
}
