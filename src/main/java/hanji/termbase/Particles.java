package hanji.termbase;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What Korean hangs on a noun: a plural, case particles, auxiliary particles, the copula
/// (`hanji/termbase/particles.txt`). Whatever else follows makes another word.
final class Particles {

    /// The plural, `deul`; it may stand before any particle.
    private static final char PLURAL = '\uB4E4';

    private static final char FIRST = '\uAC00';
    private static final char LAST = '\uD7A3';

    /// Of the 28 endings of a syllable, none and ㄹ.
    private static final int OPEN = 0;

    private static final int RIEUL = 8;

    private static final int LONGEST = 7;

    private static final Map<String, Set<String>> FORMS = read();

    private Particles() {}

    private static Map<String, Set<String>> read() {
        Lines lines = Lines.read("particles.txt");
        Map<String, Set<String>> forms = new HashMap<>();
        for (String noun : List.of("any", "consonant", "vowel", "open")) {
            Set<String> these = new HashSet<>(lines.words("last " + noun));
            for (String particle : lines.words("case " + noun)) {
                these.add(particle);
                lines.words("after").forEach(more -> these.add(particle + more));
            }
            forms.put(noun, Set.copyOf(these));
        }
        return Map.copyOf(forms);
    }

    /// Whether the rest of a word is nothing but particles of a noun that ends in `last`.
    static boolean are(char last, CharSequence rest) {
        if (rest.isEmpty()) {
            return true;
        }
        if (rest.length() > LONGEST) {
            return false;
        }
        if (rest.charAt(0) == PLURAL) {
            return are(PLURAL, rest.subSequence(1, rest.length()));
        }
        return fits(last, rest.toString());
    }

    private static boolean fits(char last, String rest) {
        if (has("any", rest)) {
            return true;
        }
        if (last < FIRST || last > LAST) {
            // how a Latin name or a number is read aloud is not written
            return has("consonant", rest) || has("vowel", rest) || has("open", rest);
        }
        int coda = (last - FIRST) % 28;
        return has(coda == OPEN ? "vowel" : "consonant", rest)
                || (coda == OPEN || coda == RIEUL) && has("open", rest);
    }

    private static boolean has(String noun, String form) {
        return FORMS.getOrDefault(noun, Set.of()).contains(form);
    }
}
