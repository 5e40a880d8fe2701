package hanji.memory;

/// Levenshtein distance of one text to many, in UTF-16 code units: insertions, deletions and
/// replacements cost one each. Bit-parallel: a column of the table is two bit vectors of vertical
/// differences, computed 64 rows at a time (G. Myers, "A fast bit-vector algorithm for approximate
/// string matching based on dynamic programming", J. ACM 46, 1999), in the form for the distance of
/// whole texts (H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit
/// distances", Nordic J. Computing 10, 2003). Not for several threads at once.
public final class EditDistance {

    private static final int CHARS = 1 << Character.SIZE;

    private final int length;
    private final int words;
    private final long lastRow;
    private final short[] rowOf = new short[CHARS];
    private final long[][] equal;
    private final long[] plus;
    private final long[] minus;

    /// @param text at most 32,767 different characters, so any of a reasonable length
    public EditDistance(String text) {
        length = text.length();
        words = (length + Long.SIZE - 1) / Long.SIZE;
        lastRow = 1L << (length - 1);
        long[][] rows = new long[(int) text.chars().distinct().count() + 1][words];
        short used = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (rowOf[c] == 0) {
                rowOf[c] = ++used;
            }
            rows[rowOf[c]][i / Long.SIZE] |= 1L << i;
        }
        equal = rows;
        plus = new long[words];
        minus = new long[words];
    }

    public int to(String other) {
        if (length == 0) {
            return other.length();
        }
        for (int word = 0; word < words; word++) {
            plus[word] = -1L;
            minus[word] = 0;
        }
        int distance = length;
        for (int i = 0; i < other.length(); i++) {
            distance += column(equal[rowOf[other.charAt(i)]]);
        }
        return distance;
    }

    /// @return by how much the last row differs from that of the column before
    private int column(long[] matches) {
        int carried = 1; // the first row counts the characters of the other text
        for (int word = 0; word < words; word++) {
            long pv = plus[word];
            long mv = minus[word];
            long eq = matches[word];
            long xv = eq | mv;
            if (carried < 0) {
                eq |= 1;
            }
            long xh = (((eq & pv) + pv) ^ pv) | eq;
            long ph = mv | ~(xh | pv);
            long mh = pv & xh;
            long bottom = word == words - 1 ? lastRow : Long.MIN_VALUE;
            int out = (ph & bottom) != 0 ? 1 : (mh & bottom) != 0 ? -1 : 0;
            ph <<= 1;
            mh <<= 1;
            if (carried > 0) {
                ph |= 1;
            } else if (carried < 0) {
                mh |= 1;
            }
            plus[word] = mh | ~(xv | ph);
            minus[word] = ph & xv;
            carried = out;
        }
        return carried;
    }
}
