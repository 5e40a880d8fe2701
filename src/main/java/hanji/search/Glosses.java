package hanji.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/// Which Korean and English terms mean the same, as the digests themselves say. Read from the
/// index, where each text's glosses stand as terms: it counts them, and forgets those of texts that
/// are gone.
final class Glosses {

    static final Glosses NONE = new Glosses(new TreeMap<>(), Map.of());

    private static final int MOST_TERMS = 20_000;

    /// Said once, it may be a slip, and helps to find that one text only.
    private static final int FEWEST = 2;

    private static final int MOST_FORMS = 3;

    /// A form that stands for less than this share of a term is chance.
    private static final double RARE = 0.1;

    private static final double USUAL = 0.25;

    private record Counted(String term, int count) {}

    private final TreeMap<String, List<Counted>> korean;
    private final Map<String, List<Counted>> english;

    private Glosses(TreeMap<String, List<Counted>> korean, Map<String, List<Counted>> english) {
        this.korean = korean;
        this.english = english;
    }

    static Glosses of(IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Field.GLOSS);
        if (terms == null) {
            return NONE;
        }
        Map<String, List<Counted>> all = new HashMap<>();
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next();
                term != null && all.size() < MOST_TERMS;
                term = each.next()) {
            String[] pair = term.utf8ToString().split("\t", 2);
            all.computeIfAbsent(pair[0], _ -> new ArrayList<>())
                    .add(new Counted(pair[1], each.docFreq()));
        }
        TreeMap<String, List<Counted>> korean = new TreeMap<>();
        Map<String, List<Counted>> english = new HashMap<>();
        all.forEach((term, forms) -> {
            List<Counted> chosen = chosen(forms);
            if (!chosen.isEmpty()) {
                korean.put(term, chosen);
            }
            for (Counted form : chosen) {
                english.computeIfAbsent(form.term(), _ -> new ArrayList<>())
                        .add(new Counted(term, form.count()));
            }
        });
        english.replaceAll((_, those) -> most(usual(those)));
        return new Glosses(korean, english);
    }

    /// Longest first: a form stays when it is not rare; what is only the end of others that stay
    /// (모델 of 확산모델) does not.
    private static List<Counted> chosen(List<Counted> forms) {
        int most = forms.stream().mapToInt(Counted::count).max().orElse(0);
        if (most < FEWEST) {
            return List.of();
        }
        List<Counted> chosen = new ArrayList<>();
        forms.stream()
                .sorted(Comparator.comparingInt((Counted form) -> form.term().length()).reversed())
                .filter(form -> form.count() >= Math.max(FEWEST, RARE * most))
                .forEach(form -> {
                    int longer =
                            chosen.stream()
                                    .filter(other -> other.term().endsWith(form.term()))
                                    .mapToInt(Counted::count)
                                    .sum();
                    if (2 * longer < form.count()) {
                        chosen.add(form);
                    }
                });
        return most(chosen);
    }

    /// What a Korean term is glossed as now and then is a neighbour of it, not another word for it.
    private static List<Counted> usual(List<Counted> terms) {
        int most = terms.stream().mapToInt(Counted::count).max().orElse(0);
        return terms.stream().filter(term -> term.count() >= USUAL * most).toList();
    }

    private static List<Counted> most(List<Counted> forms) {
        return forms.stream()
                .sorted(Comparator.comparingInt(Counted::count).reversed())
                .limit(MOST_FORMS)
                .toList();
    }

    int size() {
        return korean.size();
    }

    /// All forms of a term, in both languages and with it; empty when nobody glossed it.
    Set<String> forms(String text) {
        if (Korean.in(text)) {
            return ofKorean(Korean.stem(text));
        }
        String term = GlossFinder.normalised(text);
        return korean.containsKey(term) ? all(term) : Set.of();
    }

    private Set<String> ofKorean(String term) {
        List<Counted> others = english.getOrDefault(term, List.of());
        if (others.isEmpty()) {
            return Set.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        others.forEach(other -> forms.add(other.term()));
        korean.getOrDefault(others.getFirst().term(), List.of())
                .forEach(form -> forms.add(form.term()));
        forms.add(term);
        return forms;
    }

    /// The forms of the terms that begin so, of those that are meant most often.
    Set<String> beginning(String text) {
        String begun = GlossFinder.normalised(text);
        if (begun.length() < 4 || Korean.in(text)) {
            return Set.of();
        }
        Set<String> forms = new LinkedHashSet<>();
        korean.subMap(begun, begun + Character.MAX_VALUE).entrySet().stream()
                .sorted(
                        Comparator.comparing((Map.Entry<String, List<Counted>> entry) ->
                                -entry.getValue().getFirst().count()))
                .limit(2)
                .forEach(entry -> forms.addAll(all(entry.getKey())));
        return forms;
    }

    /// What its most frequent Korean form stands for, where it is one of that.
    private Set<String> all(String term) {
        List<Counted> known = korean.getOrDefault(term, List.of());
        Set<String> shared = ofKorean(known.getFirst().term());
        if (shared.contains(term)) {
            return shared;
        }
        Set<String> forms = new LinkedHashSet<>(List.of(term));
        known.forEach(form -> forms.add(form.term()));
        return forms;
    }
}
