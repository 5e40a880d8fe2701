package hanji.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.WebAddress;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeenTextTest {

    private static final InlineMarkdown MARKDOWN = new InlineMarkdown("looks like another");

    @Test
    void plain_text_is_escaped_and_no_more() {
        assertThat(SeenText.html("a <b> & \"c\" 'd' 글"))
                .isEqualTo("a &lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; 글");
    }

    @Test
    void what_nobody_sees_is_named_in_its_place() {
        assertThat(SeenText.html("a<\u200Bb"))
                .isEqualTo(
                        "a&lt;<span class=\"unseen\" role=\"img\" aria-label=\"U+200B ZERO WIDTH SPACE\" title=\"U+200B ZERO WIDTH SPACE\">U+200B</span>b");
        assertThat(SeenText.html("\0")).contains(">U+0000<").doesNotContain("\0");
    }

    @Test
    void a_published_text_keeps_what_turns_nothing() {
        assertThat(SeenText.published("Wort\u00ADteil")).isEqualTo("Wort\u00ADteil");
        assertThat(SeenText.published("a\u202Eb")).contains(">U+202E<").doesNotContain("\u202E");
    }

    @Test
    void what_is_written_from_right_to_left_is_isolated() {
        assertThat(SeenText.html("שלום")).isEqualTo("<bdi>שלום</bdi>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a\u202Eb](https://example.org)",
                "`a\u202Eb`",
                "**a\u202Eb**",
                "a <b title='\u202E'> b",
                "![a\u202Eb](https://example.org/a.png)",
                "a &#x202E; b",
                "[a](https://example.org \"\u202E\")",
            })
    void no_markdown_carries_a_turn_out_of_itself(String text) {
        assertThat(MARKDOWN.html(text)).doesNotContain("\u202E");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[a](javascript:alert(1))",
                "[a](JaVaScRiPt:alert(1))",
                "[a](&#106;avascript:alert(1))",
                "[a](data:text/html,x)",
                "[a](//example.org)",
                "[a](/digests)",
                "[a](mailto:a@example.org)",
                "<ftp://example.org/a>",
                "[a]()",
            })
    void links_elsewhere_than_to_the_web_are_text(String text) {
        assertThat(MARKDOWN.html(text)).doesNotContain("<a").doesNotContain("href=");
    }

    @Test
    void a_link_says_nothing_of_where_it_came_from() {
        assertThat(MARKDOWN.html("[a](https://example.org/?a=1&b=2)"))
                .isEqualTo(
                        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noopener noreferrer nofollow\">a</a>");
    }

    @Test
    void a_host_that_looks_like_another_is_named() {
        assertThat(MARKDOWN.html("[a](https://аррӏе.com/x)"))
                .isEqualTo(
                        "<a href=\"https://xn--80ak6aa92e.com/x\" rel=\"noopener noreferrer nofollow\">a</a>"
                                + " <span class=\"lookalike\">⚠ xn--80ak6aa92e.com looks like another</span>");
        assertThat(
                        SeenText.lookalike(
                                Objects.requireNonNull(WebAddress.of("https://аррӏе.com")), ""))
                .isEqualTo("<span class=\"lookalike\">⚠ xn--80ak6aa92e.com</span>");
    }
}
