package hanji.workbench;

import hanji.review.Unit;
import hanji.segment.Language;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;

/// What there is to produce of a digest.
final class Units {

    private Units() {}

    /// All units of a digest in a language: for each entry its segments, then headline, tldr and
    /// bullets.
    static List<Unit> of(StoredDigest digest, Language language) {
        List<Unit> units = new ArrayList<>();
        for (StoredDigest.Entry entry : digest.entries()) {
            for (StoredDigest.Segment segment : entry.segments()) {
                units.add(translation(digest, entry, segment, language));
            }
            // put together anew each time
            String source = entry.source();
            for (UnitKind kind : UnitKind.CONDENSATIONS) {
                units.add(condensation(digest, entry, source, kind, language));
            }
        }
        return units;
    }

    private static Unit translation(
            StoredDigest digest,
            StoredDigest.Entry entry,
            StoredDigest.Segment segment,
            Language language) {
        return new Unit(
                new UnitId(UnitKind.TRANSLATION, segment.id(), language),
                digest.key(),
                entry.entry().number(),
                segment.bullet().number(),
                segment.source());
    }

    private static Unit condensation(
            StoredDigest digest,
            StoredDigest.Entry entry,
            String source,
            UnitKind kind,
            Language language) {
        return new Unit(
                new UnitId(kind, entry.id(), language),
                digest.key(),
                entry.entry().number(),
                0,
                source);
    }
}
