package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;

/// What a check reads.
record Pair(UnitKind kind, Side source, Side target) {

    static Pair of(UnitKind kind, Language language, String source, String target) {
        return new Pair(kind, Side.of(source, Language.SOURCE), Side.of(target, language));
    }

    Language language() {
        return target.language();
    }
}
