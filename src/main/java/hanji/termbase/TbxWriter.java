package hanji.termbase;

import hanji.segment.Language;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// Writes TBX-Basic. It has no word for terms to keep as they are, nor for capitals that matter:
/// both are marks in `projectSubset`, where other tools leave them alone.
public final class TbxWriter {

    static final String KEEP = "hanji:keep-as-is";
    static final String CASE = "hanji:case-sensitive";

    /// Which TBX.
    public enum Edition {
        /// version 3, ISO 30042:2019, in DCA style
        V3("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec"),
        /// ISO 30042:2008, which older tools read
        V2008("martif", "martifHeader", "termEntry", "langSet", "tig");

        private final String root;
        private final String header;
        private final String concept;
        private final String language;
        private final String term;

        Edition(String root, String header, String concept, String language, String term) {
            this.root = root;
            this.header = header;
            this.concept = concept;
            this.language = language;
            this.term = term;
        }
    }

    private final Edition edition;
    private final XMLStreamWriter xml;

    private TbxWriter(Edition edition, XMLStreamWriter xml) {
        this.edition = edition;
        this.xml = xml;
    }

    /// A whole file in UTF-8.
    public static byte[] write(List<TermEntry> entries, Edition edition) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            new TbxWriter(edition, xml).file(entries);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory cannot fail", e);
        }
        return out.toByteArray();
    }

    private void file(List<TermEntry> entries) throws XMLStreamException {
        xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
        line(0);
        xml.writeStartElement(edition.root);
        if (edition == Edition.V3) {
            xml.writeDefaultNamespace("urn:iso:std:iso:30042:ed-2");
            xml.writeAttribute("style", "dca");
        }
        xml.writeAttribute("type", "TBX-Basic");
        language(Language.SOURCE);
        header();
        line(1);
        xml.writeStartElement("text");
        xml.writeStartElement("body");
        for (TermEntry entry : entries) {
            concept(entry);
        }
        line(1);
        xml.writeEndElement();
        xml.writeEndElement();
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void header() throws XMLStreamException {
        line(1);
        xml.writeStartElement(edition.header);
        xml.writeStartElement("fileDesc");
        xml.writeStartElement("sourceDesc");
        element("p", null, "Terms of Hanji");
        xml.writeEndElement();
        xml.writeEndElement();
        if (edition == Edition.V2008) {
            xml.writeStartElement("encodingDesc");
            element("p", "XCSURI", "TBXBasicXCSV02.xcs");
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void concept(TermEntry entry) throws XMLStreamException {
        line(1);
        xml.writeStartElement(edition.concept);
        xml.writeAttribute("id", "c" + entry.id());
        Concept concept = entry.concept();
        optional(2, "admin", "source", concept.source());
        optional(2, "note", null, concept.note());
        for (Language language : Language.values()) {
            List<Term> terms = concept.terms(language);
            if (!terms.isEmpty()) {
                line(2);
                xml.writeStartElement(edition.language);
                language(language);
                for (Term term : terms) {
                    term(term);
                }
                line(2);
                xml.writeEndElement();
            }
        }
        line(1);
        xml.writeEndElement();
    }

    private void term(Term term) throws XMLStreamException {
        line(3);
        xml.writeStartElement(edition.term);
        element("term", null, term.text());
        if (term.partOfSpeech() != null) {
            element("termNote", "partOfSpeech", term.partOfSpeech().wire());
        }
        element(
                "termNote",
                "administrativeStatus",
                switch (term.status()) {
                    case PREFERRED, KEEP -> "preferredTerm-admn-sts";
                    case ADMITTED -> "admittedTerm-admn-sts";
                    case FORBIDDEN -> "deprecatedTerm-admn-sts";
                });
        if (term.status() == TermStatus.KEEP) {
            element("admin", "projectSubset", KEEP);
        }
        if (term.caseSensitive()) {
            element("admin", "projectSubset", CASE);
        }
        if (term.note() != null) {
            element("note", null, term.note());
        }
        xml.writeEndElement();
    }

    private void optional(int depth, String name, @Nullable String type, @Nullable String text)
            throws XMLStreamException {
        if (text != null) {
            line(depth);
            element(name, type, text);
        }
    }

    private void element(String name, @Nullable String type, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        if (type != null) {
            xml.writeAttribute("type", type);
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private void language(Language language) throws XMLStreamException {
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.tag());
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
