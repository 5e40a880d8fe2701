package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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

    @Override
    public String id() {
        return "entities";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        String source = pair.source().masked();
        String target = flat(pair.target().masked());
        Set<String> free = Glosses.plainWords(source);
        List<QaFinding> findings = new ArrayList<>();
        Map<String, Span> wanted = new LinkedHashMap<>();
        for (Span span : Tokens.names(source)) {
            String name = span.of(source);
            if (isName(name) && !free.contains(name)) {
                wanted.putIfAbsent(flat(name).strip(), span);
            }
        }
        Set<String> known = new HashSet<>(List.of(target.split(" ")));
        wanted.forEach((name, span) -> {
            if (!stands(name, target, known)) {
                String text = span.of(source);
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.ENTITY,
                                Severity.MAJOR,
                                span,
                                null,
                                "The name %s of the source is missing in the target."
                                        .formatted(Words.shorten(text))));
            }
        });
        return findings;
    }

    /// At least two characters, one of them a capital or a digit.
    static boolean isName(String token) {
        return token.length() > 1
                && token.length() < 200
                && token.chars().anyMatch(c -> Character.isUpperCase(c) || Scripts.digit(c));
    }

    static boolean stands(String name, String text, Set<String> words) {
        if (name.indexOf(' ') < 0 ? oneOf(name, words) : oneOf(name, text)) {
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

    private static boolean oneOf(String name, String text) {
        return text.contains(" " + name + " ")
                || text.contains(" " + name + "s ")
                || text.contains(" " + singular(name) + " ");
    }

    private static String singular(String name) {
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
