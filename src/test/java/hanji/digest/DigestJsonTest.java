package hanji.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hanji.segment.Problem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestJsonTest {

    private final DigestJson json = new DigestJson();

    private String markdown(String text) {
        return json.toMarkdown(text.getBytes(StandardCharsets.UTF_8)).markdown();
    }

    private Digest read(String text) {
        var file = json.toMarkdown(text.getBytes(StandardCharsets.UTF_8));
        return new DigestParser().parse(file.fileName(), file.bytes(), file.key());
    }

    @Test
    void usualForm() {
        assertThat(
                        markdown(
                                """
                                {"key":"2026-03-02","title":"Daily Papers (2026-03-02)","entries":[
                                 {"title":"Paper Lanterns","link":"https://arxiv.org/abs/2603.01234","votes":22,"authors":["Mina Han","B. O'Neil"],
                                  "media":[{"kind":"image","url":"/a.png"},{"kind":"video","url":"https://example.org/v.mp4"}],
                                  "bullets":["**What's New**: 첫 문장.","둘째\\n문장"]},
                                 {"title":"Bare"}]}
                                """))
                .isEqualTo(
                        """
                        ## Daily Papers (2026-03-02)

                        ### [Paper Lanterns](https://arxiv.org/abs/2603.01234)

                        ![](/a.png)

                        [Watch Video](https://example.org/v.mp4)

                        Vote: 22

                        Authors: Mina Han, B. O'Neil

                        - **What's New**: 첫 문장.
                        - 둘째
                          문장

                        ### Bare

                        """);
    }

    @Test
    void oddValuesComeBackUnchanged() {
        var digest =
                read(
                        """
                        {"key":"odd","entries":[
                         {"title":"Open [ and ](x) and \\\\[ and \\\\","link":"https://example.org/x_(y)","authors":["Han, Mina","O'Neil \\"B\\" \\\\"],
                          "bullets":["- a list?","# a heading\\n\\n---","<div>","x"]},
                         {"title":"[draft] $\\\\alpha$ [2","bullets":["y"]}]}
                        """);
        assertThat(digest.key()).isEqualTo("odd");
        var entry = digest.entries().getFirst();
        assertThat(entry.title()).isEqualTo("Open [ and ](x) and \\[ and \\");
        assertThat(entry.link()).isEqualTo("https://example.org/x_(y)");
        assertThat(entry.authors()).containsExactly("Han, Mina", "O'Neil \"B\" \\");
        assertThat(Samples.outline(entry))
                .containsExactly(
                        "BULLET 0 \\- a list?",
                        "BULLET 0 \\# a heading\n\\---",
                        "BULLET 0 \\<div>",
                        "BULLET 0 x");
        assertThat(digest.entries().get(1).title()).isEqualTo("[draft] $\\alpha$ [2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            textBlock =
                    """
                    []~$ must be an object
                    {"entries":[{"title":"a"}]}~$.key is missing
                    {"key":5,"entries":[{"title":"a"}]}~$.key must be a string
                    {"key":"a/b","entries":[{"title":"a"}]}~The key "ab" cannot be used
                    {"key":"k","date":"x"}~$.date is not a known key; known are entries, key, title
                    {"key":"k"}~$.entries must hold at least one entry
                    {"key":"k","entries":{}}~$.entries must be an array
                    {"key":"k","entries":[{"title":"a"},{"title":" "}]}~$.entries[1].title must not be blank
                    {"key":"k","entries":[{"title":"a\\nb"}]}~$.entries[0].title must be one line
                    {"key":"k","entries":[{"title":"a","votes":"7"}]}~$.entries[0].votes must be a whole number
                    {"key":"k","entries":[{"title":"a","votes":1.5}]}~$.entries[0].votes must be a whole number
                    {"key":"k","entries":[{"title":"a","votes":-1}]}~$.entries[0].votes must be a whole number
                    {"key":"k","entries":[{"title":"a","link":"javascript:x"}]}~$.entries[0].link must be an http(s) address
                    {"key":"k","entries":[{"title":"a","authors":[1]}]}~$.entries[0].authors[0] must be a string
                    {"key":"k","entries":[{"title":"a","media":[{"kind":"gif","url":"/x"}]}]}~$.entries[0].media[0].kind must be image or video
                    {"key":"k","entries":[{"title":"a","media":[{"kind":"image","url":"/x)"}]}]}~$.entries[0].media[0].url must be
                    {"key":"k","entries":[{"title":"a","bullets":["x",null]}]}~$.entries[0].bullets[1] must be a string
                    {"key":"k","entries":[{"title":"News of 2026-03-02"}]}~$.entries[0] cannot be written as Markdown unchanged
                    {"key":"k","key":"l"}~not valid JSON at line 1, column
                    {"key":"k"} x~not valid JSON at line 1, column
                    ''~$ must be an object
                    """)
    void refusedWithItsPath(String text, String message) {
        var problem =
                catchThrowableOfType(
                        Problem.class,
                        () ->
                                json.toMarkdown(
                                        (text == null ? "" : text)
                                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(problem).hasMessageContaining(message);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.BAD_INPUT);
    }

    @Test
    void tooLarge() {
        var problem =
                catchThrowableOfType(
                        Problem.class, () -> json.toMarkdown(new byte[DigestParser.MAX_BYTES + 1]));
        assertThat(problem.kind()).isEqualTo(Problem.Kind.TOO_LARGE);
    }
}
