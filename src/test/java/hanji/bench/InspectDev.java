package hanji.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Inspects JSON Lines of `{"id","lang","source","target"}` and prints JSON Lines of findings.
public final class InspectDev {

    private InspectDev() {}

    public static void main(String[] files) throws IOException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        inspect(Path.of(files[0]), out);
        out.flush();
    }

    public static void inspect(Path file, PrintStream out) throws IOException {
        ObjectMapper json = new ObjectMapper();
        Inspector inspector = new Inspector();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = json.readTree(line);
            ObjectNode result = json.createObjectNode().put("id", row.get("id").asText());
            result.set(
                    "findings",
                    json.valueToTree(
                            inspector.inspect(
                                    UnitKind.TRANSLATION,
                                    Language.target(row.get("lang").asText()),
                                    row.get("source").asText(),
                                    row.get("target").asText())));
            out.println(json.writeValueAsString(result));
        }
    }
}
