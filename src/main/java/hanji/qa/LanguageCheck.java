package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A target in another language or script than was asked for: Japanese needs kana, Chinese Han
/// without kana, English and German Latin letters and their own small words.
final class LanguageCheck implements QaCheck {

    /// Too little to tell a language by.
    private static final int FEW_LETTERS = 6;

    private static final int FEW_WORDS = 3;

    /// Of the small words below.
    private static final int LONGEST_WORD = 6;

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
        int kana = pair.target().letters().kana();
        int han = pair.target().letters().han();
        return switch (pair.language()) {
            case JA ->
                    noCjk(pair, kana + han) || (kana == 0 && han >= FEW_LETTERS)
                            ? Remark.of("language.no-kana")
                            : null;
            case ZH_CN ->
                    noCjk(pair, kana + han) || (kana >= FEW_WORDS && kana * 5 > han)
                            ? Remark.of("language.other", pair.language().name())
                            : null;
            case KO ->
                    translatable(pair) && pair.target().letters().hangul() == 0
                            ? Remark.of("language.other", pair.language().name())
                            : null;
            case EN, DE -> latin(pair, text, kana + han);
        };
    }

    private static boolean noCjk(Pair pair, long cjk) {
        return cjk == 0 && translatable(pair) && pair.target().letters().all() >= FEW_LETTERS;
    }

    private static boolean translatable(Pair pair) {
        return pair.source().letters().hangul() >= FEW_LETTERS;
    }

    private static @Nullable Remark latin(Pair pair, String text, long cjk) {
        Language language = pair.language();
        if (cjk > 0 && Scripts.count(pair.source().text(), Scripts::han) == 0) {
            return Remark.of("language.script", language.name(), Words.shorten(firstCjk(text)));
        }
        int english = 0;
        int german = 0;
        for (Span span : Tokens.words(text)) {
            if (span.length() <= LONGEST_WORD) {
                String word = span.of(pair.target().lower());
                english += ENGLISH.contains(word) ? 1 : 0;
                german += GERMAN.contains(word) ? 1 : 0;
            }
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
