package hanji.termbase;

import hanji.segment.Language;
import java.util.List;

/// Cuts the endings of English and German words, so that the forms of one word become one. Both
/// sides of a comparison are cut, so a stem need not be a word.
final class Stems {

    private static final List<String> ENGLISH =
            List.of(
                    "izations",
                    "ization",
                    "ations",
                    "ation",
                    "izing",
                    "ized",
                    "izes",
                    "ize",
                    "ions",
                    "ion",
                    "ings",
                    "ing",
                    "ies",
                    "ers",
                    "er",
                    "ed",
                    "es",
                    "s",
                    "y",
                    "e");

    private static final List<String> GERMAN =
            List.of(
                    "ierungen",
                    "ierung",
                    "ieren",
                    "ierten",
                    "ierter",
                    "iertes",
                    "iertem",
                    "ierte",
                    "iert",
                    "ungen",
                    "ung",
                    "enden",
                    "ender",
                    "endes",
                    "ismen",
                    "ismus",
                    "ings",
                    "ing",
                    "ens",
                    "ern",
                    "em",
                    "en",
                    "er",
                    "es",
                    "e",
                    "n",
                    "s");

    /// What is shorter has no ending.
    private static final int LEAST = 4;

    private Stems() {}

    /// @param word in lower case; for German without umlauts
    static String of(String word, Language language) {
        return switch (language) {
            case EN -> undoubled(cut(word, ENGLISH, 3));
            case DE -> cut(word, GERMAN, LEAST);
            case KO, JA, ZH_CN -> word;
        };
    }

    private static String cut(String word, List<String> endings, int least) {
        if (word.endsWith("ss")) {
            return word;
        }
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() - ending.length() >= least) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    /// Mapped and mapping are forms of map.
    private static String undoubled(String stem) {
        int last = stem.length() - 1;
        boolean twice = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
        return twice && stem.charAt(last) != 'l' && stem.charAt(last) != 's'
                ? stem.substring(0, last)
                : stem;
    }
}
