package hanji.exchange;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import hanji.segment.UnitId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.annotation.Note;
import net.sf.okapi.common.annotation.NoteAnnotation;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.filters.xliff.XLIFFFilter;
import org.jspecify.annotations.Nullable;

/// Reads XLIFF 1.2. What stands inside of inline codes is part of the text.
final class Xliff12In {

    private Xliff12In() {}

    static FileUnits read(XmlFile file) {
        file.requireRoot("xliff", "XLIFF");
        if (!file.elements().getFirst().get("version").startsWith("1.")) {
            throw Problem.badInput("The file is no XLIFF 1.2: bring it in as xliff.");
        }
        List<XmlFile.Element> files = file.all("file");
        if (files.isEmpty()) {
            throw Problem.badInput("The file is no XLIFF: it has no <file>.");
        }
        XmlFile.Element first = files.getFirst();
        Language language =
                language(first.line(), first.get("source-language"), first.get("target-language"));
        for (XmlFile.Element other : files) {
            if (!other.get("target-language").equals(first.get("target-language"))) {
                throw Problem.badInput(
                        "Line %d: the file has a second target language: split it.", other.line());
            }
        }
        return new FileUnits(tool(file), units(file, first, language), List.of());
    }

    private static String tool(XmlFile file) {
        return file.all("tool").stream()
                .map(tool -> tool.get("tool-name") + " " + tool.get("tool-version"))
                .findFirst()
                .orElse("XLIFF");
    }

    private static List<FileUnit> units(XmlFile file, XmlFile.Element first, Language language) {
        Map<String, Integer> lines = new HashMap<>();
        file.all("trans-unit").forEach(unit -> lines.putIfAbsent(unit.get("id"), unit.line()));
        List<FileUnit> units = new ArrayList<>();
        LocaleId target = LocaleId.fromString(first.get("target-language"));
        try (XLIFFFilter filter = new XLIFFFilter();
                RawDocument document =
                        new RawDocument(
                                file.utf8(),
                                "UTF-8",
                                LocaleId.fromString(first.get("source-language")),
                                target)) {
            filter.open(document, false);
            while (filter.hasNext()) {
                Event event = filter.next();
                if (event.isTextUnit()) {
                    ITextUnit unit = event.getTextUnit();
                    units.add(unit(lines.getOrDefault(unit.getId(), 0), unit, language, target));
                }
            }
        }
        return units;
    }

    private static FileUnit unit(int line, ITextUnit unit, Language language, LocaleId locale) {
        TextContainer target = unit.getTarget(locale);
        return new FileUnit(
                line,
                id(unit.getId()),
                null,
                null,
                text(unit.getSource()),
                language,
                target == null ? "" : text(target),
                state(unit, locale),
                version(unit),
                null);
    }

    private static TargetState state(ITextUnit unit, LocaleId locale) {
        Property state = unit.getTargetProperty(locale, Property.STATE);
        Property approved = unit.getTargetProperty(locale, Property.APPROVED);
        return switch (state == null ? "" : state.getValue()) {
            case "final" -> TargetState.FINAL;
            case "signed-off" -> TargetState.REVIEWED;
            case "" ->
                    approved != null && approved.getValue().equals("yes")
                            ? TargetState.REVIEWED
                            : TargetState.TRANSLATED;
            // tools change text and state, and leave an approval from before standing
            case String _ -> TargetState.TRANSLATED;
        };
    }

    private static @Nullable Integer version(ITextUnit unit) {
        NoteAnnotation notes = unit.getAnnotation(NoteAnnotation.class);
        if (notes == null) {
            return null;
        }
        for (Note note : notes) {
            if (Xliff12Out.VERSION.equals(note.getFrom())) {
                return FileUnit.version(note.getNoteText());
            }
        }
        return null;
    }

    private static String text(TextContainer container) {
        return container.getUnSegmentedContentCopy().toText();
    }

    /// The unit here that an id of a file means; null for the ids of others.
    static @Nullable UnitId id(String id) {
        try {
            return UnitId.of(id);
        } catch (Problem _) {
            return null;
        }
    }

    /// @throws Problem (bad input) unless it goes from Korean to one that is translated into
    static Language language(int line, String source, String target) {
        if (!LanguageTag.korean(source)) {
            throw Problem.badInput(
                    "Line %d: the source language is \"%s\": digests are translated from ko.",
                    line, source);
        }
        return LanguageTag.language(target)
                .filter(Language.TARGETS::contains)
                .orElseThrow(() ->
                        Problem.badInput(
                                "Line %d: the target language is \"%s\": it must be one of %s.",
                                line, target, Language.tags(Language.TARGETS)));
    }
}
