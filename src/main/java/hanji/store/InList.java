package hanji.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Values for `in (<values>)`. A statement's text depends on how many there are, and a text that
/// was not there before is parsed, which costs more than to look the values up.
public final class InList {

    private static final int LONGEST = 4_096;

    private InList() {}

    /// The values, and the last of them again up to the next power of two; more than 4,096 as they
    /// are.
    public static <T> List<T> of(Collection<T> values) {
        List<T> padded = new ArrayList<>(values);
        int size = padded.size();
        if (size > 1 && size <= LONGEST) {
            int next = Integer.highestOneBit(size - 1) << 1;
            padded.addAll(Collections.nCopies(next - size, padded.getLast()));
        }
        return padded;
    }
}
