package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;

/// A word of a [Lexicon] in a text.
///
/// @param senses bits of [Sense]
/// @param sure false for a word that excuses a word of the other side, but proves nothing
record Mark(int start, int end, long senses, boolean sure) {

    /// Characters between such a word and its negation.
    private static final int REACH = 24;

    boolean has(long wanted) {
        return (senses & wanted) != 0;
    }

    Span span() {
        return new Span(start, end);
    }

    /// The marks of a stretch.
    ///
    /// @param marks in the order of the text
    static List<Mark> inside(Span span, List<Mark> marks) {
        int first = 0;
        while (first < marks.size() && marks.get(first).start < span.start()) {
            first++;
        }
        int last = first;
        while (last < marks.size() && marks.get(last).start < span.end()) {
            last++;
        }
        return marks.subList(first, last);
    }

    /// The same marks, but a word that takes the negation behind it is one with it.
    static List<Mark> joined(List<Mark> marks) {
        List<Mark> joined = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            joined.add(mark);
            if (mark.has(Sense.TAKES.bit())) {
                int not = i + 1;
                while (not < marks.size()
                        && !marks.get(not).has(Sense.NOT.bit())
                        && marks.get(not).start - mark.end < REACH) {
                    joined.add(marks.get(not++));
                }
                if (not < marks.size() && marks.get(not).start - mark.end < REACH) {
                    joined.set(joined.indexOf(mark), mark.denying());
                    i = not;
                } else {
                    i = not - 1;
                }
            }
        }
        return joined;
    }

    private Mark denying() {
        return new Mark(start, end, senses | Sense.NOT.bit(), sure);
    }
}
