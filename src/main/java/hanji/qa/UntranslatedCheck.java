package hanji.qa;

import hanji.segment.Language;
import java.util.List;

/// A target that is the source once more, or still Korean for the most part.
final class UntranslatedCheck implements QaCheck {

    @Override
    public String id() {
        return "untranslated";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        if (pair.language() == Language.KO) {
            return List.of();
        }
        int hangul = pair.target().letters().hangul();
        int letters = pair.target().letters().all();
        boolean copied =
                hangul > 0 && pair.source().text().strip().equals(pair.target().text().strip());
        if (!copied && hangul * 2 <= letters) {
            return List.of();
        }
        Remark message = Remark.of(copied ? "untranslated.copy" : "untranslated.korean");
        return List.of(
                new QaFinding(
                        id(),
                        MqmCategory.UNTRANSLATED,
                        Severity.CRITICAL,
                        pair.source().whole(),
                        pair.target().whole(),
                        message));
    }
}
