package hanji.exchange;

import hanji.segment.Language;
import hanji.segment.Problem;
import java.util.Locale;
import java.util.Optional;

/// Languages as other tools name them.
final class LanguageTag {

    private LanguageTag() {}

    /// Regions say nothing here, but for Chinese they are its script.
    static Optional<Language> language(String tag) {
        String primary = tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        try {
            return Optional.of(Language.of(primary.equals("zh") ? tag : primary));
        } catch (Problem _) {
            return Optional.empty();
        }
    }

    static boolean korean(String tag) {
        return language(tag).filter(Language.SOURCE::equals).isPresent();
    }
}
