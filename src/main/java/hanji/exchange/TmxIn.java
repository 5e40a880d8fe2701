package hanji.exchange;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.TargetState;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.okapi.common.Event;
import net.sf.okapi.common.LocaleId;
import net.sf.okapi.common.resource.INameable;
import net.sf.okapi.common.resource.ITextUnit;
import net.sf.okapi.common.resource.Property;
import net.sf.okapi.common.resource.RawDocument;
import net.sf.okapi.common.resource.TextContainer;
import net.sf.okapi.filters.tmx.TmxFilter;
import org.jspecify.annotations.Nullable;

/// Reads TMX. What stands inside of inline codes is part of the text.
final class TmxIn {

    /// The library tells no lines, so each unit takes its number along.
    private static final String NUMBER = "x-hanji-number";

    /// Begins of units in what is known to be XML, and what could look like one.
    private static final Pattern MARKUP =
            Pattern.compile(
                    "(?s)<!--.*?-->|<!\\[CDATA\\[.*?]]>|<\\?.*?\\?>"
                            + "|(?<unit><(?:[\\w.-]+:)?tu(?=[\\s/>])(?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+>)");

    private final XmlFile file;
    private final List<XmlFile.Element> all;
    private final List<FileUnit> units = new ArrayList<>();
    private final List<FileUnits.Unusable> unusable = new ArrayList<>();

    private TmxIn(XmlFile file) {
        this.file = file;
        this.all = file.all("tu");
    }

    static FileUnits read(XmlFile file) {
        file.requireRoot("tmx", "TMX");
        return new TmxIn(file).read();
    }

    private FileUnits read() {
        XmlFile.Element header =
                file.all("header").stream()
                        .findFirst()
                        .orElseThrow(
                                () -> Problem.badInput("The file is no TMX: it has no header."));
        Set<Integer> seen = new HashSet<>();
        String korean = korean(header);
        try (TmxFilter filter = new TmxFilter();
                RawDocument document =
                        new RawDocument(
                                XmlFile.utf8(numbered(korean)),
                                "UTF-8",
                                LocaleId.fromString(korean),
                                LocaleId.ENGLISH)) {
            filter.open(document, false);
            while (filter.hasNext()) {
                Event event = filter.next();
                if (event.isTextUnit()) {
                    seen.add(unit(event.getTextUnit()));
                }
            }
        }
        all.stream()
                .map(XmlFile.Element::line)
                .filter(line -> !seen.contains(line))
                .forEach(line -> unusable(line, "this unit is no TMX."));
        return new FileUnits(
                header.get("creationtool") + " " + header.get("creationtoolversion"),
                units,
                unusable);
    }

    /// How the file itself calls Korean.
    private String korean(XmlFile.Element header) {
        String source = header.get("srclang");
        boolean any = source.isEmpty() || source.equals("*all*");
        if (!any && !LanguageTag.korean(source)) {
            throw Problem.badInput(
                    "Line %d: the source language is %s: digests are translated from ko.",
                    header.line(), source);
        }
        return file.all("tuv").stream()
                .map(TmxIn::language)
                .filter(LanguageTag::korean)
                .findFirst()
                .orElse(Language.SOURCE.tag());
    }

    private static String language(XmlFile.Element variant) {
        String language = variant.get("xml:lang");
        return language.isEmpty() ? variant.get("lang") : language;
    }

    /// Each unit with its number, from 0; and with an empty Korean text where it has none, at which
    /// the library would give the whole file up.
    private String numbered(String korean) {
        Set<Integer> without = withoutKorean();
        Matcher markup = MARKUP.matcher(file.text());
        StringBuilder numbered = new StringBuilder(file.text().length() * 5 / 4);
        int number = 0;
        while (markup.find()) {
            boolean begins = markup.group("unit") != null;
            markup.appendReplacement(numbered, "$0");
            if (begins && !markup.group().endsWith("/>")) {
                numbered.append("<prop type=\"%s\">%d</prop>".formatted(NUMBER, number));
                if (without.contains(number)) {
                    numbered.append("<tuv xml:lang=\"%s\"><seg></seg></tuv>".formatted(korean));
                }
            }
            number += begins ? 1 : 0;
        }
        return markup.appendTail(numbered).toString();
    }

    private Set<Integer> withoutKorean() {
        Set<Integer> without = new HashSet<>();
        int number = -1;
        for (XmlFile.Element element : file.elements()) {
            if (element.name().equals("tu")) {
                number++;
                without.add(number);
            } else if (element.name().equals("tuv") && LanguageTag.korean(language(element))) {
                without.remove(number);
            }
        }
        return without;
    }

    /// @return its line
    private int unit(ITextUnit unit) {
        int line = line(prop(unit, NUMBER));
        String source = text(unit.getSource());
        if (source.isBlank()) {
            unusable(line, "this unit has no Korean text.");
        } else if (unit.getTargetLocales().isEmpty()) {
            unusable(line, "this unit has no translation.");
        } else {
            unit.getTargetLocales().stream()
                    .sorted()
                    .forEach(locale -> unit(line, unit, source, locale));
        }
        return line;
    }

    private int line(@Nullable String number) {
        return number == null ? 0 : all.get(Integer.parseInt(number.split(",", 2)[0])).line();
    }

    private void unit(int line, ITextUnit unit, String source, LocaleId locale) {
        TextContainer target = unit.getTarget(locale);
        Optional<Language> language =
                LanguageTag.language(locale.toBCP47()).filter(Language.TARGETS::contains);
        if (language.isEmpty()) {
            unusable(
                    line,
                    "%s is not one of %s."
                            .formatted(locale.toBCP47(), Language.tags(Language.TARGETS)));
            return;
        }
        units.add(
                new FileUnit(
                        line,
                        null,
                        prop(unit, Props.DIGEST),
                        prop(unit, Props.PLACE),
                        source,
                        language.get(),
                        text(target),
                        state(line, prop(target, Props.STATE)),
                        FileUnit.version(prop(target, Props.VERSION)),
                        author(target)));
    }

    private static @Nullable TargetState state(int line, @Nullable String said) {
        try {
            return said == null ? null : TargetState.of(said);
        } catch (Problem e) {
            throw Problem.badInput("Line %d: %s", line, e.sentence());
        }
    }

    private static @Nullable String author(TextContainer target) {
        String changed = prop(target, "changeid");
        return changed == null ? prop(target, "creationid") : changed;
    }

    private static @Nullable String prop(INameable of, String name) {
        Property property = of.getProperty(name);
        return property == null ? null : property.getValue();
    }

    private static @Nullable String prop(TextContainer of, String name) {
        Property property = of.getProperty(name);
        return property == null ? null : property.getValue();
    }

    private static String text(TextContainer container) {
        return container.getUnSegmentedContentCopy().toText();
    }

    private void unusable(int line, String sentence) {
        unusable.add(new FileUnits.Unusable(line, sentence));
    }
}
