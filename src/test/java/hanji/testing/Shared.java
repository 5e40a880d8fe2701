package hanji.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder beside the project that holds real data, which stays outside of it. `HANJI_SHARED`
/// (property or environment variable) names another one.
public final class Shared {

    private Shared() {}

    /// For `@EnabledIf`: whether the folder is there.
    ///
    /// @throws IllegalStateException when it is missing in CI, where no test may be left out
    ///   quietly
    public static boolean present() {
        var present = Files.isDirectory(root());
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException(
                    root() + " is missing: set HANJI_SHARED to the folder with the real data");
        }
        return present;
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
