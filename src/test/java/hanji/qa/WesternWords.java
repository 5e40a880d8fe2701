package hanji.qa;

/// Numbers below 10^18 in English and German words.
final class WesternWords {

    private static final String[] ENGLISH =
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                            + " fifteen sixteen seventeen eighteen nineteen")
                    .split(" ");
    private static final String[] ENGLISH_TENS =
            "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] ENGLISH_SCALES = {
        "", " thousand", " million", " billion", " trillion", " quadrillion"
    };
    private static final String[] GERMAN =
            ("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
                            + " fünfzehn sechzehn siebzehn achtzehn neunzehn")
                    .split(" ");
    private static final String[] GERMAN_TENS =
            "- - zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");
    private static final String[] GERMAN_SCALES = {"Million", "Milliarde", "Billion", "Billiarde"};

    private WesternWords() {}

    /// @param and between hundreds and what follows: a blank, or " and " as in Britain
    static String english(long value, String and) {
        StringBuilder text = new StringBuilder();
        long unit = 1_000_000_000_000_000L;
        for (int scale = 5; scale >= 0; scale--, unit /= 1_000) {
            int section = (int) (value / unit % 1_000);
            if (section > 0) {
                text.append(text.isEmpty() ? "" : " ")
                        .append(englishSection(section, and))
                        .append(ENGLISH_SCALES[scale]);
            }
        }
        return text.toString();
    }

    private static String englishSection(int section, String and) {
        int rest = section % 100;
        String low =
                rest < 20
                        ? ENGLISH[rest]
                        : ENGLISH_TENS[rest / 10]
                                + (rest % 10 == 0 ? "" : "-" + ENGLISH[rest % 10]);
        return section < 100
                ? low
                : ENGLISH[section / 100] + " hundred" + (rest == 0 ? "" : and + low);
    }

    static String german(long value) {
        StringBuilder text = new StringBuilder();
        long unit = 1_000_000_000_000_000L;
        for (int scale = 3; scale >= 0; scale--, unit /= 1_000) {
            int section = (int) (value / unit % 1_000);
            if (section > 0) {
                text.append(text.isEmpty() ? "" : " ").append(germanScale(section, scale));
            }
        }
        int low = (int) (value % 1_000_000);
        if (low > 0) {
            String thousands = low >= 1_000 ? germanSection(low / 1_000) + "tausend" : "";
            text.append(text.isEmpty() ? "" : " ")
                    .append(thousands)
                    .append(low % 1_000 == 0 ? "" : germanSection(low % 1_000));
        }
        return text + (value % 100 == 1 ? "s" : "");
    }

    private static String germanScale(int section, int scale) {
        String name = GERMAN_SCALES[scale];
        return section == 1
                ? "eine " + name
                : germanSection(section) + " " + name + (name.endsWith("e") ? "n" : "en");
    }

    private static String germanSection(int section) {
        int rest = section % 100;
        String unit = rest % 10 == 0 ? "" : GERMAN[rest % 10] + "und";
        String low = rest == 0 ? "" : rest < 20 ? GERMAN[rest] : unit + GERMAN_TENS[rest / 10];
        return section < 100 ? low : GERMAN[section / 100] + "hundert" + low;
    }
}
