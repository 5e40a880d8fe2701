package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.segment.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestWriterTest {

    private static final String EVERY_PLACE =
            """
            ## Daily Papers (2026-03-02)

            ### [T](https://example.org/t)

            머리말
            Vote: 3
            가운데
            둘째 줄
            ![](https://example.org/a.png)
            끝말

            - 하나
            - 둘
              이어짐
              - 셋
                > 인용
                > 계속
                1. 넷

              문단
            * 다섯
            게으른 줄

            > 인용
            > - 여섯

            - 1) 일곱
            - [a]: https://example.org/
              정의 뒤

            ### [U](https://example.org/u)

            - 여덟
            """;

    private static final List<String> HOSTILE =
            List.of(
                    "# 제목",
                    "- 목록",
                    "* * *",
                    "+ x",
                    "> 인용",
                    "1. 하나",
                    "12) 둘",
                    "```\ncode",
                    "~~~",
                    "<div>",
                    "<script>alert(1)</script>",
                    "<!-- x",
                    "<b>",
                    "---",
                    "--",
                    "-",
                    "===",
                    "=",
                    "**",
                    "* *",
                    "_ _ _",
                    "|a|b|\n|---|---|",
                    "a|b\n-|-",
                    "[a]: https://x",
                    "[a]:\nhttps://x",
                    "[a",
                    "\"title\"",
                    "(title)",
                    "'t'",
                    "Vote: 9",
                    "vote: x",
                    "Authors: 나",
                    "![](https://x/y.png)",
                    "[Watch Video](https://x/y.mp4)",
                    "<video src='x'></video>",
                    "    code",
                    "\tcode",
                    "x\n\n\ny",
                    "x\n---",
                    "x\n# y\n- z",
                    "x\r\n\r\n### [E](https://x)\r\n- f",
                    "x\u2028- y",
                    "## Daily Papers (2020-01-01)",
                    "### [N](https://n)",
                    "&#45; x",
                    "\\",
                    "x\\",
                    "x  ",
                    "`a",
                    "</div>",
                    "<?php",
                    "<!X",
                    "<![CDATA[",
                    "- [ ] todo",
                    "\u0000",
                    "\uFEFF- x",
                    "\u00A0",
                    "1.",
                    "0)",
                    "***",
                    "+",
                    "\u000B- x",
                    "\u001C- x",
                    ">",
                    "#",
                    "######",
                    "|",
                    "|-",
                    ":-",
                    "-:|",
                    "$x_{i}$ {#if}",
                    "<table>\n<tr>",
                    "<pre>",
                    "</p>");

    private final DigestWriter writer = new DigestWriter();

    private static Bullet bullet(Digest digest, String text) {
        return digest.entries().stream()
                .flatMap(entry -> entry.bullets().stream())
                .filter(bullet -> bullet.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutTargetsTheTextItself() {
        var digest = Samples.parse(EVERY_PLACE);
        assertThat(writer.splice(digest, Map.of())).isSameAs(digest.text());
    }

    @Test
    void onlyTheGivenSpansChange() {
        var digest = Samples.parse(EVERY_PLACE);
        var text =
                writer.splice(
                        digest, Map.of(bullet(digest, "하나"), "one", bullet(digest, "여섯"), "six"));
        assertThat(text).isEqualTo(EVERY_PLACE.replace("- 하나", "- one").replace("- 여섯", "- six"));
    }

    @Test
    void linesTakeTheIndentationOfTheSource() {
        var digest = Samples.parse(EVERY_PLACE);
        var text =
                writer.splice(
                        digest,
                        Map.of(
                                bullet(digest, "인용\n계속"), "quote\n\ngoes on\nand on",
                                bullet(digest, "둘\n이어짐"), "two",
                                bullet(digest, "다섯\n게으른 줄"), "five\n- six",
                                bullet(digest, "하나"), "one\n  and a half\r\n"));
        assertThat(text)
                .isEqualTo(
                        EVERY_PLACE
                                .replace("> 인용\n    > 계속", "> quote\n    > goes on\n    > and on")
                                .replace("둘\n  이어짐", "two")
                                .replace("다섯\n게으른 줄", "five\n\\- six")
                                .replace("하나", "one and a half"));
    }

    @Test
    void windowsLineEndsAreKept() {
        var digest = Samples.parse(EVERY_PLACE.replace("\n", "\r\n"));
        assertThat(writer.splice(digest, Map.of(bullet(digest, "둘\n이어짐"), "two\nmore\nyet more")))
                .contains("- two\r\n  more\r\n  yet more\r\n  - 셋");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            textBlock =
                    """
                    - x!\\- x
                    1. x!1\\. x
                    2024. 3월!2024\\. 3월
                    <div>!\\<div>
                    ---!\\---
                    > x!\\> x
                    **굵게** x!**굵게** x
                    -5% 감소!-5% 감소
                    3.5배!3.5배
                    <think> 토큰을 쓴다!<think> 토큰을 쓴다
                    [링크](https://x) 글![링크](https://x) 글
                    """)
    void onlyWhatWouldBeginABlockIsEscaped(String target, String written) {
        var digest = Samples.parse("### [T](https://example.org/t)\n- 글\n");
        assertThat(writer.splice(digest, Map.of(bullet(digest, "글"), target)))
                .isEqualTo("### [T](https://example.org/t)\n- " + written + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void hostileTargetsChangeNoStructure(String lineEnd) {
        var digest = Samples.parse(EVERY_PLACE.replace("\n", lineEnd));
        for (var target : HOSTILE) {
            for (var entry : digest.entries()) {
                for (var bullet : entry.bullets()) {
                    requireOnlySpansChanged(digest, Map.of(bullet, target));
                }
            }
        }
    }

    @Test
    void hostileTargetsEverywhereChangeNoStructure() {
        var random = new Random(20_260_302);
        var digest = Samples.parse(EVERY_PLACE);
        for (var round = 0; round < 2_000; round++) {
            var targets = new HashMap<Bullet, String>();
            for (var entry : digest.entries()) {
                for (var bullet : entry.bullets()) {
                    var glue = List.of(" ", "\n", "").get(random.nextInt(3));
                    targets.put(bullet, pick(random) + glue + pick(random));
                }
            }
            requireOnlySpansChanged(digest, targets);
        }
    }

    private static String pick(Random random) {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    private void requireOnlySpansChanged(Digest digest, Map<Bullet, String> targets) {
        var text = writer.splice(digest, targets);
        var read = Samples.parse(text);
        assertThat(shape(read)).as("%s", targets.values()).isEqualTo(shape(digest));
        assertThat(around(read)).isEqualTo(around(digest));
    }

    private static List<String> shape(Digest digest) {
        return digest.entries().stream()
                .map(e ->
                        e.title()
                                + e.link()
                                + e.votes()
                                + e.authors()
                                + e.media()
                                + e.bullets().stream()
                                        .map(b -> b.kind() + " " + b.depth())
                                        .toList())
                .toList();
    }

    private static String around(Digest digest) {
        var out = new StringBuilder();
        var copied = 0;
        for (var entry : digest.entries()) {
            for (var bullet : entry.bullets()) {
                out.append(digest.text(), copied, bullet.span().start()).append('◆');
                copied = bullet.span().end();
            }
        }
        return out.append(digest.text().substring(copied)).toString();
    }

    @Test
    void blankTargetIsRefused() {
        var digest = Samples.parse(EVERY_PLACE);
        assertThatThrownBy(() -> writer.splice(digest, Map.of(bullet(digest, "여덟"), " \n")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("entry 2, bullet 1 is blank");
    }

    @Test
    void bulletOfAnotherDigestIsRefused() {
        var other = Samples.parse(Samples.PLAIN).entries().getFirst().bullets().getFirst();
        var digest = Samples.parse(EVERY_PLACE);
        assertThatThrownBy(() -> writer.splice(digest, Map.of(other, "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
