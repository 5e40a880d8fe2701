package hanji.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hanji.segment.Problem;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files that nobody should hand to a library.
@Timeout(20)
class HostileFilesTest {

    private static final String TMX =
            """
            <tmx version="1.4"><header creationtool="a tool" creationtoolversion="2" segtype="paragraph"
             o-tmf="any" adminlang="en" srclang="ko-KR" datatype="plaintext"/><body>
            <tu><tuv xml:lang="ko-KR"><seg>오픈</seg></tuv><tuv xml:lang="en-US"><seg>open</seg></tuv></tu>
            </body></tmx>
            """;

    private static FileUnits tmx(String text) {
        return tmx(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileUnits tmx(byte[] bytes) {
        return FileUnits.read(FileFormat.TMX, bytes);
    }

    @ParameterizedTest
    @EnumSource
    void external_entities_are_not_read(FileFormat format, @TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "a secret");
        String root = format == FileFormat.TMX ? "tmx" : "xliff";
        String file =
                "<!DOCTYPE %s [<!ENTITY x SYSTEM \"%s\">]>\n<%s>&x;</%s>"
                        .formatted(root, secret.toUri(), root, root);

        assertThatThrownBy(() -> FileUnits.read(format, file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("Line 1: declarations in a DOCTYPE are not read");
    }

    @Test
    void bombs_do_not_go_off() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE tmx [<!ENTITY a0 \"ha\">\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">\n".formatted(i, i - 1, i - 1));
        }
        bomb.append("]>\n<tmx><body><tu><tuv><seg>&a39;</seg></tuv></tu></body></tmx>");

        assertThatThrownBy(() -> tmx(bomb.toString()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("declarations in a DOCTYPE are not read");
        assertThatThrownBy(() -> tmx("<tmx>" + "<a>".repeat(100_000)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("nested more than 64 deep");
    }

    @Test
    void the_dtd_that_tmx_files_name_is_not_fetched() {
        assertThat(tmx("<!DOCTYPE tmx SYSTEM \"http://127.0.0.1:9/tmx14.dtd\">\n" + TMX).units())
                .hasSize(1);
        assertThatThrownBy(() -> tmx("<!DOCTYPE tmx SYSTEM \"x.dtd\"><tmx>&y;</tmx>"))
                .isInstanceOf(Problem.class);
    }

    @Test
    void what_is_too_large_is_not_parsed() {
        assertThatThrownBy(() -> tmx(new byte[100 * 1024 * 1024]))
                .isInstanceOf(Problem.class)
                .hasMessage("The file is larger than 16 MiB: split it.");
    }

    @Test
    void encodings_are_those_of_xml_or_refused() {
        assertThat(
                        tmx(("<?xml version=\"1.0\" encoding=\"UTF-16\"?>\n" + TMX)
                                        .getBytes(StandardCharsets.UTF_16))
                                .units())
                .extracting(FileUnit::source, FileUnit::text, FileUnit::line)
                .containsExactly(tuple("오픈", "open", 4));
        assertThat(tmx("\uFEFF" + TMX).units()).hasSize(1);
        assertThatThrownBy(() -> tmx(TMX.getBytes(Charset.forName("EUC-KR"))))
                .isInstanceOf(Problem.class)
                .hasMessage("The bytes are no UTF-8: save the file in UTF-8.");
        assertThatThrownBy(() -> tmx("<?xml version=\"1.0\" encoding=\"euc-kr\"?>\n<tmx/>"))
                .isInstanceOf(Problem.class)
                .hasMessage("The file says that it is written in euc-kr: save it in UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<tmx>",
                "<html/>",
                "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"de\"/>",
                "<xliff version=\"2.1\" srcLang=\"ko\" trgLang=\"fr\"/>",
                "<xliff version=\"2.1\" srcLang=\"ko\" trgLang=\"en\"/>",
                "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.1\" srcLang=\"ko\" trgLang=\"en\"><file id=\"f\"><unit id=\"u\"><nothing/></unit></file></xliff>"
            })
    void what_is_no_such_file_is_a_problem_in_each_format(String text) {
        for (FileFormat format : FileFormat.values()) {
            assertThatThrownBy(() -> FileUnits.read(format, text.getBytes(StandardCharsets.UTF_8)))
                    .as("%s as %s", text, format)
                    .isInstanceOf(Problem.class);
        }
    }

    @Test
    void what_cannot_be_used_is_told_with_its_line() {
        FileUnits file =
                tmx(
                        """
                        <tmx version="1.4">
                        <header creationtool="t" creationtoolversion="2" srclang="*all*"/>
                        <body>
                        <!-- <tu> is no unit -->
                        <tu><tuv xml:lang="en"><seg>no source</seg></tuv></tu>
                        <tu tuid="a > b"><tuv xml:lang="ko"><seg>하나</seg></tuv></tu>
                        <tu><tuv xml:lang="ko"><seg>둘</seg></tuv><tuv xml:lang="fr"><seg>deux</seg></tuv></tu>
                        <tu><wrong/><tuv xml:lang="ko"><seg>셋</seg></tuv></tu>
                        <tu><tuv xml:lang="ko"><seg>넷 <ph>**</ph></seg></tuv><tuv xml:lang="en"><seg>four <ph>**</ph></seg></tuv></tu>
                        </body></tmx>
                        """);

        assertThat(file.unusable())
                .extracting(FileUnits.Unusable::line)
                .containsExactlyInAnyOrder(5, 6, 7, 8);
        assertThat(file.units())
                .extracting(FileUnit::line, FileUnit::source, FileUnit::text)
                .containsExactly(tuple(9, "넷 **", "four **"));
    }
}
