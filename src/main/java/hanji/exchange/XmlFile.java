package hanji.exchange;

import hanji.segment.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// An XML file that was looked at before any library gets it: its encoding is what it says, nothing
/// in it is declared, nothing outside of it is named, and it is not too large or deep.
///
/// @param text without its XML declaration
/// @param elements those that tell what stands in which line, in order
record XmlFile(String text, List<Element> elements) {

    static final int MOST_BYTES = 16 * 1024 * 1024;

    /// A digest has a hundred or so, a year of digests some ten thousand.
    private static final int MOST_ELEMENTS = 400_000;

    private static final int DEEPEST = 64;

    private static final Set<String> TOLD =
            Set.of("tmx", "header", "tu", "tuv", "xliff", "file", "tool", "unit", "trans-unit");

    private static final Pattern DECLARATION = Pattern.compile("\\A\\s*<\\?xml\\s[^>]*\\?>");
    private static final Pattern ENCODING = Pattern.compile("encoding\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final Set<String> READ = Set.of("utf-8", "utf8", "utf-16", "us-ascii", "ascii");

    /// @param line where its tag ends, from 1
    record Element(String name, Map<String, String> attributes, int line) {

        /// An attribute; empty where there is none.
        String get(String attribute) {
            return attributes.getOrDefault(attribute, "");
        }
    }

    /// @throws Problem (bad input) that says what is wrong, in which line; (too large)
    static XmlFile read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Problem(
                    Problem.Kind.TOO_LARGE,
                    "The file is larger than %d MiB: split it.",
                    MOST_BYTES >> 20);
        }
        String text = declared(decoded(bytes));
        return new XmlFile(text, new Reading(text).elements());
    }

    private static String decoded(byte[] bytes) {
        Charset charset =
                bytes.length > 1
                                && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
                                        || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                        ? StandardCharsets.UTF_16
                        : StandardCharsets.UTF_8;
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Problem(
                            Problem.Kind.BAD_INPUT,
                            "The bytes are no %s: save the file in UTF-8.",
                            charset)
                    .causedBy(e);
        }
    }

    /// Takes the declaration out, for the text is none of bytes any more.
    private static String declared(String text) {
        Matcher declaration = DECLARATION.matcher(text);
        if (!declaration.find()) {
            return text;
        }
        Matcher encoding = ENCODING.matcher(declaration.group());
        if (encoding.find() && !READ.contains(encoding.group(1).toLowerCase(Locale.ROOT))) {
            throw Problem.badInput(
                    "The file says that it is written in %s: save it in UTF-8.",
                    Expressible.of(encoding.group(1)));
        }
        String lines = declaration.group().replaceAll("[^\\n]", "");
        return lines + text.substring(declaration.end());
    }

    String root() {
        return elements.isEmpty() ? "" : elements.getFirst().name();
    }

    List<Element> all(String name) {
        return elements.stream().filter(element -> element.name().equals(name)).toList();
    }

    /// @throws Problem (bad input) when the file begins with another element
    void requireRoot(String wanted, String format) {
        if (!root().equals(wanted)) {
            throw Problem.badInput("The file is no %s: it begins otherwise.", format);
        }
    }

    InputStream utf8() {
        return utf8(text);
    }

    static InputStream utf8(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /// What an exception says, in a line.
    static String reason(Exception e) {
        String reason =
                Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
                        .replaceFirst("(?s).*\\nMessage: ", "")
                        .lines()
                        .findFirst()
                        .orElse("malformed");
        return reason.replaceFirst("\\.$", "");
    }

    /// One walk through it.
    private static final class Reading {

        private final String text;
        private final XMLStreamReader xml;
        private final List<Element> elements = new ArrayList<>();
        private int depth;

        Reading(String text) {
            this.text = text;
            // the JDK's own, for what it makes of these settings is known
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
            try {
                xml = factory.createXMLStreamReader(new StringReader(text));
            } catch (XMLStreamException e) {
                throw malformed(e);
            }
        }

        List<Element> elements() {
            try {
                while (xml.hasNext()) {
                    step(xml.next());
                }
                return List.copyOf(elements);
            } catch (XMLStreamException e) {
                throw malformed(e);
            } catch (MissingResourceException _) {
                // the JDK's parser has no message for some of what it finds wrong in a DOCTYPE
                throw problem("this is not XML.");
            }
        }

        private void step(int event) {
            switch (event) {
                case XMLStreamConstants.ENTITY_REFERENCE ->
                        throw problem(
                                "the entity &%s; is not read: write its characters."
                                        .formatted(xml.getLocalName()));
                case XMLStreamConstants.DTD -> doctype();
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }

        /// TMX files name their DTD, which nobody fetches; XLIFF has none.
        private void doctype() {
            // without support for DTDs, what stands inside of one is passed over but its bracket
            if (xml.getText().matches("(?s).*[\\[\\]].*")
                    || !xml.getText().matches("(?s)<!DOCTYPE\\s+tmx\\b.*")) {
                throw problem("declarations in a DOCTYPE are not read: take it out.");
            }
        }

        private void begin() {
            depth++;
            if (depth > DEEPEST) {
                throw problem("elements are nested more than %d deep.".formatted(DEEPEST));
            }
            if (depth > 1 && !TOLD.contains(xml.getLocalName())) {
                return;
            }
            if (elements.size() == MOST_ELEMENTS) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "The file has more than %,d texts: split it.",
                        MOST_ELEMENTS);
            }
            Map<String, String> attributes = new HashMap<>();
            for (int i = 0; i < xml.getAttributeCount(); i++) {
                boolean own = XMLConstants.XML_NS_URI.equals(xml.getAttributeNamespace(i));
                attributes.put(
                        (own ? "xml:" : "") + xml.getAttributeLocalName(i),
                        xml.getAttributeValue(i));
            }
            elements.add(new Element(xml.getLocalName(), attributes, line()));
        }

        private int line() {
            return Math.max(1, xml.getLocation().getLineNumber());
        }

        private Problem problem(String sentence) {
            return Problem.badInput("Line %d: %s", line(), sentence);
        }

        private static Problem malformed(XMLStreamException e) {
            // -1 where the parser has lost its place
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNumber());
            return new Problem(
                            Problem.Kind.BAD_INPUT,
                            "Line %d: this is not XML (%s).",
                            line,
                            reason(e))
                    .causedBy(e);
        }
    }
}
