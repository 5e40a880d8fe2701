package hanji.termbase;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.DeltaType;
import hanji.segment.Language;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as its words, in Japanese and Chinese as its signs, for finding what was written in the
/// place of what.
final class Phrases {

    /// Longer changes are of sentences, not of terms.
    private static final int MOST_WORDS = 4;

    private static final int MOST_SIGNS = 8;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\S");

    /// Nothing says where a word ends among Han and Kana.
    private static final Pattern SIGN = Pattern.compile("[\\p{IsLatin}\\p{N}]+|\\S");

    /// Words in the place of others.
    record Change(Phrases old, Part out, Phrases now, Part in) {

        String before() {
            return old.written(out);
        }

        String after() {
            return now.written(in);
        }

        /// With the word behind it, or before it, that is the same in both texts.
        Optional<Change> with(boolean behind) {
            Part more = out.with(behind);
            Part other = in.with(behind);
            boolean there = old.has(more) && now.has(other);
            return there
                            && term(old.written(more))
                            && old.key(more.edge(behind)).equals(now.key(other.edge(behind)))
                    ? Optional.of(new Change(old, more, now, other))
                    : Optional.empty();
        }

        /// The word at that end, whatever its capitals.
        String edge(boolean behind) {
            return old.key(out.edge(behind));
        }
    }

    /// Words from one number to another, exclusive.
    private record Part(int from, int to) {

        Part with(boolean behind) {
            return behind ? new Part(from, to + 1) : new Part(from - 1, to);
        }

        int edge(boolean behind) {
            return behind ? to - 1 : from;
        }
    }

    private record Word(String key, int start, int end) {}

    private final String text;
    private final Language language;
    private final List<Word> words = new ArrayList<>();
    private final List<String> keys;

    Phrases(String text, Language language) {
        this.text = text;
        this.language = language;
        Pattern word = language.wide() ? SIGN : WORD;
        for (Matcher found = word.matcher(text); found.find(); ) {
            words.add(new Word(found.group().toLowerCase(Locale.ROOT), found.start(), found.end()));
        }
        keys = words.stream().map(Word::key).toList();
    }

    /// Whether the words stand here one after the other, whatever their capitals.
    boolean say(Phrases phrase) {
        return Collections.indexOfSubList(keys, phrase.keys) >= 0;
    }

    private int most() {
        return language.wide() ? MOST_SIGNS : MOST_WORDS;
    }

    int size() {
        return words.size();
    }

    private String key(int word) {
        return words.get(word).key();
    }

    private boolean has(Part part) {
        return part.from() >= 0 && part.to() <= words.size();
    }

    private String written(Part part) {
        return text.substring(words.get(part.from()).start(), words.get(part.to() - 1).end());
    }

    /// Words in the place of others; what differs in capitals or endings alone is none.
    List<Change> changes(Phrases after) {
        List<Change> changes = new ArrayList<>();
        for (AbstractDelta<String> delta : DiffUtils.diff(keys, after.keys).getDeltas()) {
            int longest = Math.max(delta.getSource().size(), delta.getTarget().size());
            if (delta.getType() == DeltaType.CHANGE && longest <= most()) {
                Change change =
                        new Change(this, part(delta.getSource()), after, part(delta.getTarget()));
                String old = change.before();
                String now = change.after();
                if (term(old) && term(now) && !stem(old).equals(stem(now))) {
                    changes.add(change);
                }
            }
        }
        return changes;
    }

    private static Part part(Chunk<String> chunk) {
        return new Part(chunk.getPosition(), chunk.getPosition() + chunk.size());
    }

    private static boolean term(String phrase) {
        return phrase.length() <= Term.LONGEST
                && phrase.codePoints().anyMatch(Character::isLetter)
                && phrase.codePoints()
                        .allMatch(c -> Character.isLetterOrDigit(c) || c == ' ' || c == '-');
    }

    private String stem(String phrase) {
        StringBuilder stems = new StringBuilder();
        for (String word : phrase.toLowerCase(Locale.ROOT).split("[ -]+")) {
            stems.append(language.wide() ? word : Stems.of(word, language));
        }
        return stems.toString();
    }
}
