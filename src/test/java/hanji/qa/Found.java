package hanji.qa;

import hanji.segment.Language;
import hanji.segment.Span;
import hanji.segment.UnitKind;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the checks say of a pair, short enough for a table: `id[source text→target text]`, `-` for
/// no span.
final class Found {

    private Found() {}

    static String in(Language language, String source, String target) {
        return in(UnitKind.TRANSLATION, language, source, target);
    }

    static String in(UnitKind kind, Language language, String source, String target) {
        return new Inspector()
                .inspect(kind, language, source, target).findings().stream()
                        .map(finding ->
                                "%s[%s→%s]"
                                        .formatted(
                                                finding.check(),
                                                text(finding.source(), source),
                                                text(finding.target(), target)))
                        .collect(Collectors.joining(" "));
    }

    private static String text(@Nullable Span span, String text) {
        if (span == null) {
            return "-";
        }
        return span.length() > 0 && span.length() == text.length()
                ? "*"
                : span.of(text).replace("\n", "\\n");
    }
}
