package hanji.digest;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Digests of the tests' own writing.
final class Samples {

    static final String PLAIN =
            """
            ## Daily Papers (2026-03-02)

            ### [Paper Lanterns: Light [v2] for $O(n)$ Agents](https://arxiv.org/abs/2603.01234v2)

            ![](https://images.example/lantern.png)

            Vote: 22

            Authors: Mina Han, José Álvarez

            - **What's New**: 종이 등불은 3만 개의 예제로 배운다.
            - 두 번째 문장은
              두 줄에 걸쳐 있다.
              - 안쪽 항목이다.

              이어지는 문단이다.

            ### [Second](https://huggingface.co/papers/2603.04321)
            ![](/avatars/abc.svg)
            Vote: -
            Authors: ['A. Lee', "B. O'Neil"]

            1. 첫째 항목.
            2. 둘째 항목.

            목록 밖의 문단이다.
            """;

    private Samples() {}

    static Digest parse(String markdown) {
        return new DigestParser()
                .parse("sample.md", markdown.getBytes(StandardCharsets.UTF_8), "sample");
    }

    /// An entry with the given text below its heading.
    static DigestEntry entry(String below) {
        return parse("### [T](https://example.org/t)\n\n" + below).entries().getFirst();
    }

    /// `BULLET 0 text`, one for each bullet.
    static List<String> outline(DigestEntry entry) {
        return entry.bullets().stream()
                .map(bullet -> bullet.kind() + " " + bullet.depth() + " " + bullet.text())
                .toList();
    }

    /// What must be the same in two forms of one digest: everything but places.
    static List<String> content(Digest digest) {
        return digest.entries().stream()
                .map(e ->
                        List.of(
                                        e.title(),
                                        "" + e.link(),
                                        "" + e.arxivId(),
                                        e.media(),
                                        "" + e.votes(),
                                        e.authors(),
                                        outline(e))
                                .toString())
                .toList();
    }
}
