package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Every address of the source stands in the target as it is, and no other.
final class UrlCheck implements QaCheck {

    @Override
    public String id() {
        return "url";
    }

    @Override
    public List<QaFinding> inspect(Pair pair) {
        Map<String, Span> wanted = addresses(pair.source());
        Map<String, Span> added = addresses(pair.target());
        Map<String, Span> missing = new LinkedHashMap<>(wanted);
        missing.keySet().removeAll(added.keySet());
        added.keySet().removeAll(wanted.keySet());
        List<QaFinding> findings = new ArrayList<>();
        var strangers = added.entrySet().iterator();
        missing.forEach((url, span) -> {
            if (strangers.hasNext()) {
                var stranger = strangers.next();
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.LINK,
                                Severity.CRITICAL,
                                span,
                                stranger.getValue(),
                                Remark.of("url.changed", url, stranger.getKey())));
            } else {
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.LINK,
                                Severity.MAJOR,
                                span,
                                null,
                                Remark.of("url.missing", url)));
            }
        });
        strangers.forEachRemaining(stranger ->
                findings.add(
                        new QaFinding(
                                id(),
                                MqmCategory.LINK,
                                Severity.CRITICAL,
                                null,
                                stranger.getValue(),
                                Remark.of("url.added", stranger.getKey()))));
        return findings;
    }

    private static Map<String, Span> addresses(Side side) {
        Map<String, Span> found = new LinkedHashMap<>();
        side.addresses().forEach(span -> found.putIfAbsent(span.of(side.text()), span));
        return found;
    }
}
