package hanji.exchange;

import hanji.qa.QaFinding;
import hanji.segment.Provenance;
import hanji.segment.Span;
import net.sf.okapi.lib.xliff2.metadata.Meta;
import net.sf.okapi.lib.xliff2.metadata.MetaGroup;
import net.sf.okapi.lib.xliff2.metadata.Metadata;

/// What XLIFF 2 has no other place for, in its metadata module: one group on the unit as it went
/// out, and one for each finding of a check.
final class Xliff2Metadata {

    static final String UNIT = "hanji:unit";
    static final String FINDING = "hanji:finding";
    static final String VERSION = "version";

    private Xliff2Metadata() {}

    static Metadata of(OutUnit out) {
        Metadata metadata = new Metadata();
        MetaGroup unit = new MetaGroup(UNIT);
        unit.add(new Meta(VERSION, String.valueOf(out.item().version())));
        metadata.addGroup(unit);
        if (out.target() != null) {
            made(unit, out.target().provenance());
            out.target().report().findings().stream()
                    .map(Xliff2Metadata::finding)
                    .forEach(metadata::addGroup);
        }
        return metadata;
    }

    private static void made(MetaGroup unit, Provenance provenance) {
        switch (provenance) {
            case Provenance.Machine machine -> {
                unit.add(new Meta("by", "machine"));
                unit.add(new Meta("model", Expressible.of(machine.modelName())));
                unit.add(new Meta("prompt", Expressible.of(machine.prompt())));
            }
            case Provenance.Memory memory -> {
                unit.add(new Meta("by", "memory"));
                unit.add(new Meta("from", memory.unit().toString()));
                unit.add(new Meta("approved-there-by", Expressible.of(memory.approvedBy())));
            }
            case Provenance.Human human -> {
                unit.add(new Meta("by", Expressible.of(human.editor())));
                if (human.tool() != null) {
                    unit.add(new Meta("tool", Expressible.of(human.tool())));
                }
            }
        }
        unit.add(new Meta("at", provenance.at().toString()));
    }

    private static MetaGroup finding(QaFinding finding) {
        MetaGroup group = new MetaGroup(FINDING);
        group.setAppliesTo(MetaGroup.AppliesTo.TARGET);
        group.add(new Meta("check", finding.check()));
        group.add(new Meta("category", finding.category().wire()));
        group.add(new Meta("severity", finding.severity().wire()));
        if (finding.source() != null) {
            group.add(new Meta("source", span(finding.source())));
        }
        if (finding.target() != null) {
            group.add(new Meta("target", span(finding.target())));
        }
        group.add(new Meta("message", Expressible.of(finding.message())));
        return group;
    }

    private static String span(Span span) {
        return span.start() + "-" + span.end();
    }
}
