package hanji.qa;

import hanji.segment.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What papers speak of in all languages, from `concepts.txt`: a small dictionary that shows what
/// only one of two texts speaks of. A word of several concepts stands for each of them.
final class Concepts {

    /// As the columns of the file.
    private static final List<Language> COLUMNS =
            List.of(Language.KO, Language.EN, Language.JA, Language.ZH_CN, Language.DE);

    private static final Concepts ALL = new Concepts();

    /// Words by concept, of each language.
    private final Map<Language, List<List<String>>> words = new EnumMap<>(Language.class);

    /// Finds a word's number in [#meanings].
    private final Map<Language, Trie> tries = new EnumMap<>(Language.class);

    private final Map<Language, List<List<Integer>>> meanings = new EnumMap<>(Language.class);

    /// Lines that begin with `+`: nobody speaks of these in passing. They count in a target only.
    private final List<Boolean> telling = new ArrayList<>();

    private Concepts() {
        COLUMNS.forEach(language -> words.put(language, new ArrayList<>()));
        String file = "concepts.txt";
        try (var in = Objects.requireNonNull(Concepts.class.getResourceAsStream(file), file);
                var reader =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line : reader.lines().toList()) {
                if (!line.startsWith("#")) {
                    telling.add(line.startsWith("+ "));
                    String[] columns = line.replaceFirst("^\\+ ", "").split("\\|");
                    for (int i = 0; i < columns.length; i++) {
                        words(COLUMNS.get(i)).add(List.of(columns[i].strip().split(", *")));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        COLUMNS.forEach(this::index);
    }

    private void index(Language language) {
        Map<String, List<Integer>> byWord = new HashMap<>();
        List<List<String>> concepts = words(language);
        for (int i = 0; i < concepts.size(); i++) {
            if (telling.get(i) == (language == Language.SOURCE)) {
                continue;
            }
            for (String word : concepts.get(i)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(i);
            }
        }
        Trie trie = new Trie();
        List<List<Integer>> all = new ArrayList<>();
        byWord.forEach((word, concept) -> {
            trie.add(word, language == Language.EN, false, all.size(), true);
            all.add(concept);
        });
        tries.put(language, trie);
        meanings.put(language, all);
    }

    private List<List<String>> words(Language language) {
        return Objects.requireNonNull(words.get(language));
    }

    /// The words of a text for which no word of the other one stands, one for each concept. Of a
    /// target only the words that no translation adds for the sake of style.
    static List<Mark> unanswered(Side text, Side other) {
        return ALL.find(text, other);
    }

    private List<Mark> find(Side text, Side other) {
        Trie trie = Objects.requireNonNull(tries.get(text.language()));
        List<List<Integer>> known = Objects.requireNonNull(meanings.get(text.language()));
        String lower = text.lower();
        boolean[] seen = new boolean[known.size()];
        List<Mark> unanswered = new ArrayList<>();
        int at = 0;
        while (at < lower.length()) {
            Trie.Hit hit = trie.longest(lower, at);
            if (hit == null) {
                at++;
                continue;
            }
            int word = (int) hit.senses();
            if (!seen[word]) {
                seen[word] = true;
                List<Integer> concepts = Objects.requireNonNull(known.get(word));
                if (concepts.stream().noneMatch(concept -> stands(concept, other))) {
                    unanswered.add(new Mark(at, hit.end(), concepts.getLast(), true));
                }
            }
            at = hit.end();
        }
        return distinct(unanswered);
    }

    private static List<Mark> distinct(List<Mark> marks) {
        List<Mark> distinct = new ArrayList<>();
        for (Mark mark : marks) {
            if (distinct.stream().noneMatch(known -> known.senses() == mark.senses())) {
                distinct.add(mark);
            }
        }
        return distinct;
    }

    private boolean stands(int concept, Side side) {
        boolean wordsOnly = side.language() == Language.EN;
        for (String word : Objects.requireNonNull(words(side.language()).get(concept))) {
            int at = side.lower().indexOf(word);
            while (at >= 0) {
                if (!wordsOnly || at == 0 || !Trie.letter(side.lower().charAt(at - 1))) {
                    return true;
                }
                at = side.lower().indexOf(word, at + 1);
            }
        }
        return false;
    }
}
