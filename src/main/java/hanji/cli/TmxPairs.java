package hanji.cli;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The pairs of a TMX 1.4 file. A unit gives one pair for each language beside Korean, with the id
/// `TUID-LANG`; a unit without `tuid` is called by its number. What stands inside of inline codes
/// is part of the text, so that markup can be compared.
///
/// Nothing outside of the file is ever read: no DTD, no entities but XML's own five.
final class TmxPairs implements Pairs {

    private final String name;
    private final InputStream in;
    private final XMLStreamReader xml;
    private final Deque<TextPair> waiting = new ArrayDeque<>();
    private boolean begun;
    private int units;

    TmxPairs(String name, InputStream in) {
        this.name = name;
        this.in = in;
        // the JDK's own, for what it makes of these settings is known
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        try {
            xml = factory.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    @Override
    public @Nullable TextPair next() {
        try {
            while (waiting.isEmpty() && xml.hasNext()) {
                if (step() == XMLStreamConstants.START_ELEMENT) {
                    begin();
                }
            }
            return waiting.poll();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw Pairs.unreadable(name, e);
        }
    }

    /// The next event, unless it is one that no TMX file needs.
    private int step() throws XMLStreamException {
        int event = parsed();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw problem(
                    "the entity &%s; is not read: write its characters."
                            .formatted(xml.getLocalName()));
        }
        // without support for DTDs, what stands inside of one is passed over but its bracket
        if (event == XMLStreamConstants.DTD && xml.getText().matches("(?s).*[\\[\\]].*")) {
            throw problem("declarations in the DOCTYPE are not read: take them out.");
        }
        return event;
    }

    /// The JDK's parser has no message for some of what it finds wrong in a DOCTYPE, and fails in
    /// looking for it.
    private int parsed() throws XMLStreamException {
        try {
            return xml.next();
        } catch (MissingResourceException e) {
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            place() + ": this is not XML: give TMX 1.4 or JSON Lines.")
                    .causedBy(e);
        }
    }

    private void begin() throws XMLStreamException {
        String element = xml.getLocalName();
        if (!begun && !element.equals("tmx")) {
            throw problem("the file begins with <%s>: give a TMX file.".formatted(element));
        }
        begun = true;
        switch (element) {
            case "header" -> requireKorean(xml.getAttributeValue(null, "srclang"));
            case "tu" -> unit();
            default -> {}
        }
    }

    private void requireKorean(@Nullable String source) {
        boolean any = source == null || source.equals("*all*");
        if (!any && !Language.SOURCE.tag().equals(primary(source))) {
            throw problem(
                    "the source language is %s: Hanji inspects translations from ko."
                            .formatted(source));
        }
    }

    private void unit() throws XMLStreamException {
        units++;
        String place = place();
        String given = xml.getAttributeValue(null, "tuid");
        String id = given == null ? String.valueOf(units) : given;
        Map<Language, String> texts = new LinkedHashMap<>();
        Language language = null;
        for (int event = step(); !ends(event, "tu"); event = step()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("tuv")) {
                language = language();
            } else if (xml.getLocalName().equals("seg") && language != null) {
                if (texts.put(language, segment()) != null) {
                    throw problem("unit %s has two texts in %s.".formatted(id, language));
                }
            }
        }
        String source = texts.remove(Language.SOURCE);
        if (source == null || texts.isEmpty()) {
            throw problem(
                    "unit %s has no %s text: it needs ko and one of %s."
                            .formatted(
                                    id,
                                    source == null ? "ko" : "translated",
                                    Language.tags(Language.TARGETS)));
        }
        texts.forEach((target, text) ->
                waiting.add(
                        new TextPair(
                                place,
                                id + "-" + target,
                                UnitKind.TRANSLATION,
                                target,
                                source,
                                text)));
    }

    private boolean ends(int event, String element) {
        return event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals(element);
    }

    private String segment() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        for (int event = step(); !ends(event, "seg"); event = step()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            }
            if (text.length() > LONGEST) {
                throw problem(
                        "the segment is longer than %,d characters: split it.".formatted(LONGEST));
            }
        }
        return text.toString();
    }

    /// Regions of a language say nothing to the checks, but for Chinese they are its script.
    private Language language() {
        String tag = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        String old = tag == null ? xml.getAttributeValue(null, "lang") : tag;
        if (old == null) {
            throw problem("a <tuv> has no xml:lang.");
        }
        String primary = primary(old);
        try {
            return Language.of(primary.equals("zh") ? old : primary);
        } catch (Problem e) {
            throw problem(e.sentence().replace("\"" + primary + "\"", "\"" + old + "\""));
        }
    }

    private static String primary(String tag) {
        return tag.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    }

    private String place() {
        return name + ":" + Math.max(1, xml.getLocation().getLineNumber());
    }

    private Problem problem(String sentence) {
        return Problem.badInput(place() + ": " + sentence);
    }

    private Problem malformed(XMLStreamException e) {
        // -1 where the parser has lost its place
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
        String reason =
                Objects.requireNonNullElse(e.getMessage(), "")
                        .replaceFirst("(?s).*\\nMessage: ", "")
                        .lines()
                        .findFirst()
                        .orElse("malformed");
        return new Problem(
                        Problem.Kind.BAD_INPUT,
                        "%s:%d: this is not XML (%s): give TMX 1.4 or JSON Lines.",
                        name,
                        line,
                        reason.replaceFirst("\\.$", ""))
                .causedBy(e);
    }
}
