package hanji.qa;

import hanji.segment.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// The words of a language that deny or compare, from `polarity-LANGUAGE.txt`.
///
/// A file has sections, headed by one or more senses in brackets (`[worse less]`; `[-]` for none),
/// of entries with commas between. `~` before an entry: it excuses but proves nothing. `#` begins a
/// comment line. In English and German an entry is whole words and `*` opens an end; in the other
/// languages it is found anywhere and `_` stands for the edge of a word. An entry of two sections
/// has the senses of both. Where several entries fit, the longest one counts; so the entries of
/// `[-]` free longer words and phrases: `not only`, 少ない.
final class Lexicon {

    private static final Map<Language, Lexicon> ALL = new ConcurrentHashMap<>();

    private final boolean spaced;
    private final Trie words = new Trie();

    /// The entries that may begin inside a word, for the languages whose others may not.
    private final Trie endings = new Trie();

    private Lexicon(Language language) {
        this.spaced = language == Language.EN || language == Language.DE;
        String file = "polarity-" + language.tag() + ".txt";
        try (var in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(file), file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lexicon of(Language language) {
        Lexicon known = ALL.get(language);
        return known == null ? ALL.computeIfAbsent(language, Lexicon::new) : known;
    }

    private void read(BufferedReader lines) {
        long senses = 0;
        for (String line : lines.lines().toList()) {
            if (line.startsWith("[")) {
                senses =
                        Stream.of(line.substring(1, line.indexOf(']')).split(" "))
                                .filter(name -> !name.equals("-"))
                                .mapToLong(name -> Sense.of(name).bit())
                                .reduce(0, (a, b) -> a | b);
            } else if (!line.startsWith("#")) {
                for (String entry : line.split(", ?")) {
                    add(entry, senses);
                }
            }
        }
    }

    private void add(String entry, long senses) {
        boolean sure = !entry.startsWith("~");
        String word = sure ? entry : entry.substring(1);
        char sign = spaced ? '*' : '_';
        boolean first = !word.isEmpty() && word.charAt(0) == sign;
        boolean last = word.length() > 1 && word.charAt(word.length() - 1) == sign;
        String bare = word.substring(first ? 1 : 0, word.length() - (last ? 1 : 0));
        if (!bare.isEmpty()) {
            words.add(bare, first != spaced, last != spaced, senses, sure);
            if (spaced && first) {
                endings.add(bare, false, !last, senses, sure);
            }
        }
    }

    /// The entries in a text, from left to right, none in another.
    ///
    /// @param text in lower case
    List<Mark> marks(String text) {
        List<Mark> marks = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            boolean inside = spaced && at > 0 && Trie.letter(text.charAt(at - 1));
            Trie.Hit hit = (inside ? endings : words).longest(text, at);
            if (hit == null) {
                at++;
                continue;
            }
            if (hit.senses() != 0) {
                marks.add(new Mark(at, hit.end(), hit.senses(), hit.sure()));
            }
            at = hit.end();
            while (spaced && at < text.length() && Trie.letter(text.charAt(at))) {
                at++;
            }
        }
        return marks;
    }
}
