package hanji.termbase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What stands in the brackets of a gloss, when it names something: a name, its abbreviation, or
/// both in any order, as `Large Language Models; LLMs`.
///
/// @param full the name written out; null when only the abbreviation stands there
/// @param abbreviation null when there is none
record EnglishName(@Nullable String full, @Nullable String abbreviation) {

    /// Longer ones are explanations.
    private static final int MOST_WORDS = 6;

    private static final Pattern PARTS = Pattern.compile("\\s*[;,:/]\\s+|\\s*;\\s*");

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9'’+.-]*(?: [A-Za-z0-9'’+.&-]+)*");

    /// As LLMs, T2I, MoE, 3DGS; a capital in the middle or nothing but capitals.
    private static final Pattern ABBREVIATION =
            Pattern.compile("(?=.*[A-Z].*[A-Z0-9]|[0-9][A-Z])[A-Za-z0-9+-]{2,9}");

    /// Sentences, sources, and words of whoever explains.
    private static final Pattern CHATTER =
            Pattern.compile(
                    "(?i)\\b(?:e\\.?g|i\\.?e|et al|is|are|was|were|which|that|this|such|etc|vs|see|ours?|we|it"
                            + "|figure|fig|table|section|appendix|eq|arxiv|https?|www|github"
                            + "|cvpr|iccv|eccv|neurips|nips|icml|iclr|acl|emnlp|naacl|aaai|icra|interspeech|siggraph"
                            + "|19[0-9]{2}|20[0-9]{2})\\b");

    /// A model with its version, not a term; dimensions are no versions.
    private static final Pattern VERSION =
            Pattern.compile(".*(?:[A-Za-z]-?\\d|\\d\\.\\d|\\d{2}|\\d[bBmMk]\\b).*");

    private static final Set<String> NO_PLURALS =
            Set.of("bias", "lens", "series", "canvas", "gas", "news", "atlas", "chaos", "bus");

    /// Empty for what names nothing.
    static Optional<EnglishName> of(String inside) {
        if (CHATTER.matcher(inside).find()) {
            return Optional.empty();
        }
        List<String> full = new ArrayList<>();
        List<String> abbreviations = new ArrayList<>();
        for (String part : PARTS.split(inside.strip())) {
            if (!NAME.matcher(part).matches() || part.chars().noneMatch(Character::isLetter)) {
                return Optional.empty();
            }
            (ABBREVIATION.matcher(part).matches() ? abbreviations : full).add(part);
        }
        // several names are a list, and one that abbreviates something else is an example
        if (full.size() > 1
                || abbreviations.size() > 1
                || full.size() + abbreviations.size() == 0) {
            return Optional.empty();
        }
        String name = full.isEmpty() ? null : full.getFirst();
        String shorter = abbreviations.isEmpty() ? null : singular(abbreviations.getFirst());
        if (name != null) {
            int words = words(name).size();
            boolean shortens = shorter == null || shortens(shorter, name);
            if (words > MOST_WORDS
                    || name.length() < 3
                    || VERSION.matcher(name).matches()
                    || name.endsWith(".")
                    || !shortens) {
                return Optional.empty();
            }
        }
        return Optional.of(new EnglishName(name, shorter));
    }

    /// Whether the letters of an abbreviation stand in the name in their order.
    private static boolean shortens(String abbreviation, String name) {
        String letters = name.toLowerCase(Locale.ROOT);
        int at = 0;
        for (char c : abbreviation.toLowerCase(Locale.ROOT).toCharArray()) {
            if (Character.isLetter(c)) {
                at = letters.indexOf(c, at) + 1;
                if (at == 0) {
                    return false;
                }
            }
        }
        return Character.toLowerCase(name.charAt(0))
                == Character.toLowerCase(abbreviation.charAt(0));
    }

    static String singular(String word) {
        if (NO_PLURALS.contains(word.toLowerCase(Locale.ROOT))) {
            return word;
        }
        boolean plural =
                word.length() > 2
                        && word.endsWith("s")
                        && !word.endsWith("ss")
                        && !word.endsWith("is")
                        && !word.endsWith("us");
        if (!plural) {
            return word;
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean es = word.matches(".*(?:ss|x|ch|sh|zz)es");
        return word.substring(0, word.length() - (es ? 2 : 1));
    }

    /// The words, those with hyphens in their parts, in lower case, the last one without a plural.
    static List<String> words(String name) {
        List<String> words = new ArrayList<>(List.of(name.toLowerCase(Locale.ROOT).split("[ -]+")));
        words.removeIf(String::isEmpty);
        if (!words.isEmpty()) {
            words.addLast(singular(words.removeLast()));
        }
        return words;
    }

    /// As it is listed: in the singular, small letters where only the first ones of words are
    /// capital.
    static String spelt(String name) {
        String[] words = name.split(" ");
        words[words.length - 1] = singular(words[words.length - 1]);
        for (int i = 0; i < words.length; i++) {
            if (words[i].matches("[A-Z][a-z'’]+(?:-[A-Za-z][a-z]*)*")) {
                words[i] = words[i].toLowerCase(Locale.ROOT);
            }
        }
        return String.join(" ", words);
    }

    /// The same for all ways to write a name: fine-tuning, Fine tuning and finetuning.
    static String key(String name) {
        return String.join("", words(name));
    }
}
