package hanji.qa;

/// How many letters of each script a text has, counted in one pass.
///
/// @param all of any script
record Letters(int all, int hangul, int kana, int han) {

    static Letters of(String text) {
        int all = 0;
        int hangul = 0;
        int kana = 0;
        int han = 0;
        for (int at = 0; at < text.length(); at++) {
            int c = text.charAt(at);
            if (c < 128) {
                all += c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' ? 1 : 0;
                continue;
            }
            if (Character.isHighSurrogate((char) c) && at + 1 < text.length()) {
                c = text.codePointAt(at);
                at += Character.charCount(c) - 1;
            }
            all += Character.isLetter(c) ? 1 : 0;
            if (Scripts.hangul(c)) {
                hangul++;
            } else if (Scripts.kana(c)) {
                kana++;
            } else if (Scripts.han(c)) {
                han++;
            }
        }
        return new Letters(all, hangul, kana, han);
    }
}
