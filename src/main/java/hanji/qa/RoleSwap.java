package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two Latin names of a comparison that changed places: `A는 B보다 높다`, "B is higher than A". It
/// speaks when the source marks one name as the topic and another as the measure, and the target
/// uses the topic as its measure and never the other.
final class RoleSwap {

    /// What stands between a name and its particle: quotes, brackets, a common noun.
    private static final int NEAR = 3;

    private RoleSwap() {}

    /// The name that became the measure, in the target; null when nothing changed places.
    static @Nullable Span find(Pair pair) {
        String source = pair.source().masked();
        if (!source.contains("보다")) {
            return null;
        }
        Set<String> topics = new HashSet<>();
        Set<String> measures = new HashSet<>();
        for (Span name : Tokens.names(source)) {
            int end = pastQuotes(source, name.end());
            if (source.startsWith("보다", end)) {
                measures.add(name(source, name));
            } else if (end < source.length() && "은는이가".indexOf(source.charAt(end)) >= 0) {
                topics.add(name(source, name));
            }
        }
        topics.removeAll(measures);
        return topics.isEmpty() || measures.isEmpty() ? null : swapped(pair, topics, measures);
    }

    private static @Nullable Span swapped(Pair pair, Set<String> topics, Set<String> measures) {
        String target = pair.target().masked();
        Map<String, Span> used = new HashMap<>();
        List<Span> names = Tokens.names(target);
        for (Span name : names) {
            if (measure(pair.language(), target, name)) {
                used.put(name(target, name), name);
            }
        }
        for (String measure : measures) {
            boolean stands = names.stream().anyMatch(name -> name(target, name).equals(measure));
            if (used.containsKey(measure) || !stands) {
                return null;
            }
        }
        for (String topic : topics) {
            if (used.containsKey(topic)) {
                return used.get(topic);
            }
        }
        return null;
    }

    private static boolean measure(Language language, String target, Span name) {
        return switch (language) {
            case EN -> behind(target, name, " than ");
            case DE -> behind(target, name, " als ");
            case ZH_CN ->
                    behind(target, name, "比")
                            || behind(target, name, "低于")
                            || behind(target, name, "高于")
                            || behind(target, name, "优于")
                            || behind(target, name, "超过");
            case JA -> target.startsWith("より", pastQuotes(target, name.end()));
            case KO -> false;
        };
    }

    private static boolean behind(String target, Span name, String word) {
        for (int gap = 0; gap <= NEAR; gap++) {
            int at = name.start() - gap - word.length();
            if (at >= 0
                    && target.startsWith(word, at)
                    && noLetter(target, at + word.length(), name.start())) {
                return true;
            }
        }
        return false;
    }

    private static boolean noLetter(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int pastQuotes(String text, int at) {
        int end = at;
        while (end < text.length() && "'\"’”」』》〉)`*".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static String name(String text, Span span) {
        return span.of(text).toLowerCase(Locale.ROOT);
    }
}
