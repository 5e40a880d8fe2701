package hanji.qa;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Words and what they mean, for finding the longest one at a place of a text without copying.
final class Trie {

    /// @param start whether the word must begin at the edge of a word of the text
    /// @param end whether it must end at one
    private record Entry(boolean start, boolean end, long senses, boolean sure) {}

    record Hit(int end, long senses, boolean sure) {}

    private static final class Node {
        char[] keys = {};
        Node[] next = {};
        Entry[] entries = {};

        @Nullable Node child(char key) {
            if (keys.length < 6) {
                for (int i = 0; i < keys.length; i++) {
                    if (keys[i] == key) {
                        return next[i];
                    }
                }
                return null;
            }
            int at = Arrays.binarySearch(keys, key);
            return at < 0 ? null : next[at];
        }

        Node grow(char key) {
            Node known = child(key);
            if (known != null) {
                return known;
            }
            int at = -Arrays.binarySearch(keys, key) - 1;
            keys = Arrays.copyOf(keys, keys.length + 1);
            next = Arrays.copyOf(next, keys.length);
            System.arraycopy(keys, at, keys, at + 1, keys.length - at - 1);
            System.arraycopy(next, at, next, at + 1, keys.length - at - 1);
            keys[at] = key;
            next[at] = new Node();
            return next[at];
        }
    }

    /// The first letters, by their high and low bytes: most places of a text end here.
    private final @Nullable Node[] @Nullable [] first = new Node[256][];

    /// Adding a word again joins the senses.
    void add(String word, boolean start, boolean end, long senses, boolean sure) {
        Node node = grown(word.charAt(0));
        for (int i = 1; i < word.length(); i++) {
            node = node.grow(word.charAt(i));
        }
        for (int i = 0; i < node.entries.length; i++) {
            Entry known = node.entries[i];
            if (known.start == start && known.end == end) {
                node.entries[i] = new Entry(start, end, known.senses | senses, known.sure || sure);
                return;
            }
        }
        node.entries = Arrays.copyOf(node.entries, node.entries.length + 1);
        node.entries[node.entries.length - 1] = new Entry(start, end, senses, sure);
    }

    /// The longest word that begins here; null when none does.
    @Nullable Hit longest(String text, int at) {
        Node node = begun(text.charAt(at));
        if (node == null) {
            return null;
        }
        boolean edge = at == 0 || !letter(text.charAt(at - 1));
        Entry best = null;
        int bestEnd = at;
        for (int end = at + 1; node != null; end++) {
            for (Entry entry : node.entries) {
                if ((!entry.start || edge)
                        && (!entry.end || end == text.length() || !letter(text.charAt(end)))) {
                    best = entry;
                    bestEnd = end;
                }
            }
            node = end < text.length() ? node.child(text.charAt(end)) : null;
        }
        return best == null ? null : new Hit(bestEnd, best.senses, best.sure);
    }

    private Node grown(char c) {
        Node[] page = first[c >> 8];
        if (page == null) {
            page = new Node[256];
            first[c >> 8] = page;
        }
        Node known = page[c & 0xFF];
        if (known == null) {
            known = new Node();
            page[c & 0xFF] = known;
        }
        return known;
    }

    private @Nullable Node begun(char c) {
        Node[] page = first[c >> 8];
        return page == null ? null : page[c & 0xFF];
    }

    static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c > 127 && Character.isLetter(c);
    }
}
