package hanji.digest;

import hanji.segment.Problem;
import hanji.testing.Effort;
import hanji.testing.Mutations;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.Assertions;

/// Whatever the bytes: a digest that is the same text, or a [Problem].
public class DigestFuzzTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    private static List<String> seeds() {
        List<String> seeds =
                new ArrayList<>(Mutations.files(Path.of("fixtures", "digests"), ".md"));
        seeds.add(Samples.PLAIN);
        seeds.add(
                """
                {"key":"k","title":"T","entries":[{"title":"A","link":"https://example.org","votes":3,\
                "authors":["B"],"media":[{"kind":"image","url":"https://example.org/a.png"}],"bullets":["- 글"]}]}
                """);
        return seeds;
    }

    /// What the fuzzer calls.
    public static void read(byte[] input) {
        try {
            byte[] markdown = input;
            if (input.length > 0 && input[0] == '{') {
                markdown = new DigestJson().toMarkdown(input).bytes();
            }
            Digest digest = new DigestParser().parse("2026-03-02.md", markdown);
            Assertions.assertThat(digest.text().getBytes(StandardCharsets.UTF_8))
                    .isEqualTo(markdown);
        } catch (Problem expected) {
            Assertions.assertThat(expected.sentence()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Mutations.of(
                        seeds(),
                        "### [A](https://arxiv.org/abs/2401.13795)\n",
                        "- ",
                        "1. ",
                        "  - ",
                        "> ",
                        "Authors: ",
                        "Vote: 3",
                        "![](",
                        "](",
                        "**",
                        "`",
                        "<!--",
                        "<video src=",
                        "```\n",
                        "[a]: b\n",
                        "{\"key\":\"k\",",
                        "\"entries\":[")
                .arbitrary();
    }

    @Property(tries = 600)
    void nothing_but_problems(@ForAll("mutated") byte[] input) {
        Effort.within(LONGEST, () -> read(input));
    }
}
