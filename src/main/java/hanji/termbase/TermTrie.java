package hanji.termbase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Korean terms by their folded characters. A text is walked once from each of its words; that
/// takes no longer than the longest term.
final class TermTrie {

    /// A Korean term and the entry it belongs to.
    record Leaf(TermEntry entry, Term term, Folded folded) {}

    static final class Node {

        private char[] letters = {};
        private Node[] next = {};
        private List<Leaf> leaves = List.of();

        @Nullable Node child(char c) {
            for (int i = 0; i < letters.length; i++) {
                if (letters[i] == c) {
                    return next[i];
                }
            }
            return null;
        }

        List<Leaf> leaves() {
            return leaves;
        }

        private Node grown(char c) {
            Node known = child(c);
            if (known != null) {
                return known;
            }
            letters = Arrays.copyOf(letters, letters.length + 1);
            next = Arrays.copyOf(next, next.length + 1);
            letters[letters.length - 1] = c;
            next[next.length - 1] = new Node();
            return next[next.length - 1];
        }
    }

    private final Map<Character, Node> first = new HashMap<>();

    void add(Leaf leaf) {
        Folded folded = leaf.folded();
        if (folded.length() == 0) {
            return;
        }
        Node node = first.computeIfAbsent(folded.at(0), _ -> new Node());
        for (int i = 1; i < folded.length(); i++) {
            node = node.grown(folded.at(i));
        }
        List<Leaf> leaves = new ArrayList<>(node.leaves);
        leaves.add(leaf);
        node.leaves = List.copyOf(leaves);
    }

    @Nullable Node begin(char c) {
        return first.get(c);
    }
}
