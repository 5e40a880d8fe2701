package hanji.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Answers with the translations of a TMX file; what it does not hold, and condensations, are
/// echoed.
public final class TmxAnswers implements Function<JsonNode, String> {

    private static final String SOURCE = "ko";

    private final Map<String, Map<String, String>> units;
    private final EchoAnswers answers;

    private TmxAnswers(Map<String, Map<String, String>> units) {
        this.units = Map.copyOf(units);
        this.answers = new EchoAnswers(this::translation);
    }

    public static TmxAnswers read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new TmxAnswers(units(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException(file + " is not well-formed TMX", e);
        }
    }

    /// The Korean texts, each with its text by language tag.
    public Map<String, Map<String, String>> units() {
        return units;
    }

    @Override
    public String apply(JsonNode data) {
        return answers.apply(data);
    }

    private String translation(String text, String target) {
        return units.getOrDefault(text, Map.of())
                .getOrDefault(target, "[%s] %s".formatted(target, text));
    }

    private static Map<String, Map<String, String>> units(InputStream in)
            throws XMLStreamException {
        XMLStreamReader xml = reader(in);
        Map<String, Map<String, String>> units = new HashMap<>();
        Map<String, String> unit = new HashMap<>();
        String language = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "tu" -> unit = new HashMap<>();
                    case "tuv" -> language = xml.getAttributeValue(XMLConstants.XML_NS_URI, "lang");
                    case "seg" -> unit.put(language, xml.getElementText());
                    default -> {}
                }
            } else if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tu")) {
                units.put(unit.get(SOURCE), Map.copyOf(unit));
            }
        }
        return units;
    }

    private static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(in);
    }
}
