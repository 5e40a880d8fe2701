package hanji.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SupplyIT {

    private static final Path PROGRAM = Path.of("target/quarkus-app");
    private static final Path DOCUMENT = Path.of("docs/licences.md");

    /// In the program, but made by this build.
    private static final Set<String> OURS =
            Set.of(
                    "quarkus-run.jar",
                    "app/hanji-0.1.0.jar",
                    "quarkus/generated-bytecode.jar",
                    "quarkus/transformed-bytecode.jar");

    /// Permissive ones, and those whose copyleft ends at the library's own files (MPL, EPL) or at
    /// the library (LGPL). Of several, one must be here.
    private static final Set<String> ALLOWED =
            Set.of(
                    "0BSD",
                    "Apache-2.0",
                    "BSD-2-Clause",
                    "BSD-3-Clause",
                    "EPL-1.0",
                    "EPL-2.0",
                    "LGPL-2.1-only",
                    "LGPL-2.1-or-later",
                    "LGPL-3.0-only",
                    "LGPL-3.0-or-later",
                    "MIT",
                    "MIT-0",
                    "MPL-2.0",
                    "Unicode-3.0");

    @Test
    void every_jar_of_the_program_is_listed_with_its_version_and_hash() throws IOException {
        Map<String, Sbom.Component> listed =
                Sbom.read().components().stream()
                        .collect(Collectors.toMap(Sbom.Component::sha256, one -> one));
        Map<String, String> packaged = jars();

        assertThat(packaged).hasSizeGreaterThan(100);
        assertThat(packaged)
                .allSatisfy((file, hash) -> {
                    assertThat(listed).as(file).containsKey(hash);
                    assertThat(file)
                            .endsWith("-%s.jar".formatted(listed.get(hash).version()))
                            .contains(listed.get(hash).name().replace(':', '.'));
                });
    }

    private static Map<String, String> jars() throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> all = Files.walk(PROGRAM)) {
            for (Path jar : all.filter(file -> file.toString().endsWith(".jar")).toList()) {
                String name = PROGRAM.relativize(jar).toString();
                if (!OURS.contains(name)) {
                    hashes.put(name, sha256(Files.readAllBytes(jar)));
                }
            }
        }
        return hashes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void every_dependency_has_a_licence_that_is_allowed() throws IOException {
        assertThat(refused(Sbom.read().components())).isEmpty();
    }

    @Test
    void a_licence_that_is_not_on_the_list_is_refused() {
        assertThat(
                        refused(
                                List.of(
                                        component("a:copyleft", "GPL-3.0-only"),
                                        component("a:network", "AGPL-3.0-only"),
                                        component("a:none"),
                                        component("a:choice", "GPL-2.0-only", "EPL-2.0"),
                                        component("a:free", "MIT"))))
                .containsExactly(
                        "a:copyleft [GPL-3.0-only]", "a:network [AGPL-3.0-only]", "a:none []");
    }

    private static List<String> refused(List<Sbom.Component> components) {
        return components.stream()
                .filter(one -> one.licences().stream().noneMatch(ALLOWED::contains))
                .map(one -> one.name() + " " + one.licences())
                .toList();
    }

    private static Sbom.Component component(String name, String... licences) {
        return new Sbom.Component(name, "1", "", List.of(licences));
    }

    /// The right text lies in target/licences.md afterwards, to be copied when a dependency
    /// changed.
    @Test
    void the_document_lists_them() throws IOException {
        String right = document(Sbom.read().components());
        Files.writeString(Path.of("target/licences.md"), right);

        assertThat(DOCUMENT)
                .as("docs/licences.md; the right one is target/licences.md")
                .hasContent(right);
    }

    /// Brotli's native part is another one on each kind of machine.
    private static String anywhere(String name) {
        return name.replaceFirst(":native-(linux|osx|windows)-\\w+$", ":native-*");
    }

    private static String document(List<Sbom.Component> components) {
        StringBuilder text =
                new StringBuilder(
                        """
                        # Licences

                        What the server is made of beside Hanji itself (Apache-2.0), as `target/sbom.json` lists it. Where a library has
                        several licences, one may be chosen. `SupplyIT` fails when this table is not right, and when a
                        library has none of these: %s.

                        | library | version | licence |
                        |---|---|---|
                        """
                                .formatted(
                                        ALLOWED.stream()
                                                .sorted()
                                                .collect(Collectors.joining(", "))));
        components.stream()
                .map(one ->
                        "| %s | %s | %s |\n"
                                .formatted(
                                        anywhere(one.name()),
                                        one.version(),
                                        String.join(" or ", one.licences())))
                .sorted()
                .forEach(text::append);
        return text.toString();
    }
}
