package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Latin names of the source stand in the target too. Case, plural, hyphens and blanks are free,
/// and so is a gloss of plain words, `한국어(English Words)`, which a translation may use up.
final class EntityCheck implements QaCheck {

    /// What the field abbreviates, and what the same is called when it is written out or
    /// translated.
    private static final Map<String, List<String>> OTHER_NAMES =
            Map.ofEntries(
                    Map.entry("ai", List.of("ki", "künstlich", "artificial", "人工智能", "人工知能", "智能")),
                    Map.entry("llm", List.of("language model", "sprachmodell", "言語モデル", "语言模型")),
                    Map.entry("vlm", List.of("language model", "sprachmodell", "言語モデル", "语言模型")),
                    Map.entry(
                            "nlp",
                            List.of("natural language", "自然言語", "自然语言", "natürlicher sprache")),
                    Map.entry("ml", List.of("machine learning", "maschinell", "機械学習", "机器学习")),
                    Map.entry("wi-fi", List.of("wlan", "wifi")),
                    Map.entry("wifi", List.of("wlan", "wi-fi")),
                    Map.entry("transformer", List.of("トランスフォーマー", "变换器")),
                    Map.entry("vs", List.of("gegen", "対", "对", "versus")));

    /// Abbreviations that a translation may use for words of its source.
    private static final Set<String> COMMON =
            Set.of(
                    "ai", "ki", "llm", "vlm", "nlp", "ml", "us", "usa", "uk", "eu", "gpu", "cpu",
                    "tv", "pc", "id", "qa", "it", "api", "cv", "rl", "ok", "2d", "3d", "rna", "dna",
                    "usd", "rag", "moe", "sota", "github", "youtube", "openai", "chatgpt",
                    "pytorch");

    private static final int FEW = 12;

    private static final String[] ENDINGS = {" ", "s ", "es ", "ss ", "ses "};

    @Override
    public String id() {
        return "entities";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Map<String, Span> missing = names(pair.source(), EntityCheck::isName);
        if (!missing.isEmpty()) {
            String target = flat(pair.target().masked());
            Set<String> targetWords = words(target, missing.size());
            missing.keySet().removeIf(name -> stands(name, target, targetWords));
        }
        if (!missing.isEmpty()) {
            Set<String> glosses = Glosses.plainWords(pair.source().masked());
            missing.values().removeIf(span -> glosses.contains(span.of(pair.source().text())));
        }
        List<Span> added = added(pair);
        List<QaFinding> findings = new ArrayList<>();
        missing.forEach((_, span) -> findings.add(missing(pair, span, added)));
        added.forEach(span ->
                findings.add(
                        finding(
                                Severity.MINOR,
                                null,
                                span,
                                Remark.of(
                                        "entities.added",
                                        Words.shorten(span.of(pair.target().text()))))));
        return findings;
    }

    private static Map<String, Span> names(Side side, Predicate<String> wanted) {
        Map<String, Span> names = new LinkedHashMap<>();
        for (Span span : Tokens.names(side.masked())) {
            String name = span.of(side.text());
            if (wanted.test(name)) {
                names.putIfAbsent(flat(name).strip(), span);
            }
        }
        return names;
    }

    /// Unmistakable names of the target that the source has not; a mere capital begins sentences
    /// and nouns.
    private static List<Span> added(Pair pair) {
        Map<String, Span> names = names(pair.target(), name -> isName(name) && unmistakable(name));
        if (!names.isEmpty()) {
            String source = flat(pair.source().text());
            Set<String> words = new HashSet<>(List.of(source.split(" ", -1)));
            names.keySet().removeIf(name -> stands(name, source, words) || inParts(name, words));
        }
        return new ArrayList<>(names.values());
    }

    private static QaFinding missing(Pair pair, Span span, List<Span> added) {
        String name = Words.shorten(span.of(pair.source().text()));
        if (added.isEmpty()) {
            return finding(Severity.MAJOR, span, null, Remark.of("entities.missing", name));
        }
        Span other = added.removeFirst();
        return finding(
                Severity.MAJOR,
                span,
                other,
                Remark.of("entities.changed", name, Words.shorten(other.of(pair.target().text()))));
    }

    private static QaFinding finding(
            Severity severity, @Nullable Span source, @Nullable Span target, Remark message) {
        return new QaFinding("entities", MqmCategory.ENTITY, severity, source, target, message);
    }

    /// A digit or a capital inside, and not what the field abbreviates in any language.
    static boolean unmistakable(String name) {
        boolean inner = capitalOrDigit(name, 1);
        boolean hyphenated = name.contains("-") && name.chars().noneMatch(Scripts::digit);
        return inner && !hyphenated && !COMMON.contains(singular(name.toLowerCase(Locale.ROOT)));
    }

    /// Whether all parts of a compound stand in the source, as in the German `LLM-Modell`.
    static boolean inParts(String name, Set<String> words) {
        for (String part : name.split(" ", -1)) {
            boolean strange = part.chars().anyMatch(Scripts::digit) || name.indexOf(' ') < 0;
            if (strange && !oneOf(part, words)) {
                return false;
            }
        }
        return true;
    }

    /// At least two characters, one of them a capital or a digit.
    static boolean isName(String token) {
        return token.length() > 1 && token.length() < 200 && capitalOrDigit(token, 0);
    }

    private static boolean capitalOrDigit(String token, int from) {
        for (int i = from; i < token.length(); i++) {
            char c = token.charAt(i);
            if (Character.isUpperCase(c) || Scripts.digit(c)) {
                return true;
            }
        }
        return false;
    }

    /// The words of a flat text; none when so few names are looked for that searching the text
    /// itself is quicker.
    private static Set<String> words(String text, int names) {
        return names <= FEW ? Set.of() : new HashSet<>(List.of(text.split(" ", -1)));
    }

    static boolean stands(String name, String text, Set<String> words) {
        boolean one = name.indexOf(' ') < 0 && !words.isEmpty();
        if (one ? oneOf(name, words) : oneOf(name, text)) {
            return true;
        }
        return OTHER_NAMES.getOrDefault(singular(name), List.of()).stream()
                .anyMatch(text::contains);
    }

    private static boolean oneOf(String name, Set<String> words) {
        return words.contains(name)
                || words.contains(name + "s")
                || words.contains(name + "es")
                || words.contains(singular(name));
    }

    /// One way through the text for all forms: the name, its singular, and either with a plural's
    /// ending.
    private static boolean oneOf(String name, String text) {
        String stem = " " + singular(name);
        for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
            int end = at + stem.length();
            for (String ending : ENDINGS) {
                if (text.startsWith(ending, end)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// What a name is called when it is written out or translated; none for most.
    static List<String> otherNames(String name) {
        return OTHER_NAMES.getOrDefault(singular(name.toLowerCase(Locale.ROOT)), List.of());
    }

    static String singular(String name) {
        return name.length() > 2 && name.endsWith("s")
                ? name.substring(0, name.length() - 1)
                : name;
    }

    /// Lower case, with one blank for whatever is neither letter nor digit, and between scripts.
    static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length() + 2).append(' ');
        boolean latin = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean now = Scripts.latin(c) || Scripts.digit(c);
            boolean letter = now || Character.isLetter(c);
            if ((!letter || now != latin) && flat.charAt(flat.length() - 1) != ' ') {
                flat.append(' ');
            }
            if (letter) {
                flat.append(c);
            }
            latin = now;
        }
        if (flat.charAt(flat.length() - 1) != ' ') {
            flat.append(' ');
        }
        return flat.toString().toLowerCase(Locale.ROOT);
    }
}
