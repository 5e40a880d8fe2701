package hanji.search;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed while it indexes.
@Timeout(120)
class SearchKillTest {

    private static final int DIGESTS = 40;

    @TempDir private Path folder;

    /// Imports and indexes until it is killed.
    static final class Victim {

        private Victim() {}

        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            try (Database database = Database.open(DatabaseAddress.inFolder(data));
                    Finding finding = new Finding(database, data.resolve("search"))) {
                for (int n = Integer.parseInt(args[1]); n < DIGESTS; n++) {
                    finding.bench.add(n + ".md", digest(n));
                    finding.caughtUp();
                    System.out.println(n);
                }
            }
        }
    }

    static String digest(int n) {
        return IntStream.rangeClosed(1, 20)
                .mapToObj(entry ->
                        "### [Paper %d/%d](https://example.org/%d/%d)\n- 글 %d의 확산 모델.\n"
                                .formatted(n, entry, n, entry, n))
                .collect(
                        Collectors.joining(
                                "\n",
                                "## 2026-%02d-%02d\n\n".formatted(1 + n / 28, 1 + n % 28),
                                ""));
    }

    @Test
    void what_it_leaves_is_usable_or_made_again() throws Exception {
        int from = 0;
        for (int until : new int[] {5, 12, 25}) {
            Process victim =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Victim.class.getName(),
                                    folder.toString(),
                                    String.valueOf(from))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            var out = victim.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals(String.valueOf(until))) {
                    break;
                }
            }
            victim.destroyForcibly().waitFor();
            from = until;

            try (Database database = Database.open(DatabaseAddress.inFolder(folder));
                    Finding finding = new Finding(database, folder.resolve("search")).caughtUp()) {
                assertThat(finding.all("확산모델").size())
                        .isEqualTo(20 * finding.bench.workbench.digestCount())
                        .isGreaterThanOrEqualTo(20 * until);
            }
        }
    }
}
