package hanji.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// Builds the sources twice, in folders of different names, and compares the packaged programs byte
/// for byte. Ends with 1 when more differs than Quarkus's own start-up code, whose recorded values
/// are numbered in the order in which its build threads happen to run.
public final class ReproduceBench {

    private static final String RECORDED = "quarkus/generated-bytecode.jar";

    private static final List<String> SOURCES = List.of("pom.xml", "mvnw", ".mvn", "src");

    private ReproduceBench() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("hanji-reproduce");
        boolean same;
        try {
            Path first = built(folder.resolve("one"));
            Path second = built(folder.resolve("another-longer-one"));
            same = compared(first, second);
        } finally {
            delete(folder);
        }
        System.exit(same ? 0 : 1);
    }

    private static Path built(Path folder) throws IOException, InterruptedException {
        for (String source : SOURCES) {
            copy(Path.of(source), folder.resolve(source));
        }
        System.err.println("building in " + folder);
        // the list of libraries needs the network, and is no part of the program
        int exit =
                new ProcessBuilder(
                                "./mvnw", "-q", "-B", "-DskipTests", "-Dcyclonedx.skip", "package")
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start()
                        .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("the build failed");
        }
        return folder.resolve("target/quarkus-app");
    }

    private static boolean compared(Path first, Path second) throws IOException {
        Map<String, byte[]> one = files(first);
        Map<String, byte[]> other = files(second);
        Set<String> different = different(one, other);
        System.out.printf(
                "%d files, %d of them the same byte for byte%n",
                one.size(), one.size() - different.size());
        boolean known = different.remove(RECORDED);
        different.forEach(name -> System.out.println("different: " + name));
        return different.isEmpty()
                && (!known || recorded(first.resolve(RECORDED), second.resolve(RECORDED)));
    }

    /// Whether the same classes are there.
    private static boolean recorded(Path first, Path second) throws IOException {
        Map<String, byte[]> one = classes(first);
        Map<String, byte[]> other = classes(second);
        Set<String> different = different(one, other);
        System.out.printf(
                "%s: %d classes, %d of them the same; the others are Quarkus's numbering%n",
                RECORDED, one.size(), one.size() - different.size());
        different.removeIf(
                name -> name.matches("io/quarkus/(runner/recorded|runtime/generated)/.*"));
        different.forEach(name -> System.out.println("different: " + name));
        return different.isEmpty() && one.keySet().equals(other.keySet());
    }

    private static Set<String> different(Map<String, byte[]> one, Map<String, byte[]> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Arrays.equals(one.get(name), other.get(name)));
        return names;
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return all;
    }

    private static Map<String, byte[]> classes(Path jar) throws IOException {
        Map<String, byte[]> all = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return all;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(ReproduceBench::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
