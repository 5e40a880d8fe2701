package hanji.qa;

import java.util.List;

/// A target without a visible character.
final class EmptyCheck implements QaCheck {

    @Override
    public String id() {
        return "empty";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        boolean visible = pair.target().text().codePoints().anyMatch(EmptyCheck::visible);
        boolean asked = pair.source().text().codePoints().anyMatch(EmptyCheck::visible);
        return visible || !asked
                ? List.of()
                : List.of(
                        new QaFinding(
                                id(),
                                MqmCategory.OMISSION,
                                Severity.CRITICAL,
                                pair.source().whole(),
                                null,
                                Remark.of("empty.target")));
    }

    private static boolean visible(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && Character.getType(c) != Character.FORMAT
                && Character.getType(c) != Character.CONTROL;
    }
}
