package hanji.web;

import hanji.account.Editor;
import hanji.digest.Bullet;
import hanji.digest.Digest;
import hanji.digest.DigestEntry;
import hanji.qa.MqmCategory;
import hanji.qa.QaFinding;
import hanji.qa.QaReport;
import hanji.qa.Severity;
import hanji.review.Act;
import hanji.review.ReviewItem;
import hanji.review.Staleness;
import hanji.review.Target;
import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.Span;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.workbench.StoredDigest;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Review items and words for tests of what pages show.
final class Items {

    static final Instant THEN = Instant.parse("2026-03-02T10:15:00Z");

    /// Every word is its key, with its values behind it.
    static final Messages KEYS = keys(Messages.class);

    static final BatchMessages WORK_KEYS = keys(BatchMessages.class);

    private static <T> T keys(Class<T> bundle) {
        return bundle.cast(
                Proxy.newProxyInstance(
                        bundle.getClassLoader(),
                        new Class<?>[] {bundle},
                        (_, method, values) ->
                                method.getName().endsWith("Pattern")
                                        ? "y-MM-dd"
                                        : method.getName()
                                                + (values == null ? "" : Arrays.toString(values))));
    }

    static final Words WORDS =
            new Words(
                    new Ui(
                            Locale.ENGLISH,
                            KEYS,
                            WORK_KEYS,
                            keys(SearchMessages.class),
                            THEN,
                            ZoneOffset.UTC));

    private Items() {}

    /// A digest of one entry with these bullets.
    static StoredDigest digest(String... bullets) {
        List<Bullet> parsed =
                java.util.stream.IntStream.range(0, bullets.length)
                        .mapToObj(i ->
                                new Bullet(
                                        i + 1,
                                        Bullet.Kind.BULLET,
                                        0,
                                        bullets[i],
                                        new Span(0, 0),
                                        i + 1))
                        .toList();
        DigestEntry entry =
                new DigestEntry(1, "Attention", null, null, List.of(), null, List.of(), parsed, 1);
        Digest digest = new Digest("2026-03-02", "a.md", "", List.of(entry), List.of());
        List<StoredDigest.Segment> segments =
                parsed.stream()
                        .map(bullet -> new StoredDigest.Segment(bullet.number(), bullet))
                        .toList();
        return new StoredDigest(
                1, THEN, digest, List.of(new StoredDigest.Entry(1, entry, segments)));
    }

    static Unit unit(int number, String source) {
        return new Unit(
                new UnitId(UnitKind.TRANSLATION, number, Language.EN),
                "2026-03-02",
                1,
                number,
                source);
    }

    static ReviewItem draft(int number, String source, String text, QaFinding... findings) {
        Provenance machine =
                new Provenance.Machine(
                        "mini",
                        "gpt-4o-mini",
                        "translate@1",
                        "r",
                        "q",
                        1,
                        1,
                        null,
                        1,
                        1,
                        1,
                        false,
                        null,
                        THEN);
        return item(number, source, text, machine, TargetState.TRANSLATED, Act.DRAFTED, findings);
    }

    static ReviewItem item(
            int number,
            String source,
            String text,
            Provenance provenance,
            TargetState state,
            Act act,
            QaFinding... findings) {
        return new ReviewItem(
                unit(number, source),
                state,
                1,
                new Target(1, text, source, provenance, new QaReport(List.of(findings))),
                null,
                Staleness.FRESH,
                act,
                act.machine() ? Editor.HANJI.name() : "Mina",
                act == Act.REJECTED ? "stiff" : null,
                THEN);
    }

    static ReviewItem with(int number, TargetState state, Act act) {
        return item(number, "원문", "text", new Provenance.Human("Mina", THEN), state, act);
    }

    static QaFinding finding(Severity severity, @Nullable Span source, @Nullable Span target) {
        return new QaFinding(
                "number", MqmCategory.NUMBER, severity, source, target, "The number changed.");
    }
}
