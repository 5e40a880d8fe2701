package hanji.web;

import java.lang.Character.UnicodeScript;
import java.util.List;

/// What the letters of a text say of its language; nothing more is looked at.
///
/// @param confidence the share of its letters that only that language has, in percent
record LibreDetection(double confidence, String language) {

    /// Latin letters are those of English, German and many more: confidence 0, as LibreTranslate
    /// says it when it cannot tell.
    static List<LibreDetection> of(String text) {
        LibreDetection korean = korean(text);
        if (korean.confidence > 0) {
            return List.of(korean);
        }
        double kana = share(text, UnicodeScript.HIRAGANA) + share(text, UnicodeScript.KATAKANA);
        double han = share(text, UnicodeScript.HAN);
        if (kana > 0) {
            return List.of(new LibreDetection(round(kana + han), "ja"));
        }
        return List.of(
                han > 0 ? new LibreDetection(round(han), "zh-Hans") : new LibreDetection(0, "en"));
    }

    /// How far a text is Korean.
    static LibreDetection korean(String text) {
        return new LibreDetection(round(share(text, UnicodeScript.HANGUL)), "ko");
    }

    private static double share(String text, UnicodeScript script) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        long those =
                text.codePoints()
                        .filter(Character::isLetter)
                        .filter(letter -> UnicodeScript.of(letter) == script)
                        .count();
        return letters == 0 ? 0 : 100.0 * those / letters;
    }

    private static double round(double percent) {
        return Math.round(percent * 10) / 10.0;
    }
}
