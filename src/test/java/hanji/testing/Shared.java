package hanji.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/// The measurement data that stands beside the project, or where `HANJI_SHARED` says.
public final class Shared {

    private Shared() {}

    /// Whether it is there.
    ///
    /// @throws IllegalStateException when it is missing and `CI=true`
    public static boolean present() {
        boolean present = Files.isDirectory(root());
        if (!present && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("no shared data in " + root() + ": set HANJI_SHARED");
        }
        return present;
    }

    public static Path dir(String name) {
        return root().resolve(name);
    }

    private static Path root() {
        String property = System.getProperty("HANJI_SHARED");
        String variable = System.getenv("HANJI_SHARED");
        return Path.of(property != null ? property : variable != null ? variable : "../shared");
    }
}
