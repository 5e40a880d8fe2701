package hanji.cli;

import hanji.segment.Problem;
import hanji.testing.Effort;
import hanji.testing.Mutations;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever the bytes of a TMX file: pairs, or a [Problem]; and nothing outside of the file is ever
/// read.
public class TmxFuzzTest {

    private static final Duration LONGEST = Duration.ofSeconds(2);

    /// What the fuzzer calls.
    public static void read(byte[] input) {
        try (TmxPairs pairs = new TmxPairs("f.tmx", new ByteArrayInputStream(input))) {
            TextPair pair = pairs.next();
            while (pair != null) {
                pair = pairs.next();
            }
        } catch (Problem expected) {
            if (!expected.sentence().startsWith("f.tmx:")) {
                throw expected;
            }
        }
    }

    @Provide
    Arbitrary<byte[]> mutated() {
        return Mutations.of(
                        List.of(
                                """
                                <?xml version="1.0" encoding="UTF-8"?>
                                <!DOCTYPE tmx SYSTEM "tmx14.dtd">
                                <tmx version="1.4"><header srclang="ko" segtype="sentence"/><body>
                                <tu tuid="a"><tuv xml:lang="ko"><seg>글 <bpt i="1">&lt;b&gt;</bpt>하나</seg></tuv><tuv xml:lang="en"><seg>one<![CDATA[ x ]]></seg></tuv></tu>
                                <tu><tuv xml:lang="ko-KR"><seg>둘</seg></tuv><tuv lang="zh-CN"><seg>二</seg></tuv></tu></body></tmx>
                                """,
                                "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><tmx><body><tu><tuv xml:lang='ko'><seg>&b;</seg></tuv></tu></body></tmx>",
                                "<!DOCTYPE tmx [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tmx>&x;</tmx>"),
                        "<tu>",
                        "</tu>",
                        "<tuv xml:lang=\"ko\">",
                        "</tuv>",
                        "<seg>",
                        "</seg>",
                        "&x;",
                        "&#0;",
                        "&#x1F600;",
                        "&amp;",
                        "<!DOCTYPE tmx [",
                        "]>",
                        "<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;",
                        "<![CDATA[",
                        "]]>",
                        "<?pi ?>",
                        "<!-- ",
                        " xmlns:a='b'",
                        " encoding='utf-16'")
                .arbitrary();
    }

    @Property(tries = 600)
    void nothing_but_problems(@ForAll("mutated") byte[] input) {
        Effort.within(LONGEST, () -> read(input));
    }
}
