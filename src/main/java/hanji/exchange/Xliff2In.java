package hanji.exchange;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.sf.okapi.lib.xliff2.core.CTag;
import net.sf.okapi.lib.xliff2.core.Part;
import net.sf.okapi.lib.xliff2.core.Segment;
import net.sf.okapi.lib.xliff2.core.Unit;
import net.sf.okapi.lib.xliff2.metadata.IMetadataItem;
import net.sf.okapi.lib.xliff2.metadata.Meta;
import net.sf.okapi.lib.xliff2.metadata.MetaGroup;
import net.sf.okapi.lib.xliff2.reader.Event;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;
import org.jspecify.annotations.Nullable;

/// Reads XLIFF 2, checked by its schemas. A unit that was cut into segments is put together again;
/// its state is that of its least segment.
final class Xliff2In {

    /// Tools drop it on targets that they write, and the library refuses a unit whose texts differ
    /// in it; it keeps all blanks in any case.
    private static final Pattern SPACE =
            Pattern.compile("(<(?:source|target)\\b[^<>]*?)\\s+xml:space=[\"'][a-z]*[\"']");

    private final Map<String, Integer> lines = new HashMap<>();
    private final List<FileUnit> units = new ArrayList<>();
    private final List<FileUnits.Unusable> unusable = new ArrayList<>();
    private final Language language;

    private Xliff2In(Language language) {
        this.language = language;
    }

    static FileUnits read(XmlFile file) {
        file.requireRoot("xliff", "XLIFF");
        XmlFile.Element root = file.elements().getFirst();
        if (!root.get("version").startsWith("2.")) {
            throw Problem.badInput(
                    "The file is XLIFF %s: bring it in as xliff12.", root.get("version"));
        }
        Language language =
                Xliff12In.language(root.line(), root.get("srcLang"), root.get("trgLang"));
        return new Xliff2In(language).units(file);
    }

    private FileUnits units(XmlFile file) {
        int number = 0;
        for (XmlFile.Element element : file.elements()) {
            if (element.name().equals("file")) {
                number++;
            } else if (element.name().equals("unit")) {
                lines.put(number + " " + element.get("id"), element.line());
            }
        }
        number = 0;
        try (XLIFFReader reader = new XLIFFReader(XLIFFReader.VALIDATION_INCLUDE_SCHEMAS)) {
            reader.open(SPACE.matcher(file.text()).replaceAll("$1"));
            while (reader.hasNext()) {
                Event event = reader.next();
                if (event.isStartFile()) {
                    number++;
                } else if (event.isUnit()) {
                    unit(
                            lines.getOrDefault(number + " " + event.getUnit().getId(), 0),
                            event.getUnit());
                }
            }
        }
        return new FileUnits("XLIFF", units, unusable);
    }

    private void unit(int line, Unit unit) {
        StringBuilder source = new StringBuilder();
        StringBuilder text = new StringBuilder();
        TargetState state = TargetState.FINAL;
        int open = 0;
        for (Part part : unit) {
            source.append(part.getSource().getPlainText());
            text.append((part.hasTarget() ? part.getTarget() : part.getSource()).getPlainText());
            if (part instanceof Segment segment) {
                open += segment.hasTarget() ? 0 : 1;
                TargetState said = TargetState.of(segment.getState().toString());
                state = said.compareTo(state) < 0 ? said : state;
            }
            if (hasCodes(part)) {
                unusable.add(
                        new FileUnits.Unusable(
                                line, "this unit has inline codes, and texts here have none."));
                return;
            }
        }
        if (open > 0 && open < unit.getSegmentCount()) {
            unusable.add(
                    new FileUnits.Unusable(
                            line,
                            "%d of %d segments have no translation."
                                    .formatted(open, unit.getSegmentCount())));
            return;
        }
        units.add(
                new FileUnit(
                        line,
                        Xliff12In.id(unit.getId()),
                        null,
                        null,
                        source.toString(),
                        language,
                        open > 0 ? "" : text.toString(),
                        state,
                        version(unit),
                        null));
    }

    private static boolean hasCodes(Part part) {
        return Stream.of(part.getSource(), part.hasTarget() ? part.getTarget() : part.getSource())
                .flatMap(fragment -> fragment.getOwnTags().stream())
                .anyMatch(CTag.class::isInstance);
    }

    private static @Nullable Integer version(Unit unit) {
        if (!unit.hasMetadata()) {
            return null;
        }
        for (MetaGroup group : unit.getMetadata()) {
            if (Xliff2Metadata.UNIT.equals(group.getCategory())) {
                return version(group).orElse(null);
            }
        }
        return null;
    }

    private static Optional<Integer> version(MetaGroup group) {
        for (IMetadataItem item : group) {
            if (item instanceof Meta meta && Xliff2Metadata.VERSION.equals(meta.getType())) {
                return Optional.ofNullable(FileUnit.version(meta.getData()));
            }
        }
        return Optional.empty();
    }
}
