package hanji.prompt;

import hanji.segment.Problem;
import hanji.testing.Effort;
import hanji.testing.Mutations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/// Whatever stands in a prompt file: a prompt, or a [Problem] that names the file.
public class PromptFuzzTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// What the fuzzer calls.
    public static void read(byte[] input) {
        try {
            PromptFile.read("translate", new String(input, StandardCharsets.UTF_8));
        } catch (Problem expected) {
            Assertions.assertThat(expected)
                    .hasMessageStartingWith("The prompt file prompts/translate.md ");
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Mutations.of(
                        Mutations.files(Path.of("prompts"), ".md"),
                        "---\n",
                        "== system ==\n",
                        "== user ==\n",
                        "id: translate\n",
                        "config:\n  temperature: .nan\n",
                        "input: []\n",
                        "!!int x",
                        "&a [*a]",
                        "? ",
                        "<<: *a",
                        "output:\n  schema: *x\n",
                        "- ",
                        ": ",
                        "|\n",
                        "!!binary ")
                .arbitrary();
    }

    @Property(tries = 600)
    void nothing_but_problems(@ForAll("mutated") byte[] input) {
        Effort.within(LONGEST, () -> read(input));
    }
}
