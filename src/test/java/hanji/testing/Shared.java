package hanji.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of texts that stands beside the project and not in it: real digests, reference
/// translations. The system property or environment variable `HANJI_SHARED` says where; by default
/// `../shared`.
public final class Shared {

    private Shared() {}

    /// Whether it is here; tests that need it say `@EnabledIf("hanji.testing.Shared#present")`.
    ///
    /// @throws IllegalStateException in CI (`CI=true`) when it is missing, so that nothing is
    ///   skipped unseen there
    public static boolean present() {
        boolean here = Files.isDirectory(root());
        if (!here && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("the shared folder is missing: set HANJI_SHARED");
        }
        return here;
    }

    public static Path dir(String name) {
        return root().resolve(name);
    }

    private static Path root() {
        return Path.of(
                Optional.ofNullable(System.getProperty("HANJI_SHARED"))
                        .or(() -> Optional.ofNullable(System.getenv("HANJI_SHARED")))
                        .orElse("../shared"));
    }
}
