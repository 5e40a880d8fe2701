package hanji.segment;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A language Hanji reads or writes, named by its BCP 47 tag.
public enum Language {
    KO("ko", "Korean", "한국어"),
    EN("en", "English", "English"),
    JA("ja", "Japanese", "日本語"),
    ZH_CN("zh-CN", "Simplified Chinese", "简体中文"),
    DE("de", "German", "Deutsch");

    /// What the digests are written in.
    public static final Language SOURCE = KO;

    /// What bullets are translated into, in the order pages show them.
    public static final List<Language> TARGETS = List.of(EN, JA, ZH_CN, DE);

    private final String tag;
    private final String english;
    private final String endonym;

    Language(String tag, String english, String endonym) {
        this.tag = tag;
        this.english = english;
        this.endonym = endonym;
    }

    /// The language of a BCP 47 tag, whatever its case; `zh` means `zh-CN`.
    ///
    /// @throws Problem (bad input) that lists the known tags
    @JsonCreator
    public static Language of(String tag) {
        return known(tag, List.of(values()));
    }

    /// A language that bullets can be translated into.
    ///
    /// @throws Problem (bad input) for an unknown tag and for the source language
    public static Language target(String tag) {
        Language language = known(tag, TARGETS);
        if (language == SOURCE) {
            throw Problem.badInput(
                    "\"%s\" is the language of the digests: translate into one of %s.",
                    tag, tags(TARGETS));
        }
        return language;
    }

    /// @param offered to who names an unknown one
    private static Language known(String tag, List<Language> offered) {
        String wanted = tag.strip().replace('_', '-').toLowerCase(Locale.ROOT);
        String full = wanted.equals("zh") || wanted.equals("zh-hans") ? "zh-cn" : wanted;
        return Arrays.stream(values())
                .filter(language -> language.tag.toLowerCase(Locale.ROOT).equals(full))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Unknown language \"%s\": use one of %s.", tag, tags(offered)));
    }

    /// Their tags as a sentence lists them.
    public static String tags(List<Language> languages) {
        return languages.stream().map(Language::tag).collect(Collectors.joining(", "));
    }

    @JsonValue
    public String tag() {
        return tag;
    }

    /// Its English name, as prompts use it.
    public String english() {
        return english;
    }

    /// The same name as a part of a sentence, for pages that call languages otherwise.
    public Sentence named() {
        return Sentence.of(english);
    }

    /// Its own name, as pages show it.
    public String endonym() {
        return endonym;
    }

    /// Whether a character of it fills about two Latin columns; length limits differ by it.
    public boolean wide() {
        return switch (this) {
            case KO, JA, ZH_CN -> true;
            case EN, DE -> false;
        };
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
