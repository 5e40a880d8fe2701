package hanji.exchange;

import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.XMLWriter;
import net.sf.okapi.common.filterwriter.TMXWriter;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.common.resource.StartDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.common.resource.TextUnit;

/// Writes TMX 1.4b: a `tu` for each bullet that has a text.
final class TmxOut {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final LocaleId KOREAN = LocaleId.fromString(Language.SOURCE.tag());

    private TmxOut() {}

    static String write(OutDigest digest, Language first) {
        StringWriter text = new StringWriter();
        XMLWriter xml = new XMLWriter(text);
        xml.setLineBreak("\n");
        TMXWriter writer = new TMXWriter(xml);
        writer.setWriteAllPropertiesAsAttributes(true);
        StartDocument start = new StartDocument("start");
        start.setProperty(new Property(Props.DIGEST, digest.key()));
        if (digest.left() > 0) {
            start.setProperty(new Property("note", digest.note()));
        }
        writer.writeStartDocument(
                start,
                KOREAN,
                LocaleId.fromString(first.tag()),
                "Hanji",
                Props.VERSION_OF_HANJI,
                "paragraph",
                "hanji-digest",
                "plaintext");
        digest.entries().stream()
                .flatMap(entry -> entry.rows().stream())
                .map(TmxOut::unit)
                .filter(unit -> !unit.getTargetLocales().isEmpty())
                .forEach(writer::writeTUFull);
        writer.writeEndDocument();
        writer.close();
        return text.toString();
    }

    private static ITextUnit unit(List<OutUnit> row) {
        OutUnit any = row.getFirst();
        String place = any.item().unit().place();
        ITextUnit unit = new TextUnit(place, any.source());
        unit.setName(any.item().unit().digest() + "-" + place);
        unit.setProperty(new Property(Props.DIGEST, any.item().unit().digest()));
        unit.setProperty(new Property(Props.PLACE, place));
        for (OutUnit out : row) {
            if (out.target() != null) {
                unit.setTarget(
                        LocaleId.fromString(out.language().tag()), variant(out, out.target()));
            }
        }
        return unit;
    }

    private static TextContainer variant(OutUnit out, Target target) {
        TextContainer text = new TextContainer(target.text());
        text.setProperty(new Property("creationdate", time(target.provenance().at())));
        text.setProperty(
                new Property("creationid", Expressible.of(Props.author(target.provenance()))));
        if (out.item().at() != null) {
            text.setProperty(new Property("changedate", time(out.item().at())));
            text.setProperty(
                    new Property(
                            "changeid",
                            Expressible.of(Objects.requireNonNullElse(out.item().by(), ""))));
        }
        text.setProperty(new Property(Props.STATE, out.state().wire()));
        text.setProperty(new Property(Props.VERSION, String.valueOf(out.item().version())));
        switch (target.provenance()) {
            case Provenance.Machine machine -> {
                text.setProperty(new Property(Props.BY, "machine"));
                text.setProperty(new Property(Props.MODEL, Expressible.of(machine.modelName())));
                text.setProperty(new Property(Props.PROMPT, Expressible.of(machine.prompt())));
            }
            case Provenance.Memory memory -> {
                text.setProperty(new Property(Props.BY, "memory"));
                text.setProperty(new Property(Props.FROM, memory.unit().toString()));
            }
            case Provenance.Human human -> {
                text.setProperty(new Property(Props.BY, "human"));
                if (human.tool() != null) {
                    text.setProperty(new Property(Props.TOOL, Expressible.of(human.tool())));
                }
            }
        }
        return text;
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
