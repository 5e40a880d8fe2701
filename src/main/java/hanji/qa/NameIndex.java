package hanji.qa;

import hanji.qa.Name.Word;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds the names of one text in another. Case, plural, and what joins the words of a name are
/// free. Of one thread: it remembers what was found, so that the second `BERT` is another than the
/// first.
final class NameIndex {

    /// A word that stands more often is looked for at its first places only.
    private static final int TRIED = 64;

    /// Names in a row that are taken for one.
    private static final int IN_A_ROW = 8;

    private final String text;
    private final List<Word> words;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private final BitSet used = new BitSet();

    /// @param names how many names of the other text stand here in a row
    record Found(int names, Span span) {}

    /// @param text masked
    NameIndex(String text) {
        this.text = text;
        this.words = Name.words(text, new Span(0, text.length()));
        for (int at = 0; at < words.size(); at++) {
            places.computeIfAbsent(words.get(at).key(), _ -> new ArrayList<>(1)).add(at);
        }
    }

    /// The longest row of names from one on that stands here too; null when that one does not.
    @Nullable Found find(String other, List<Name> names, int from) {
        Name first = names.get(from);
        List<Integer> starts = places.getOrDefault(first.words().getFirst().key(), List.of());
        int best = -1;
        int most = 0;
        int end = 0;
        for (int start : starts.size() > TRIED ? starts.subList(0, TRIED) : starts) {
            int row = 0;
            int next = start;
            while (row < IN_A_ROW
                    && from + row < names.size()
                    && (row == 0 || follows(other, names, from + row))) {
                int after = after(names.get(from + row), next);
                if (after < 0) {
                    break;
                }
                next = after;
                row++;
            }
            boolean fresher = row == most && best >= 0 && used.get(best) && !used.get(start);
            if (row > most || (row > 0 && fresher)) {
                best = start;
                most = row;
                end = next;
            }
        }
        if (best < 0) {
            return null;
        }
        used.set(best, end);
        return new Found(
                most, new Span(words.get(best).span().start(), words.get(end - 1).span().end()));
    }

    private static boolean follows(String other, List<Name> names, int at) {
        return Name.joined(other, names.get(at - 1).span(), names.get(at).span());
    }

    /// The word after a name whose first word is there; -1 when it stands not there.
    private int after(Name name, int at) {
        for (Word word : name.words()) {
            boolean here = at < words.size() && word.same(words.get(at));
            boolean joined =
                    word == name.words().getFirst()
                            || (here
                                    && Name.joined(
                                            text, words.get(at - 1).span(), words.get(at).span()));
            if (!here || !joined) {
                return -1;
            }
            at++;
        }
        return at;
    }
}
