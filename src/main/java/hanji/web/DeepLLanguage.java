package hanji.web;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.List;
import java.util.Locale;

/// A language as DeepL calls it.
///
/// @param formality whether DeepL's clients may ask for a form of address in it
record DeepLLanguage(String code, String name, Language language, boolean formality) {

    static final List<DeepLLanguage> SOURCES =
            List.of(new DeepLLanguage("KO", "Korean", Language.KO, false));

    static final List<DeepLLanguage> TARGETS =
            List.of(
                    new DeepLLanguage("DE", "German", Language.DE, true),
                    new DeepLLanguage("EN-GB", "English (British)", Language.EN, false),
                    new DeepLLanguage("EN-US", "English (American)", Language.EN, false),
                    new DeepLLanguage("JA", "Japanese", Language.JA, true),
                    new DeepLLanguage("ZH", "Chinese (simplified)", Language.ZH_CN, false),
                    new DeepLLanguage("ZH-HANS", "Chinese (simplified)", Language.ZH_CN, false));

    /// @throws Problem (bad input) for a language that Hanji does not write
    static DeepLLanguage target(String code) {
        String wanted = code.strip().toUpperCase(Locale.ROOT);
        String full = wanted.equals("EN") ? "EN-US" : wanted;
        return TARGETS.stream()
                .filter(language -> language.code.equals(full))
                .findFirst()
                .orElseThrow(() ->
                        Problem.badInput(
                                "Value for 'target_lang' not supported: use DE, EN, EN-GB, EN-US, JA, ZH or ZH-HANS."));
    }

    boolean british() {
        return code.equals("EN-GB");
    }
}
