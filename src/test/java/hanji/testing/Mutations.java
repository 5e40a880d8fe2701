package hanji.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Inputs that were valid once: seeds with bytes flipped, stretches cut, doubled, moved from one
/// seed into another, and words of the grammar put where they do not belong.
///
/// @param words of the grammar under test
public record Mutations(List<byte[]> seeds, List<String> words) {

    private static final int LARGEST = 20_000;
    private static final int MOST_CHANGES = 12;

    /// What breaks readers of any grammar.
    private static final List<String> ANYWHERE =
            List.of(
                    "\0",
                    "\uFEFF",
                    "\u202E",
                    "\uD83D\uDE00",
                    "\r",
                    "\n",
                    "\t",
                    "\"",
                    "'",
                    "\\",
                    "&",
                    "<",
                    "-1",
                    "1e999999999999",
                    "99999999999999999999",
                    "[[[[[[[[[[[[[[[[[[[[",
                    "{{{{{{{{{{{{{{{{{{{{");

    public static Mutations of(List<String> seeds, String... words) {
        return new Mutations(
                seeds.stream().map(seed -> seed.getBytes(StandardCharsets.UTF_8)).toList(),
                List.of(words));
    }

    /// Files of the project as seeds.
    ///
    /// @param ending as `.md`
    public static List<String> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> texts = new ArrayList<>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(ending)).sorted().toList()) {
                texts.add(Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Arbitrary<byte[]> arbitrary() {
        return Arbitraries.randomValue(this::next);
    }

    public byte[] next(Random random) {
        byte[] input = stretch(random, pick(random, seeds), LARGEST);
        for (int left = random.nextInt(MOST_CHANGES); left > 0 && input.length > 0; left--) {
            input = change(random, input);
        }
        return input;
    }

    private byte[] change(Random random, byte[] input) {
        int at = random.nextInt(input.length);
        int end = Math.min(input.length, at + 1 + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> joined(input, at, new byte[] {(byte) random.nextInt(256)}, at + 1);
            case 1 -> joined(input, at, new byte[0], end);
            case 2 -> joined(input, end, Arrays.copyOfRange(input, at, end), end);
            case 3 -> joined(input, at, stretch(random, pick(random, seeds), 200), end);
            case 4 -> joined(input, at, bytes(pick(random, ANYWHERE)), at);
            case 5 -> {
                String word = words.isEmpty() ? "x" : pick(random, words);
                yield joined(input, at, bytes(word.repeat(1 + random.nextInt(3))), end);
            }
            default -> Arrays.copyOf(input, at);
        };
    }

    private static byte[] joined(byte[] input, int until, byte[] middle, int from) {
        byte[] made = new byte[until + middle.length + input.length - from];
        System.arraycopy(input, 0, made, 0, until);
        System.arraycopy(middle, 0, made, until, middle.length);
        System.arraycopy(input, from, made, until + middle.length, input.length - from);
        return made;
    }

    /// The beginning of a seed more often than any other part: there the forms are.
    private static byte[] stretch(Random random, byte[] seed, int most) {
        int from = random.nextInt(3) > 0 || seed.length == 0 ? 0 : random.nextInt(seed.length);
        return Arrays.copyOfRange(seed, from, Math.min(seed.length, from + most));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
