package hanji.digest;

import static hanji.digest.Samples.entry;
import static hanji.digest.Samples.outline;
import static hanji.digest.Samples.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hanji.digest.ParseFinding.Kind;
import hanji.segment.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestParserTest {

    @Test
    void everyPartOfAnEntry() {
        var digest = parse(Samples.PLAIN);
        var first = digest.entries().getFirst();
        assertThat(first.number()).isEqualTo(1);
        assertThat(first.title()).isEqualTo("Paper Lanterns: Light [v2] for $O(n)$ Agents");
        assertThat(first.link()).isEqualTo("https://arxiv.org/abs/2603.01234v2");
        assertThat(first.arxivId()).isEqualTo("2603.01234");
        assertThat(first.media())
                .containsExactly(new Media(Media.Kind.IMAGE, "https://images.example/lantern.png"));
        assertThat(first.votes()).isEqualTo(22);
        assertThat(first.authors()).containsExactly("Mina Han", "José Álvarez");
        assertThat(first.line()).isEqualTo(3);
        assertThat(outline(first))
                .containsExactly(
                        "BULLET 0 **What's New**: 종이 등불은 3만 개의 예제로 배운다.",
                        "BULLET 0 두 번째 문장은\n두 줄에 걸쳐 있다.",
                        "BULLET 1 안쪽 항목이다.",
                        "CONTINUATION 0 이어지는 문단이다.");
        assertThat(first.bullets()).extracting(Bullet::line).containsExactly(11, 12, 14, 16);
        assertThat(first.bullets()).extracting(Bullet::number).containsExactly(1, 2, 3, 4);
        assertThat(first.bullets().get(1).span().of(digest.text()))
                .isEqualTo("두 번째 문장은\n  두 줄에 걸쳐 있다.");

        var second = digest.entries().get(1);
        assertThat(second.arxivId()).isEqualTo("2603.04321");
        assertThat(second.media()).containsExactly(new Media(Media.Kind.IMAGE, "/avatars/abc.svg"));
        assertThat(second.votes()).isNull();
        assertThat(second.authors()).containsExactly("A. Lee", "B. O'Neil");
        assertThat(outline(second))
                .containsExactly("ORDERED 0 첫째 항목.", "ORDERED 0 둘째 항목.", "PARAGRAPH 0 목록 밖의 문단이다.");
        assertThat(digest.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void lineEndsAndByteOrderMarkSurvive(String lineEnd) {
        var bytes =
                ("\uFEFF" + Samples.PLAIN.replace("\n", lineEnd)).getBytes(StandardCharsets.UTF_8);
        var digest = new DigestParser().parse("x.md", bytes);
        assertThat(digest.bytes()).isEqualTo(bytes);
        assertThat(digest.key()).isEqualTo("2026-03-02");
        assertThat(Samples.content(digest)).isEqualTo(Samples.content(parse(Samples.PLAIN)));
        assertThat(digest.entries().getFirst().bullets())
                .extracting(Bullet::line)
                .containsExactly(11, 12, 14, 16);
    }

    @Test
    void everyMarkerMakesABullet() {
        assertThat(outline(entry("* 별\n\n+ 더하기\n\n- 빼기\n\n1) 괄호\n")))
                .containsExactly("BULLET 0 별", "BULLET 0 더하기", "BULLET 0 빼기", "ORDERED 0 괄호");
    }

    @Test
    void numberInABulletIsNoLevelOfItsOwn() {
        assertThat(outline(entry("- 1) 하나\n  2) 둘\n- - 셋\n")))
                .containsExactly("BULLET 0 하나", "ORDERED 1 둘", "BULLET 0 셋");
    }

    @Test
    void lazyLinesBelongToTheirBullet() {
        assertThat(outline(entry("- 앞줄\n뒷줄\n> 인용\n> 둘째 줄\n")))
                .containsExactly("BULLET 0 앞줄\n뒷줄", "PARAGRAPH 0 인용\n둘째 줄");
    }

    @Test
    void quotesAreTranslatedCodeTablesAndHtmlAreNot() {
        var digest =
                parse(
                        """
                        ### [T](https://example.org/t)

                        - 항목

                          > 인용문

                          ```
                          code
                          ```

                          <div>
                          html
                          </div>

                          | a | b |
                          |---|---|
                          | 1 | 2 |

                          ## 제목

                          끝 문단
                        """);
        assertThat(outline(digest.entries().getFirst()))
                .containsExactly("BULLET 0 항목", "CONTINUATION 0 인용문", "CONTINUATION 0 끝 문단");
        assertThat(digest.findings()).extracting(ParseFinding::line).containsExactly(7, 11, 15, 19);
        assertThat(digest.findings()).extracting(ParseFinding::kind).containsOnly(Kind.LEFT_AS_IS);
    }

    @Test
    void linesOfOneParagraphAreToldApart() {
        var entry =
                entry(
                        """
                        머리말
                        ![](https://example.org/a.png) ![](https://example.org/b.png)
                        Vote: 3
                        본문 첫 줄
                        본문 둘째 줄
                        Authors: 김하나
                        """);
        assertThat(outline(entry))
                .containsExactly("PARAGRAPH 0 머리말", "PARAGRAPH 0 본문 첫 줄\n본문 둘째 줄");
        assertThat(entry.media())
                .extracting(Media::url)
                .containsExactly("https://example.org/a.png", "https://example.org/b.png");
        assertThat(entry.votes()).isEqualTo(3);
        assertThat(entry.authors()).containsExactly("김하나");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[Watch Video](https://example.org/v.mp4)",
                "[Watch Video]https://example.org/v.mp4",
                "[Watch Video]https://example.org/v.mp4\n<div><video controls src=\"https://example.org/v.mp4\" muted=\"false\"></video></div>",
                "<video src='https://example.org/v.mp4'></video>",
                "<div>\n<video controls src=https://example.org/v.mp4 muted></video>\n</div>"
            })
    void videoInAllItsForms(String lines) {
        var entry = entry(lines + "\nVote: 7\nAuthors: A\n\n- b\n");
        assertThat(entry.media())
                .containsExactly(new Media(Media.Kind.VIDEO, "https://example.org/v.mp4"));
        assertThat(entry.votes()).isEqualTo(7);
        assertThat(outline(entry)).containsExactly("BULLET 0 b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3 | [A [b] c](https://e.org/x)           | A [b] c               | https://e.org/x
                    3 | [Open [ bracket](https://e.org/x)    | Open [ bracket        | https://e.org/x
                    3 | [$\\\\alpha_{1}$ "q" \\\\[x\\\\]](https://e.org/x) ### | $\\\\alpha_{1}$ "q" [x] | https://e.org/x
                    2 | [Two](https://e.org/x)                | Two                   | https://e.org/x
                    4 | 3. [Four](<https://e.org/x> "t") 🔥 | 3. Four 🔥            | https://e.org/x
                    3 | [P](https://e.org/x_(y))             | P                     | https://e.org/x_(y)
                    3 | [2026-03-02](https://e.org/x)        | 2026-03-02            | https://e.org/x
                    """)
    void headings(int level, String heading, String title, String link) {
        var unescaped = heading.replace("\\\\", "\\");
        var entry = parse("#".repeat(level) + " " + unescaped + "\n\n- b\n").entries().getFirst();
        assertThat(entry.title()).isEqualTo(title.replace("\\\\", "\\"));
        assertThat(entry.link()).isEqualTo(link);
    }

    @Test
    void entryLevelFollowsTheDateHeading() {
        var digest = parse("# 오늘 (2026-03-02)\n\n## 링크 없는 논문\n\n- b\n\n### 소제목\n\n- c\n");
        assertThat(digest.entries()).extracting(DigestEntry::title).containsExactly("링크 없는 논문");
        assertThat(digest.entries().getFirst().link()).isNull();
        assertThat(digest.findings())
                .extracting(ParseFinding::line, ParseFinding::kind)
                .containsExactly(tuple(3, Kind.ENTRY_WITHOUT_LINK), tuple(7, Kind.LEFT_AS_IS));
    }

    @Test
    void oddLinesAreFindings() {
        var digest =
                parse(
                        """
                        앞에 있는 글

                        ### [T](https://example.org/t)

                        Vote: 많음

                        ### [T](https://example.org/t)

                        - b

                        ## 모르는 제목

                        - 밖의 글
                        """);
        assertThat(digest.findings())
                .extracting(ParseFinding::line, ParseFinding::kind)
                .containsExactly(
                        tuple(1, Kind.UNKNOWN_LINE),
                        tuple(3, Kind.ENTRY_WITHOUT_BULLETS),
                        tuple(5, Kind.ODD_VOTES),
                        tuple(7, Kind.DUPLICATE_ENTRY),
                        tuple(11, Kind.UNKNOWN_LINE),
                        tuple(13, Kind.UNKNOWN_LINE));
        assertThat(digest.bulletCount()).isEqualTo(1);
    }

    @Test
    void spanLeavesMarkersAndTrailingSpacesOutside() {
        var text = "### [T](https://e.org)\n-   a  \n";
        assertThat(parse(text).entries().getFirst().bullets())
                .isEqualTo(List.of(new Bullet(1, Bullet.Kind.BULLET, 0, "a", new Span(27, 28), 2)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            textBlock =
                    """
                    https://arxiv.org/abs/2401.13795,           2401.13795
                    http://www.arxiv.org/pdf/2401.13795v3.pdf,  2401.13795
                    https://huggingface.co/papers/2401.13795#x, 2401.13795
                    https://arxiv.org/abs/math.GT/0309136,      math.GT/0309136
                    https://example.org/abs/2401.13795,         -
                    https://arxiv.org/abs/2401.1,               -
                    """)
    void arxivIds(String link, String id) {
        assertThat(ArxivId.in(link)).isEqualTo(id);
    }
}
