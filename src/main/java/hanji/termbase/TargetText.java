package hanji.termbase;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A translation in which terms are looked for, in whatever form the language puts them. Of one
/// thread.
public final class TargetText {

    /// How a term stands in a text.
    public enum Form {
        /// letter for letter, but for capitals where they do not matter, blanks and hyphens
        VERBATIM,
        /// with another ending, or inside a compound
        INFLECTED,
        /// in its parts, with other words between
        APART
    }

    /// @param span where; the first part of a term that stands apart
    public record Found(Term term, Span span, Form form) {}

    /// Words that are shorter may stand in a compound by chance.
    private static final int COMPOUND = 5;

    private final String text;
    private final Language language;
    private final Folded folded;
    private final List<Word> words;
    private final String stems;
    private final int[] begins;

    private record Word(String letters, String stem, Span span) {}

    public TargetText(String text, Language language) {
        this.text = text;
        this.language = language;
        this.folded = Folded.of(text, language);
        this.words = wide() ? List.of() : words(text, language);
        StringBuilder all = new StringBuilder();
        this.begins = new int[words.size() + 1];
        for (int i = 0; i < words.size(); i++) {
            begins[i] = all.length();
            all.append(words.get(i).stem());
        }
        begins[words.size()] = all.length();
        this.stems = all.toString();
    }

    private boolean wide() {
        return language.wide();
    }

    private static List<Word> words(String text, Language language) {
        List<Word> words = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int end = at;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                String letters = Folded.of(text.substring(at, end), language).toString();
                words.add(new Word(letters, Stems.of(letters, language), new Span(at, end)));
                at = end;
            }
        }
        return words;
    }

    /// The term as it stands here, verbatim before inflected before apart.
    public Optional<Found> find(Term term) {
        Optional<Found> verbatim = verbatim(term).findFirst();
        if (verbatim.isPresent() || asWritten(term)) {
            return verbatim;
        }
        if (wide()) {
            return halves(term);
        }
        List<Word> wanted = words(term.text(), language);
        return inflected(term, wanted).findFirst().or(() -> apart(term, wanted));
    }

    /// Every place where the term stands in one piece, in the order of the text.
    public List<Found> all(Term term) {
        List<Found> all = new ArrayList<>(verbatim(term).toList());
        if (!asWritten(term) && !wide()) {
            inflected(term, words(term.text(), language))
                    .filter(found -> all.stream().noneMatch(one -> overlap(one, found)))
                    .forEach(all::add);
        }
        all.sort(Comparator.comparingInt(found -> found.span().start()));
        return all;
    }

    private static boolean overlap(Found one, Found other) {
        return one.span().start() < other.span().end() && other.span().start() < one.span().end();
    }

    private static boolean asWritten(Term term) {
        return term.status() == TermStatus.KEEP || term.caseSensitive();
    }

    /// Where letters stand within others.
    private static IntStream places(String all, String letters) {
        return letters.isEmpty()
                ? IntStream.empty()
                : IntStream.iterate(
                        all.indexOf(letters), at -> at >= 0, at -> all.indexOf(letters, at + 1));
    }

    /// What is there of a name, whatever its capitals; for those that were changed.
    public Optional<Span> likeness(Term term) {
        Folded wanted = Folded.of(term.text(), language);
        int at = folded.toString().indexOf(wanted.toString());
        return wanted.length() == 0 || at < 0
                ? Optional.empty()
                : Optional.of(folded.span(at, at + wanted.length()));
    }

    private Stream<Found> verbatim(Term term) {
        Folded wanted = Folded.of(term.text(), language);
        return places(folded.toString(), wanted.toString())
                .filter(at -> folded.dividedLike(at, wanted))
                .mapToObj(at -> folded.span(at, at + wanted.length()))
                .filter(span -> bounded(span) && cased(span, term))
                .map(span -> new Found(term, span, Form.VERBATIM));
    }

    private boolean cased(Span span, Term term) {
        return !asWritten(term) || Terms.letters(span.of(text)).equals(Terms.letters(term.text()));
    }

    /// Whether no Latin word goes on before or behind; a plural's s may stand behind.
    private boolean bounded(Span span) {
        boolean before =
                span.start() > 0
                        && western(text.charAt(span.start() - 1))
                        && western(text.charAt(span.start()));
        if (before) {
            return false;
        }
        int end = span.end();
        if (end == text.length() || !western(text.charAt(end)) || !western(text.charAt(end - 1))) {
            return true;
        }
        return text.charAt(end) == 's'
                && (end + 1 == text.length() || !western(text.charAt(end + 1)));
    }

    private static boolean western(char c) {
        return c < 0x250 && Character.isLetterOrDigit(c);
    }

    private Stream<Found> inflected(Term term, List<Word> wanted) {
        StringBuilder key = new StringBuilder();
        StringBuilder joined = new StringBuilder();
        for (Word word : wanted) {
            key.append(word.stem());
            joined.append(word.letters());
        }
        return Stream.of(key.toString(), Stems.of(joined.toString(), language))
                .distinct()
                .flatMap(one -> stemmed(term, one));
    }

    private Stream<Found> stemmed(Term term, String key) {
        boolean compounds = language == Language.DE && key.length() >= COMPOUND;
        return places(stems, key)
                .filter(at ->
                        compounds
                                || begins[word(at)] == at
                                        && begins[word(at + key.length() - 1) + 1]
                                                == at + key.length())
                .mapToObj(at ->
                        new Span(
                                words.get(word(at)).span().start(),
                                words.get(word(at + key.length() - 1)).span().end()))
                .map(span -> new Found(term, span, Form.INFLECTED));
    }

    /// Which word the character of the stems belongs to.
    private int word(int at) {
        int index = Arrays.binarySearch(begins, at);
        int word = index >= 0 ? index : -index - 2;
        while (begins[word + 1] == at) {
            word++;
        }
        return word;
    }

    private Optional<Found> apart(Term term, List<Word> wanted) {
        if (wanted.size() < 2) {
            return Optional.empty();
        }
        Span first = null;
        for (Word word : wanted) {
            Optional<Span> here = anywhere(word);
            if (here.isEmpty()) {
                return Optional.empty();
            }
            first = first == null ? here.get() : first;
        }
        return first == null ? Optional.empty() : Optional.of(new Found(term, first, Form.APART));
    }

    private Optional<Span> anywhere(Word wanted) {
        boolean compounds = language == Language.DE && wanted.stem().length() >= COMPOUND;
        return words.stream()
                .filter(word ->
                        compounds
                                ? word.stem().contains(wanted.stem())
                                : word.stem().equals(wanted.stem()))
                .map(Word::span)
                .findFirst();
    }

    /// Japanese and Chinese put words between the halves of a term.
    private Optional<Found> halves(Term term) {
        String all = folded.toString();
        String wanted = Folded.of(term.text(), language).toString();
        for (int cut = 2; cut <= wanted.length() - 2; cut++) {
            int head = all.indexOf(wanted.substring(0, cut));
            if (head >= 0 && all.contains(wanted.substring(cut))) {
                return Optional.of(new Found(term, folded.span(head, head + cut), Form.APART));
            }
        }
        return Optional.empty();
    }
}
