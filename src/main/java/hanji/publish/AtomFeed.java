package hanji.publish;

import hanji.segment.Language;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/// What is published, as an Atom feed (RFC 4287). Its ids are tag URIs (RFC 4151) of the digest,
/// its language and the day it was first published: another publication of the same changes none.
public final class AtomFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final String base;
    private final String authority;
    private final BiFunction<String, Locale, String> title;

    /// @param base where readers find Hanji, without a slash at the end
    /// @param authority the name in the ids
    /// @param title what a digest of a key is called
    public AtomFeed(String base, String authority, BiFunction<String, Locale, String> title) {
        this.base = base;
        this.authority = authority;
        this.title = title;
    }

    /// @param newest what is in it, the newest first
    /// @param language that it is all in; null for several
    public String write(List<Published> newest, @Nullable Language language) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            String query = language == null ? "" : "?lang=" + language.tag();
            if (language != null) {
                xml.writeAttribute("xml:lang", language.tag());
            }
            element(xml, "title", language == null ? "Hanji" : "Hanji, " + language.endonym());
            element(
                    xml,
                    "id",
                    "tag:%s,2026:published%s"
                            .formatted(authority, language == null ? "" : "/" + language.tag()));
            element(xml, "updated", updated(newest).toString());
            link(xml, "self", "application/atom+xml", null, base + "/published/feed.atom" + query);
            link(xml, "alternate", "text/html", null, base + "/published");
            element(xml, "generator", "Hanji");
            for (Published published : newest) {
                entry(xml, published);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can always be written to", e);
        }
        return text + "\n";
    }

    private static Instant updated(List<Published> newest) {
        return newest.stream()
                .map(published -> published.publication().at())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
    }

    private void entry(XMLStreamWriter xml, Published published) throws XMLStreamException {
        Publication publication = published.publication();
        Edition edition = published.edition();
        String lang = publication.language().tag();
        xml.writeStartElement("entry");
        xml.writeAttribute("xml:lang", lang);
        element(xml, "title", title.apply(publication.digest(), publication.language().locale()));
        element(xml, "id", id(published));
        element(xml, "published", published.first().toString());
        element(xml, "updated", publication.at().toString());
        for (String name : authors(published)) {
            xml.writeStartElement("author");
            element(xml, "name", name);
            xml.writeEndElement();
        }
        link(xml, "alternate", "text/html", lang, base + publication.path());
        link(
                xml,
                "enclosure",
                "text/markdown",
                lang,
                base + publication.path() + "/export?format=md");
        xml.writeStartElement("content");
        xml.writeAttribute("type", "html");
        xml.writeCharacters(allowed(FeedHtml.of(edition)));
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private String id(Published published) {
        LocalDate day = published.first().atZone(ZoneOffset.UTC).toLocalDate();
        return "tag:%s,%s:%s"
                .formatted(authority, day, published.publication().path().substring(1));
    }

    /// Who stands behind the texts.
    private static TreeSet<String> authors(Published published) {
        TreeSet<String> names = new TreeSet<>();
        Stream.concat(
                        published.edition().translated().stream(),
                        published.edition().condensed().stream())
                .forEach(text -> {
                    if (text.approvedBy() != null) {
                        names.add(text.approvedBy());
                    }
                });
        if (names.isEmpty()) {
            names.add(published.publication().actor());
        }
        return names;
    }

    private static void element(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private static void link(
            XMLStreamWriter xml, String rel, String type, @Nullable String lang, String href)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", rel);
        xml.writeAttribute("type", type);
        if (lang != null) {
            xml.writeAttribute("hreflang", lang);
        }
        xml.writeAttribute("href", href);
    }

    /// XML 1.0 cannot hold all characters, however they are written.
    private static String allowed(String text) {
        return text.codePoints()
                .map(c -> allowed(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
