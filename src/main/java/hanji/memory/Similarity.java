package hanji.memory;

/// How near two sources are: one less their edit distance by the length of the longer, of the texts
/// in Unicode's form C with every run of white space as one blank and none at the ends. Case and
/// punctuation count.
public final class Similarity {

    /// In percent; what is further away costs more to read than it spares. The usual threshold of
    /// translation memories.
    public static final int LEAST = 70;

    private final String text;
    private final EditDistance distance;

    /// @param source the one that others are compared with
    public Similarity(String source) {
        text = Plain.of(source);
        distance = new EditDistance(text);
    }

    /// Rounded down, so that 100 means the same text.
    ///
    /// @param plain as [#plain] makes it
    public int percent(String plain) {
        int longer = Math.max(text.length(), plain.length());
        return longer == 0 ? 100 : 100 * (longer - distance.to(plain)) / longer;
    }

    /// What of a source counts.
    public static String plain(String source) {
        return Plain.of(source);
    }
}
