package hanji.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.bench.EditorSession.Answer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How an editor reads and decides: as the page's script does, or by the interface.
sealed interface Way {

    /// @param version that stands now, as far as the answer tells
    record Came(Save.Came came, int version, Answer answer) {}

    /// @return the version that stands
    int read(EditorSession session, String unit) throws IOException, InterruptedException;

    /// @param text null to approve what is there
    Came decide(EditorSession session, String unit, int version, @Nullable String text)
            throws IOException, InterruptedException;

    /// Rows and forms of one bench.
    record Page(String digest) implements Way {

        private static final Pattern ROW =
                Pattern.compile("data-unit=\"([^\"]+)\"[^>]* data-version=\"(\\d+)\"");

        /// What the page's script takes for a refusal.
        private static final Pattern REFUSED =
                Pattern.compile("class=\"slip slip-(versions|outdated|reason|problem)\"");

        @Override
        public int read(EditorSession session, String unit)
                throws IOException, InterruptedException {
            return version(session.get(path(unit)).body(), unit);
        }

        @Override
        public Came decide(EditorSession session, String unit, int version, @Nullable String text)
                throws IOException, InterruptedException {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("version", String.valueOf(version));
            values.put(text == null ? "reason" : "text", text == null ? "read twice" : text);
            Answer answer =
                    session.post(path(unit) + (text == null ? "/approve" : "/edit"), values);
            if (answer.status() != 200) {
                return new Came(Save.Came.ERROR, version, answer);
            }
            Matcher refused = REFUSED.matcher(answer.body());
            if (!refused.find()) {
                return new Came(Save.Came.KEPT, version + 1, answer);
            }
            boolean conflict =
                    refused.group(1).equals("versions") || refused.group(1).equals("outdated");
            return new Came(
                    conflict ? Save.Came.CONFLICT : Save.Came.ERROR,
                    version(answer.body(), unit),
                    answer);
        }

        private String path(String unit) {
            return "/digests/" + digest + "/units/" + unit;
        }

        private static int version(String html, String unit) {
            Matcher row = ROW.matcher(html);
            if (!row.find() || !row.group(1).equals(unit)) {
                throw new IllegalStateException(
                        "no row of %s: %s".formatted(unit, EditorSession.start(html)));
            }
            return Integer.parseInt(row.group(2));
        }
    }

    /// PUT and POST with If-Match.
    record Api() implements Way {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public int read(EditorSession session, String unit)
                throws IOException, InterruptedException {
            return JSON.readTree(session.get(path(unit)).body()).path("version").asInt();
        }

        @Override
        public Came decide(EditorSession session, String unit, int version, @Nullable String text)
                throws IOException, InterruptedException {
            Answer answer =
                    text == null
                            ? session.json(
                                    "POST",
                                    path(unit) + "/approve",
                                    version,
                                    "{\"reason\":\"read twice\"}")
                            : session.json(
                                    "PUT",
                                    path(unit),
                                    version,
                                    JSON.writeValueAsString(Map.of("text", text)));
            JsonNode body = JSON.readTree(answer.body());
            return switch (answer.status()) {
                case 200 -> new Came(Save.Came.KEPT, body.path("version").asInt(), answer);
                case 412 ->
                        new Came(
                                Save.Came.CONFLICT,
                                body.path("current").path("version").asInt(),
                                answer);
                default -> new Came(Save.Came.ERROR, version, answer);
            };
        }

        private static String path(String unit) {
            return "/api/v1/units/" + unit;
        }
    }
}
