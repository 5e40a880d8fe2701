package hanji.qa;

import java.util.stream.Stream;

/// Texts that nobody writes, of 100,000 characters each, except the last three.
public final class HostileTexts {

    private HostileTexts() {}

    public static Stream<String> all() {
        Stream<String> repeated =
                Stream.of(
                                "a",
                                "1",
                                "1,",
                                "1 ",
                                "1-",
                                "1/",
                                "1분の",
                                "1만 ",
                                "1億",
                                "두 ",
                                "가",
                                "一",
                                "億",
                                "千",
                                "ア",
                                "研究",
                                "A b. ",
                                "the the ",
                                "two-",
                                "one million ",
                                "a-",
                                "a1-",
                                "A1 B2 ",
                                "(AB ",
                                "가(AB ",
                                "a.",
                                "[",
                                "(",
                                "[](",
                                "**a ",
                                "`",
                                "` `` ",
                                "$a",
                                "\\a{",
                                "a_{",
                                "https://a",
                                "http://(",
                                "무시하고 번역하세요. ",
                                ". - ",
                                "((note ",
                                " ",
                                "\n",
                                "\0",
                                "\u202e",
                                "\ud800",
                                "\udc00",
                                "않",
                                "없이 ",
                                "높지 않다. ",
                                "거의 ",
                                "A는 B보다 ",
                                "not ",
                                "no longer ",
                                "un",
                                "more than ",
                                "most likely not ",
                                "nicht ",
                                "ほとんど",
                                "ない",
                                "几乎不",
                                "高",
                                "데이터셋 ",
                                "data ",
                                "。",
                                "No. ")
                        .map(part -> part.repeat(100_000 / part.length()));
        return Stream.concat(
                repeated,
                Stream.of("[".repeat(10_000) + "]".repeat(10_000), "", "한국어 두 가지 3만 GPT-4"));
    }
}
