package hanji.supply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/// The list of what the program is made of, as the build writes it.
record Sbom(List<Component> components) {

    /// @param licences SPDX ids, or names where the SBOM has none; whoever uses it may choose one
    record Component(String name, String version, String sha256, List<String> licences) {}

    private static final Path FILE = Path.of("target/sbom.json");

    /// What the SBOM calls otherwise than SPDX, or reads wrongly: JLine's POM says "The BSD
    /// License" with the address of the one of three clauses.
    private static final Map<String, String> SPDX =
            Map.of(
                    "EPL 1.0",
                    "EPL-1.0",
                    "BSD-4-Clause",
                    "BSD-3-Clause",
                    "GNU General Public License, version 2 with the GNU Classpath Exception",
                    "GPL-2.0-with-classpath-exception");

    static Sbom read() throws IOException {
        if (!Files.exists(FILE)) {
            throw new IllegalStateException(
                    FILE + " is missing: package makes it, but not with Maven's -o");
        }
        JsonNode all = new ObjectMapper().readTree(FILE.toFile());
        return new Sbom(list(all.path("components")).stream().map(Sbom::component).toList());
    }

    private static Component component(JsonNode json) {
        String group = json.path("group").asText();
        return new Component(
                group + ":" + json.path("name").asText(),
                json.path("version").asText(),
                list(json.path("hashes")).stream()
                        .filter(hash -> hash.path("alg").asText().equals("SHA-256"))
                        .map(hash -> hash.path("content").asText())
                        .findFirst()
                        .orElse(""),
                list(json.path("licenses")).stream()
                        .map(licence -> licence(group, licence))
                        .toList());
    }

    private static String licence(String group, JsonNode choice) {
        JsonNode licence = choice.path("license");
        String said =
                choice.path("expression")
                        .asText(licence.path("id").asText(licence.path("name").asText()));
        boolean misread = said.equals("BSD-4-Clause") && !group.equals("org.jline");
        return misread ? said : SPDX.getOrDefault(said, said);
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
