package hanji.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// TMX as others write it, and as nobody should.
class InspectTmxTest {

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4"><header srclang="ko-KR" segtype="sentence"/><body>
            """;
    private static final String UNITS =
            """
            <tu tuid="first"><note>n</note>
            <tuv xml:lang="ko-KR"><prop type="x">p</prop><seg>모델 &lt;A&gt;는 <bpt i="1">**</bpt>빠릅니다<ept i="1">**</ept>.</seg></tuv>
            <tuv xml:lang="EN-US"><seg>Model &lt;A&gt; is <bpt i="1">**</bpt>fast<ept i="1">**</ept>.</seg></tuv>
            <tuv xml:lang="zh-CN"><seg><![CDATA[模型<A>速度**很快**。]]></seg></tuv></tu>
            <tu><tuv lang="de"><seg>Es sind 4.000 Daten.</seg></tuv><tuv lang="ko"><seg>데이터는 4만 개입니다.</seg></tuv></tu>
            """;
    private static final String TAIL = "</body></tmx>\n";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "memory.tmx, UTF-8",
        "memory.xml, UTF-8",
        "memory.xml, UTF-16",
        "memory.tmx, UTF-16"
    })
    void a_unit_gives_a_pair_for_each_language(String name, String charset) throws IOException {
        Path file = folder.resolve(name);
        String tmx =
                (HEAD + UNITS + TAIL).replace("encoding=\"UTF-8\"", "encoding=\"" + charset + "\"");
        Files.writeString(file, tmx, Charset.forName(charset));

        Ran ran = Ran.here("inspect", file.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out().lines())
                .hasSize(3)
                .startsWith(
                        "{\"id\":\"first-en\",\"findings\":[]}",
                        "{\"id\":\"first-zh-CN\",\"findings\":[]}")
                .last()
                .asString()
                .startsWith("{\"id\":\"2-de\",\"findings\":[{\"check\":\"numbers\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    <tu><tuv xml:lang="en"><seg>Text</seg></tuv></tu>             | unit 1 has no ko text: it needs ko and one of en, ja, zh-CN, de.
                    <tu tuid="7"><tuv xml:lang="ko"><seg>글</seg></tuv></tu>      | unit 7 has no translated text: it needs ko and one of en, ja, zh-CN, de.
                    <tu><tuv xml:lang="fr-FR"><seg>Texte</seg></tuv></tu>         | Unknown language "fr-FR": use one of ko, en, ja, zh-CN, de.
                    <tu><tuv xml:lang="zh-TW"><seg>文</seg></tuv></tu>            | Unknown language "zh-TW": use one of ko, en, ja, zh-CN, de.
                    <tu><tuv><seg>Text</seg></tuv></tu>                           | a <tuv> has no xml:lang.
                    <tu><tuv xml:lang="ko"><seg>&none;</seg></tuv></tu>           | the entity &none; is not read: write its characters.
                    <tu><tuv xml:lang="ko"><seg>글</seg></tuv><tuv xml:lang="ko"><seg>글</seg></tuv></tu> | unit 1 has two texts in ko.
                    """)
    void a_unit_that_cannot_be_used(String unit, String sentence) throws IOException {
        assertThat(refused(HEAD + unit + TAIL)).isEqualTo(":4: " + sentence);
    }

    @Test
    void no_tmx() throws IOException {
        assertThat(refused("<html><body/></html>"))
                .isEqualTo(":1: the file begins with <html>: give a TMX file.");
        assertThat(refused("<tmx>\n<body>"))
                .startsWith(":2: this is not XML (")
                .endsWith("): give TMX 1.4 or JSON Lines.");
        assertThat(refused(HEAD.replace("ko-KR", "en") + TAIL))
                .isEqualTo(":3: the source language is en: Hanji inspects translations from ko.");
        assertThat(refused(HEAD + TAIL)).isEqualTo(" is empty: give pairs as JSON Lines or TMX.");
    }

    @Test
    void entities_are_neither_fetched_nor_multiplied() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "비밀");
        String unit =
                "<tmx><body><tu><tuv xml:lang=\"ko\"><seg>&x;</seg></tuv><tuv xml:lang=\"en\"><seg>t</seg></tuv></tu></body></tmx>";

        assertThat(
                        refused(
                                "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"%s\">]>"
                                                .formatted(secret.toUri())
                                        + unit))
                .isEqualTo(":1: declarations in the DOCTYPE are not read: take them out.");
        assertThat(refused("<!DOCTYPE tmx [<!ENTITY a \"aaaa\"><!ENTITY x \"&a;&a;&a;\">]>" + unit))
                .isEqualTo(":1: declarations in the DOCTYPE are not read: take them out.");
        assertThat(refused("<!DOCTYPE tmx SYSTEM \"%s\">".formatted(secret.toUri()) + unit))
                .isEqualTo(":1: the entity &x; is not read: write its characters.");
    }

    /// The JDK's parser fails over these in looking for its own message.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE tmx [\1]><tmx/>",
                "<!DOCTYPE tmx [<!ENTITY \1",
                "<!DOCTYPE tmx [ % p"
            })
    void a_doctype_that_the_parser_has_no_words_for(String tmx) throws IOException {
        assertThat(refused(tmx)).startsWith(":1: ");
    }

    /// What is said of a file, behind its name.
    private String refused(String tmx) throws IOException {
        Path file = Files.writeString(folder.resolve("memory.tmx"), tmx, StandardCharsets.UTF_8);
        Ran ran = Ran.here("inspect", file.toString());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("hanji: " + file).endsWith("\n");
        return ran.err().strip().substring(("hanji: " + file).length());
    }
}
