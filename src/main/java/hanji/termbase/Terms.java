package hanji.termbase;

import hanji.segment.Language;
import hanji.segment.ProtectedSpan;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The terms of a moment, ready to be looked for. Immutable, thread-safe; time grows with the
/// length of the text, not with the number of terms.
public final class Terms {

    public static final Terms NONE = new Terms(List.of());

    private static final char MASK = '\uE000';

    private final List<TermEntry> entries;
    private final TermTrie trie = new TermTrie();
    private final Set<String> pairs = new HashSet<>();

    public Terms(List<TermEntry> entries) {
        this.entries = List.copyOf(entries);
        for (TermEntry entry : entries) {
            for (Term term : entry.concept().terms(Language.SOURCE)) {
                trie.add(new TermTrie.Leaf(entry, term, Folded.of(term.text(), Language.SOURCE)));
                for (Term english : entry.concept().terms(Language.EN)) {
                    pairs.add(pair(term.text(), english.text()));
                }
            }
        }
    }

    /// In the order they were added.
    public List<TermEntry> entries() {
        return entries;
    }

    /// Whether a concept has both terms, however they are spaced and whatever their number.
    boolean has(String korean, String english) {
        return pairs.contains(pair(korean, english));
    }

    /// The first concept with an English term, whatever its number and spacing.
    Optional<TermEntry> named(String english) {
        String key = EnglishName.key(english);
        return entries.stream()
                .filter(entry ->
                        entry.concept().terms(Language.EN).stream()
                                .anyMatch(term -> EnglishName.key(term.text()).equals(key)))
                .findFirst();
    }

    /// The first concept with a Korean term, however it is spaced.
    Optional<TermEntry> called(String korean) {
        String key = Folded.of(korean, Language.KO).toString();
        return entries.stream()
                .filter(entry ->
                        entry.concept().terms(Language.SOURCE).stream()
                                .anyMatch(term ->
                                        Folded.of(term.text(), Language.KO).toString().equals(key)))
                .findFirst();
    }

    static String pair(String korean, String english) {
        return Folded.of(korean, Language.KO) + "\t" + EnglishName.key(english);
    }

    /// The concepts that a Korean text speaks of and that have terms in a language, in the order of
    /// the text. Particles and other spacing are tolerated; of terms inside each other the longest
    /// counts. Labels, formulas, code and addresses are not read.
    public List<TermMatch> match(String koreanSource, Language target) {
        List<TermMatch> matches = new ArrayList<>();
        found(koreanSource)
                .forEach((leaf, spans) -> {
                    List<Term> targets = targets(leaf, target);
                    if (!targets.isEmpty()) {
                        matches.add(new TermMatch(leaf.entry(), leaf.term(), spans, targets));
                    }
                });
        return matches;
    }

    /// Whether a Korean text speaks of any concept, whatever languages that has terms in.
    public boolean speaksOf(String koreanSource) {
        return !found(koreanSource).isEmpty();
    }

    private Map<TermTrie.Leaf, List<Span>> found(String koreanSource) {
        if (entries.isEmpty()) {
            return Map.of();
        }
        Map<TermTrie.Leaf, List<Span>> found = new LinkedHashMap<>();
        String text = masked(koreanSource);
        Folded folded = Folded.of(text, Language.SOURCE);
        for (int at = 0; at < folded.length(); ) {
            int end = begins(text, folded, at) ? longest(text, folded, at, found) : at;
            at = Math.max(end, at + 1);
        }
        return found;
    }

    private static List<Term> targets(TermTrie.Leaf leaf, Language target) {
        List<Term> targets = leaf.entry().concept().terms(target);
        return targets.isEmpty() && leaf.term().status() == TermStatus.KEEP
                ? List.of(Term.of(target, leaf.term().text(), TermStatus.KEEP))
                : targets;
    }

    /// Where the longest term that begins here ends; `at` when none does.
    private int longest(String text, Folded folded, int at, Map<TermTrie.Leaf, List<Span>> found) {
        List<TermTrie.Leaf> best = List.of();
        int bestEnd = at;
        TermTrie.Node node = trie.begin(folded.at(at));
        for (int end = at + 1; node != null; end++) {
            List<TermTrie.Leaf> here = fitting(node.leaves(), text, folded, at, end);
            if (!here.isEmpty()) {
                best = here;
                bestEnd = end;
            }
            node = end < folded.length() ? node.child(folded.at(end)) : null;
        }
        for (TermTrie.Leaf leaf : best) {
            found.computeIfAbsent(leaf, _ -> new ArrayList<>()).add(folded.span(at, bestEnd));
        }
        return bestEnd;
    }

    private static List<TermTrie.Leaf> fitting(
            List<TermTrie.Leaf> leaves, String text, Folded folded, int at, int end) {
        if (leaves.isEmpty() || !ends(text, folded.span(at, end).end())) {
            return List.of();
        }
        Span span = folded.span(at, end);
        List<TermTrie.Leaf> fitting = new ArrayList<>();
        for (TermTrie.Leaf leaf : leaves) {
            boolean cased = leaf.term().caseSensitive();
            if (folded.dividedLike(at, leaf.folded())
                    && (!cased || sameCase(span.of(text), leaf.term().text()))) {
                fitting.add(leaf);
            }
        }
        return fitting;
    }

    private static boolean sameCase(String found, String term) {
        return letters(found).equals(letters(term));
    }

    static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(c -> !Folded.joins((char) c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    /// Whether a word begins here: no letter before, or one of another script; a hyphen belongs to
    /// Latin names.
    private static boolean begins(String text, Folded folded, int index) {
        int at = folded.start(index);
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        char c = text.charAt(at);
        if (latin(c)) {
            return !latin(before) && !(before == '-' && at > 1 && latin(text.charAt(at - 2)));
        }
        return !Character.isLetterOrDigit(before);
    }

    /// Whether a word ends here, its particles aside.
    private static boolean ends(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char last = text.charAt(end - 1);
        char next = text.charAt(end);
        if (latin(last)) {
            boolean plural =
                    next == 's' && (end + 1 == text.length() || !latin(text.charAt(end + 1)));
            return plural
                    || !latin(next)
                            && !(next == '-'
                                    && end + 1 < text.length()
                                    && latin(text.charAt(end + 1)));
        }
        int rest = end;
        while (rest < text.length() && hangul(text.charAt(rest))) {
            rest++;
        }
        if (rest == end) {
            return !Character.isLetterOrDigit(next) || latin(next);
        }
        return Particles.are(last, text.subSequence(end, rest));
    }

    private static boolean latin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }

    private static boolean hangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3';
    }

    private static String masked(String text) {
        char[] chars = text.toCharArray();
        for (ProtectedSpan protect : ProtectedSpan.in(text)) {
            Span span = protect.span();
            switch (protect) {
                case ProtectedSpan.Label _,
                        ProtectedSpan.Math _,
                        ProtectedSpan.Code _,
                        ProtectedSpan.Url _ ->
                        Arrays.fill(chars, span.start(), span.end(), MASK);
                case ProtectedSpan.Link link ->
                        Arrays.fill(chars, link.text().end(), span.end(), MASK);
            }
        }
        return new String(chars);
    }
}
