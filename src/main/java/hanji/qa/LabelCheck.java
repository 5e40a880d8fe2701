package hanji.qa;

import hanji.segment.ProtectedSpan.Label;
import hanji.segment.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The label a bullet starts with comes through byte for byte, unless it is Korean itself.
final class LabelCheck implements QaCheck {

    @Override
    public String id() {
        return "label";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        List<Label> wanted = pair.source().spans(Label.class);
        List<Label> found = pair.target().spans(Label.class);
        if (wanted.isEmpty()) {
            return found.isEmpty()
                    ? List.of()
                    : List.of(
                            finding(
                                    null,
                                    found.getFirst().span(),
                                    Remark.of(
                                            "label.added",
                                            found.getFirst().span().of(pair.target().text()))));
        }
        Span span = wanted.getFirst().span();
        String label = span.of(pair.source().text());
        String target = pair.target().text().stripLeading();
        boolean korean = Scripts.count(label, Scripts::hangul) > 0;
        if (target.startsWith(label) || (korean && !found.isEmpty())) {
            return List.of();
        }
        return List.of(
                found.isEmpty()
                        ? finding(span, null, Remark.of("label.missing", label))
                        : finding(
                                span,
                                found.getFirst().span(),
                                Remark.of(
                                        "label.changed",
                                        label,
                                        found.getFirst().span().of(pair.target().text()))));
    }

    private QaFinding finding(@Nullable Span source, @Nullable Span target, Remark message) {
        return new QaFinding(
                id(), MqmCategory.DO_NOT_TRANSLATE, Severity.MAJOR, source, target, message);
    }
}
