package hanji.termbase;

import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.io.InputStream;
import java.util.MissingResourceException;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// The elements of an XML file. Nothing outside of the file is ever read: no DTD, no entities but
/// XML's own five.
final class XmlEvents {

    private final XMLStreamReader xml;

    XmlEvents(InputStream in) {
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

    /// Goes on to the next begin or end of an element.
    ///
    /// @return false at the end of the file
    /// @throws Problem (bad input) for what is no XML, or wants something declared
    boolean next() {
        while (hasNext()) {
            int event = step();
            if (event == XMLStreamConstants.START_ELEMENT
                    || event == XMLStreamConstants.END_ELEMENT) {
                return true;
            }
        }
        return false;
    }

    private boolean hasNext() {
        try {
            return xml.hasNext();
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private int step() {
        int event = parsed();
        if (event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw problem(
                    Sentence.of(
                            "the entity &%s; is not read: write its characters.",
                            xml.getLocalName()));
        }
        // without support for DTDs, what stands inside of one is passed over but its bracket
        if (event == XMLStreamConstants.DTD && xml.getText().matches("(?s).*[\\[\\]].*")) {
            throw problem(Sentence.of("declarations in the DOCTYPE are not read: take them out."));
        }
        return event;
    }

    /// The JDK's parser has no message for some of what it finds wrong in a DOCTYPE, and fails in
    /// looking for it.
    private int parsed() {
        try {
            return xml.next();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (MissingResourceException e) {
            throw problem(Sentence.of("this is not XML: give TBX or CSV."));
        }
    }

    boolean begins() {
        return xml.isStartElement();
    }

    String name() {
        return xml.getLocalName();
    }

    @Nullable String attribute(String name) {
        return xml.getAttributeValue(null, name);
    }

    @Nullable String language() {
        String tag = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
        return tag == null ? attribute("lang") : tag;
    }

    int line() {
        return Math.max(1, xml.getLocation().getLineNumber());
    }

    /// All text inside of the element that begins here, up to its end.
    ///
    /// @throws Problem (bad input) when it is longer than `most`
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int depth = 1; depth > 0; ) {
            int event = hasNext() ? step() : XMLStreamConstants.END_DOCUMENT;
            switch (event) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(xml.getText());
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
            if (text.length() > most) {
                throw problem(Sentence.of("the text is longer than %,d characters.", most));
            }
        }
        return text.toString().strip();
    }

    Problem problem(Sentence what) {
        return Problem.badInput("Line %d: %s", line(), what);
    }

    private static Problem malformed(XMLStreamException e) {
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
                        "Line %d: this is not XML (%s): give TBX or CSV.",
                        line,
                        reason.replaceFirst("\\.$", ""))
                .causedBy(e);
    }
}
