package hanji.termbase;

import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.digest.DigestParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The bullets of a folder of digests.
public final class RealGlosses {

    private RealGlosses() {}

    /// In the order of the files' names.
    public static List<Passage> passages(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files =
                    walk.filter(file -> file.toString().endsWith(".md"))
                            .filter(file -> !file.endsWith("README.md"))
                            .sorted()
                            .toList();
        }
        DigestParser parser = new DigestParser();
        List<Passage> passages = new ArrayList<>();
        for (Path file : files) {
            Digest digest = parser.parse(file.getFileName().toString(), Files.readAllBytes(file));
            for (DigestEntry entry : digest.entries()) {
                String paper = file.getFileName() + " " + entry.number();
                for (Bullet bullet : entry.bullets()) {
                    passages.add(new Passage(paper, paper + "." + bullet.number(), bullet.text()));
                }
            }
        }
        return passages;
    }
}
