package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// What a project makes of the checks: `hanji.checks.<check>` and, before it,
/// `hanji.checks.<language>.<check>` hold `off` or the severity of all findings of a check.
///
/// @param grades by key, without the prefix
public record Grading(Map<String, Grade> grades) {

    /// Every check with the severities of its own.
    public static final Grading USUAL = new Grading(Map.of());

    static final String PREFIX = "hanji.checks.";

    /// What a key can say.
    public enum Grade {
        OFF,
        NEUTRAL,
        MINOR,
        MAJOR,
        CRITICAL;

        static Grade of(String key, String value) {
            return Arrays.stream(values())
                    .filter(grade -> grade.name().equalsIgnoreCase(value.strip()))
                    .findFirst()
                    .orElseThrow(() ->
                            Problem.setup(
                                    "%s%s cannot be \"%s\": use one of off, neutral, minor, major, critical.",
                                    PREFIX, key, value));
        }
    }

    public Grading {
        grades = Map.copyOf(grades);
    }

    /// @throws Problem (set-up) for a key that names no check or language, and for another value
    public static Grading of(Config config) {
        List<String> keys = keys(new Inspector(USUAL).checks());
        requireKnown(config.getPropertyNames(), keys);
        Map<String, Grade> grades = new HashMap<>();
        for (String key : keys) {
            config.getOptionalValue(PREFIX + key, String.class)
                    .ifPresent(value -> grades.put(key, Grade.of(key, value)));
        }
        return new Grading(grades);
    }

    boolean off(String check, Language language) {
        return grade(check, language) == Grade.OFF;
    }

    /// A finding of a check that is not off, with the severity it counts as.
    QaFinding graded(QaFinding finding, Language language) {
        Grade grade = grade(finding.check(), language);
        return grade == null ? finding : finding.as(Severity.valueOf(grade.name()));
    }

    private @Nullable Grade grade(String check, Language language) {
        Grade everywhere = grades.get(check);
        return grades.getOrDefault(language.tag() + "." + check, everywhere);
    }

    private static List<String> keys(List<String> checks) {
        List<String> keys = new ArrayList<>(checks);
        for (Language language : Language.values()) {
            checks.forEach(check -> keys.add(language.tag() + "." + check));
        }
        return keys;
    }

    /// Environment variables have another spelling; in theirs, all keys can be compared.
    private static void requireKnown(Iterable<String> given, List<String> keys) {
        List<String> known = keys.stream().map(key -> spelt(PREFIX + key)).toList();
        for (String name : given) {
            String spelt = spelt(name);
            if (spelt.startsWith(spelt(PREFIX)) && !known.contains(spelt)) {
                throw Problem.setup(
                        "%s is no key: it is %s<check> or %s<language>.<check>, with a check of %s and a language of %s.",
                        name,
                        PREFIX,
                        PREFIX,
                        keys.stream()
                                .filter(key -> key.indexOf('.') < 0)
                                .collect(Collectors.joining(", ")),
                        Language.tags(List.of(Language.values())));
            }
        }
    }

    private static String spelt(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
