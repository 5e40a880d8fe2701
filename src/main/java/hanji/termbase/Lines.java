package hanji.termbase;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A word list beside this package: lines of `name: words`, several of one name together, `#`
/// before a remark.
record Lines(Map<String, Set<String>> byName) {

    static Lines read(String file) {
        Map<String, Set<String>> words = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(Lines.class.getResourceAsStream(file)),
                                StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(": "))
                    .forEach(line ->
                            words.computeIfAbsent(line[0], _ -> new HashSet<>())
                                    .addAll(List.of(line[1].split(" "))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lines(words);
    }

    Set<String> words(String name) {
        return byName.getOrDefault(name, Set.of());
    }
}
