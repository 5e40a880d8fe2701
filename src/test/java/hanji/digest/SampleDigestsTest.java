package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The sample digests that come with the program.
class SampleDigestsTest {

    private static final Path FOLDER = Path.of("fixtures", "digests");

    @TestFactory
    Stream<DynamicTest> readAndWrittenBack() throws IOException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.empty();
        }
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".md")).toList().stream()
                    .map(file ->
                            DynamicTest.dynamicTest(file.toString(), () -> requireSameBytes(file)));
        }
    }

    private static void requireSameBytes(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        var digest = new DigestParser().parse(file.getFileName().toString(), bytes);
        assertThat(digest.bulletCount()).isPositive();
        assertThat(new DigestWriter().splice(digest, Map.of()).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(bytes);
    }
}
