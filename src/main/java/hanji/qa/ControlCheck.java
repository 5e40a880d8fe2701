package hanji.qa;

import hanji.segment.Span;
import hanji.segment.Unseen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Characters nobody sees that came in with the target: controls, zero-width and bidirectional
/// marks, broken surrogates, the replacement character.
final class ControlCheck implements QaCheck {

    private static final int MOST = 10;

    @Override
    public String id() {
        return "invisible-character";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Set<Integer> known =
                pair.source()
                        .text()
                        .codePoints()
                        .filter(ControlCheck::suspicious)
                        .boxed()
                        .collect(Collectors.toCollection(HashSet::new));
        String text = pair.target().text();
        if (text.codePoints().noneMatch(ControlCheck::suspicious)) {
            return List.of();
        }
        List<QaFinding> findings = new ArrayList<>();
        Set<Integer> unseen =
                Unseen.in(text).stream().map(one -> one.span().start()).collect(Collectors.toSet());
        for (int at = 0; at < text.length() && findings.size() < MOST; ) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (suspicious(c) && (unseen.contains(at) || c == 0xFFFD) && known.add(c)) {
                boolean harmful = c != 0xAD && c != 0x200B && c != 0xFEFF;
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.CHARACTERS,
                                harmful ? Severity.MAJOR : Severity.MINOR,
                                null,
                                new Span(at, end),
                                Remark.of("invisible-character.added", "U+%04X".formatted(c))));
            }
            at = end;
        }
        return findings;
    }

    private static boolean suspicious(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t';
            case Character.FORMAT, Character.SURROGATE -> true;
            default -> c == 0xFFFD;
        };
    }
}
