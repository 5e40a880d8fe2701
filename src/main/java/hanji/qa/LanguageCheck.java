package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A target in another language or script than was asked for: Japanese needs kana, Chinese Han
/// without kana, English and German Latin letters and their own small words.
final class LanguageCheck implements QaCheck {

    /// Too little to tell a language by.
    private static final int FEW_LETTERS = 6;

    private static final int FEW_WORDS = 3;

    private static final Set<String> ENGLISH =
            Set.of(
                    "the", "of", "and", "to", "with", "for", "that", "is", "are", "this", "by",
                    "from", "on", "which", "it", "as", "be", "can", "their", "than", "has", "have",
                    "its", "we", "using", "at", "or", "not", "these");
    private static final Set<String> GERMAN =
            Set.of(
                    "der", "die", "das", "und", "mit", "für", "von", "ist", "sind", "ein", "eine",
                    "einen", "einem", "einer", "den", "dem", "des", "im", "zu", "zur", "zum", "auf",
                    "sich", "wird", "werden", "bei", "nicht", "als", "wurde", "durch", "unter",
                    "es", "auch", "dass", "diese", "dieser", "oder", "aus", "um", "nach", "über");

    @Override
    public String id() {
        return "language";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Remark message = problem(pair);
        return message == null
                ? List.of()
                : List.of(
                        new QaFinding(
                                id(),
                                MqmCategory.UNTRANSLATED,
                                Severity.CRITICAL,
                                null,
                                pair.target().whole(),
                                message));
    }

    private static @Nullable Remark problem(Pair pair) {
        String text = pair.target().masked();
        long kana = Scripts.count(text, Scripts::kana);
        long han = Scripts.count(text, Scripts::han);
        boolean translatable =
                Scripts.count(pair.source().masked(), Scripts::hangul) >= FEW_LETTERS;
        boolean noCjk =
                translatable
                        && kana + han == 0
                        && Scripts.count(text, Character::isLetter) >= FEW_LETTERS;
        return switch (pair.language()) {
            case JA ->
                    noCjk || (kana == 0 && han >= FEW_LETTERS)
                            ? Remark.of("language.no-kana")
                            : null;
            case ZH_CN ->
                    noCjk || (kana >= FEW_WORDS && kana * 5 > han)
                            ? Remark.of("language.other", pair.language().name())
                            : null;
            case KO ->
                    translatable && Scripts.count(text, Scripts::hangul) == 0
                            ? Remark.of("language.other", pair.language().name())
                            : null;
            case EN, DE -> latin(pair, text, kana + han);
        };
    }

    private static @Nullable Remark latin(Pair pair, String text, long cjk) {
        Language language = pair.language();
        boolean quoted = pair.source().text().codePoints().anyMatch(Scripts::han);
        if (cjk > 0 && !quoted) {
            return Remark.of("language.script", language.name(), Words.shorten(firstCjk(text)));
        }
        int english = 0;
        int german = 0;
        for (Span word : Tokens.words(text)) {
            String lower = word.of(text).toLowerCase(Locale.ROOT);
            english += ENGLISH.contains(lower) ? 1 : 0;
            german += GERMAN.contains(lower) ? 1 : 0;
        }
        int own = language == Language.DE ? german : english;
        int other = language == Language.DE ? english : german;
        return other >= FEW_WORDS && other > own * 2
                ? Remark.of("language.other", language.name())
                : null;
    }

    private static String firstCjk(String text) {
        StringBuilder run = new StringBuilder();
        text.codePoints()
                .dropWhile(c -> !Scripts.han(c) && !Scripts.kana(c))
                .takeWhile(c -> Scripts.han(c) || Scripts.kana(c))
                .forEach(run::appendCodePoint);
        return run.toString();
    }
}
