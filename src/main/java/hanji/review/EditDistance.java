package hanji.review;

/// Edit distance of Levenshtein (1966) in code points.
final class EditDistance {

    /// Cells that are computed at most: some 50 milliseconds. Beyond, all that lies between the
    /// common beginning and end counts as replaced.
    private static final long MOST = 16_000_000;

    private EditDistance() {}

    /// How many code points have to be inserted, deleted or replaced; never more than the longer
    /// text has.
    static int between(String before, String after) {
        int[] a = before.codePoints().toArray();
        int[] b = after.codePoints().toArray();
        int from = 0;
        while (from < Math.min(a.length, b.length) && a[from] == b[from]) {
            from++;
        }
        int end = 0;
        while (end < Math.min(a.length, b.length) - from
                && a[a.length - 1 - end] == b[b.length - 1 - end]) {
            end++;
        }
        int rows = a.length - from - end;
        int columns = b.length - from - end;
        if ((long) rows * columns > MOST) {
            return Math.max(rows, columns);
        }
        int[] above = new int[columns + 1];
        int[] row = new int[columns + 1];
        for (int j = 0; j <= columns; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= rows; i++) {
            row[0] = i;
            for (int j = 1; j <= columns; j++) {
                int replaced = above[j - 1] + (a[from + i - 1] == b[from + j - 1] ? 0 : 1);
                row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
            }
            int[] spare = above;
            above = row;
            row = spare;
        }
        return above[columns];
    }
}
