package hanji.termbase;

import hanji.segment.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds terms in what editors change: the same words into the same others, in different sources
/// that share one known term or word. Nothing is proposed that could be by chance: the Korean has
/// to go with the machines' words in both directions over all texts, and nothing else that the
/// sources share may do so as well.
public final class Rewordings {

    /// Texts in which editors made the change.
    public static final int LEAST = 3;

    /// Of the texts in which a machine wrote the words, those whose sources have the Korean.
    private static final double MEANT = 0.8;

    /// Of the texts whose sources have the Korean, those in which a machine wrote the words; and of
    /// these, those in which editors changed them.
    private static final double USUAL = 0.5;

    /// Of a whole term in Japanese or Chinese.
    private static final int MOST_SIGNS = 12;

    private record Text(Mended mended, Phrases machine, Set<String> known, Set<String> words) {

        boolean has(String korean) {
            return known.contains(korean) || words.contains(korean);
        }
    }

    private record Key(String before, String after) {}

    private record Made(Phrases.Change change, Text text) {}

    private final Language language;
    private final List<Text> texts;

    private Rewordings(Language language, List<Text> texts) {
        this.language = language;
        this.texts = texts;
    }

    /// Those that the terms do not have yet, the most frequent first.
    ///
    /// @param all also those that editors let stand: they speak against a rewording
    public static List<Rewording> of(List<Mended> all, Terms terms) {
        Map<Language, List<Text>> languages = new HashMap<>();
        for (Mended one : all) {
            Set<String> known = new LinkedHashSet<>();
            terms.match(one.source(), Language.SOURCE)
                    .forEach(match -> known.add(match.term().text()));
            languages
                    .computeIfAbsent(one.language(), _ -> new ArrayList<>())
                    .add(
                            new Text(
                                    one,
                                    new Phrases(one.machine(), one.language()),
                                    known,
                                    KoreanWords.of(one.source())));
        }
        return languages.entrySet().stream()
                .flatMap(one -> new Rewordings(one.getKey(), one.getValue()).found().stream())
                .filter(one -> !has(terms, one))
                .sorted(
                        Comparator.<Rewording>comparingInt(one -> -one.evidence().size())
                                .thenComparing(Rewording::after))
                .toList();
    }

    private static boolean has(Terms terms, Rewording rewording) {
        return terms.match(rewording.korean(), rewording.language()).stream()
                .flatMap(match -> match.targets().stream())
                .anyMatch(term -> term.text().equalsIgnoreCase(rewording.term()));
    }

    private List<Rewording> found() {
        Map<Key, List<Made>> changes = new LinkedHashMap<>();
        for (Text text : texts) {
            if (text.mended().machine().equals(text.mended().approved())) {
                continue;
            }
            Set<Key> here = new HashSet<>();
            Phrases after = new Phrases(text.mended().approved(), language);
            for (Phrases.Change change : text.machine().changes(after)) {
                Key key = new Key(lower(change.before()), lower(change.after()));
                if (here.add(key)) {
                    changes.computeIfAbsent(key, _ -> new ArrayList<>())
                            .add(new Made(change, text));
                }
            }
        }
        return changes.values().stream().flatMap(made -> rewording(made).stream()).toList();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Optional<Rewording> rewording(List<Made> made) {
        List<Text> changed = made.stream().map(Made::text).toList();
        if (changed.stream().map(text -> text.mended().source()).distinct().count() < LEAST) {
            return Optional.empty();
        }
        Phrases before = new Phrases(made.getFirst().change().before(), language);
        List<Text> said = texts.stream().filter(text -> text.machine().say(before)).toList();
        List<String> meant =
                shared(changed).stream()
                        .filter(korean -> goesWith(korean, said, changed.size()))
                        .toList();
        if (meant.size() != 1 || doubtful(meant.getFirst(), changed.getFirst())) {
            return Optional.empty();
        }
        Phrases.Change whole =
                whole(
                        made.stream().map(Made::change).toList(),
                        language.wide() ? MOST_SIGNS : meant.getFirst().split(" ").length);
        return Optional.of(
                new Rewording(
                        language,
                        meant.getFirst(),
                        whole.before(),
                        whole.after(),
                        changed.stream().map(Text::mended).toList()));
    }

    /// A change of a part of a term, with the words beside it that are the same everywhere.
    ///
    /// @param words that a whole term has
    private Phrases.Change whole(List<Phrases.Change> changes, int words) {
        Phrases.Change first = changes.getFirst();
        if (new Phrases(first.after(), language).size() < words) {
            for (boolean behind : new boolean[] {true, false}) {
                List<Phrases.Change> more =
                        changes.stream().flatMap(one -> one.with(behind).stream()).toList();
                boolean same =
                        more.size() == changes.size()
                                && more.stream().map(one -> one.edge(behind)).distinct().count()
                                        == 1;
                if (same) {
                    return whole(more, words);
                }
            }
        }
        return first;
    }

    /// Known terms that all the sources have, and words; without those that are part of another.
    private Set<String> shared(List<Text> texts) {
        Set<String> known = new LinkedHashSet<>(texts.getFirst().known());
        Set<String> words = new LinkedHashSet<>(texts.getFirst().words());
        texts.forEach(text -> known.retainAll(text.known()));
        texts.forEach(text -> words.retainAll(text.words()));
        known.addAll(bare(words));
        Set<String> whole = new LinkedHashSet<>(known);
        whole.removeIf(
                one -> known.stream().anyMatch(other -> !other.equals(one) && other.contains(one)));
        return whole;
    }

    /// Words of which the end may be particles, without these where some text has it otherwise.
    private Set<String> bare(Set<String> words) {
        Set<String> bare = new LinkedHashSet<>(words);
        for (String word : words) {
            bare.removeIf(longer ->
                    longer.length() > word.length()
                            && longer.startsWith(word)
                            && texts.stream().anyMatch(text -> text.has(word) != text.has(longer)));
        }
        return bare;
    }

    /// Whether its end may be particles, and no text tells.
    private static boolean doubtful(String korean, Text text) {
        return !text.known().contains(korean)
                && text.words().stream()
                        .anyMatch(word -> !word.equals(korean) && korean.startsWith(word));
    }

    /// @param said texts in which a machine wrote the words
    private boolean goesWith(String korean, List<Text> said, int changed) {
        long both = said.stream().filter(text -> text.has(korean)).count();
        long all = texts.stream().filter(text -> text.has(korean)).count();
        return both >= MEANT * said.size() && both >= USUAL * all && changed >= USUAL * both;
    }
}
