package hanji.memory;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Language;
import hanji.store.Database;
import hanji.store.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of the index when its process, or its files, come to harm.
@Timeout(120)
class MemoryKillTest {

    private static final int DIGESTS = 40;

    @TempDir private Path folder;

    /// Approves and remembers until it is killed.
    static final class Victim {

        private Victim() {}

        public static void main(String[] args) throws Exception {
            Path data = Path.of(args[0]);
            try (Database database = Database.open(DatabaseAddress.inFolder(data));
                    Remembering remembering = new Remembering(database, data.resolve("memory"))) {
                for (int n = Integer.parseInt(args[1]); n < DIGESTS; n++) {
                    approved(remembering, n);
                    remembering.caughtUp();
                    System.out.println(n);
                }
            }
        }
    }

    private static void approved(Remembering remembering, int n) {
        String day = "2026-%02d-%02d".formatted(1 + n / 28, 1 + n % 28);
        remembering.add(day, "Paper " + n, "글 " + n + "의 확산 모델을 빠르게 만드는 방법.");
        if (remembering.item(day, 1, Language.EN).version() == 0) {
            remembering.approve(day, 1, Language.EN, "Text " + n);
        }
    }

    private int remembered() {
        try (Database database = Database.open(DatabaseAddress.inFolder(folder));
                Remembering remembering =
                        new Remembering(database, folder.resolve("memory")).caughtUp()) {
            int found =
                    remembering
                            .memory
                            .find(new Concordance("확산", null, 0, Concordance.MOST))
                            .hits()
                            .size();
            assertThat(found).isEqualTo(remembering.bench.workbench.digestCount());
            return found;
        }
    }

    @Test
    void what_a_killed_process_leaves_is_usable_or_made_again() throws Exception {
        int from = 0;
        for (int until : new int[] {4, 11, 23}) {
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
                    Remembering again = new Remembering(database, null)) {
                approved(again, until + 1); // killed between the import and the approval
            }
            assertThat(remembered()).isGreaterThanOrEqualTo(until + 1);
        }
    }

    @Test
    void a_damaged_or_missing_index_is_made_again() throws IOException {
        try (Database database = Database.open(DatabaseAddress.inFolder(folder));
                Remembering remembering = new Remembering(database, folder.resolve("memory"))) {
            for (int n = 0; n < 3; n++) {
                approved(remembering, n);
            }
            remembering.caughtUp();
        }
        for (Path file : files()) {
            if (!file.getFileName().toString().equals("write.lock")) {
                byte[] bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
        assertThat(remembered()).isEqualTo(3);
        for (Path file : files()) {
            Files.delete(file);
        }
        assertThat(remembered()).isEqualTo(3);
    }

    @Test
    void an_index_that_missed_something_catches_up() {
        try (Database database = Database.open(DatabaseAddress.inFolder(folder))) {
            try (Remembering with = new Remembering(database, folder.resolve("memory"))) {
                approved(with, 0);
                with.caughtUp();
            }
            try (Remembering without = new Remembering(database, null)) {
                approved(without, 1);
            }
        }
        assertThat(remembered()).isEqualTo(2);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("memory"))) {
            return files.toList();
        }
    }
}
