package hanji.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hanji.testing.EchoAnswers;
import hanji.testing.StubModelServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys and passwords show nowhere, whatever is configured and whatever a model's server does.
class SecretsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String DIGEST = "2031-05-05";

    /// Not secret, and in the digest and the editor's name: what shows it could show a key.
    private static final String CONTROL = "Control-6f1d2c/+=";

    private static final List<Integer> STATUSES = List.of(200, 302, 400, 401, 404, 503);

    /// A server that may come back is asked again for a minute, so only a command that is shorter
    /// of patience asks it, once.
    private static final String PATIENT = "bad503";

    @TempDir Path folder;

    private final List<String> secrets = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();

    /// Each place has a key of its own, so that a leak says where it came from. Its characters are
    /// other ones when it is encoded for an address.
    private String secret(String place) {
        String secret = "Marked-%s-52c1/+9ae=07".formatted(place);
        secrets.add(secret);
        return secret;
    }

    private void model(String id, String baseUrl) {
        String key = "HANJI_LLM_MODELS_" + id.toUpperCase(Locale.ROOT);
        environment.put(key + "_PROVIDER", "openai");
        environment.put(key + "_MODEL", "m-" + id);
        environment.put(key + "_BASE_URL", baseUrl);
        environment.put(key + "_TIMEOUT", "20s");
    }

    @Test
    void a_key_is_in_no_page_log_export_recording_error_or_file() throws Exception {
        String spoken = secret("spoken");
        Path env =
                Files.writeString(
                        folder.resolve(".env"),
                        "HANJI_LLM_MODELS_DOTENV_API_KEY=%s\n".formatted(secret("dotenv")));
        Path file = Files.writeString(folder.resolve("key.txt"), secret("file") + "\n");
        EchoAnswers echo = new EchoAnswers();
        try (StubModelServer good = StubModelServer.start(echo);
                StubModelServer talkative =
                        StubModelServer.start(data ->
                                echo.apply(data).replace("[en]", "[en] My key is " + spoken));
                EchoingServer bad = new EchoingServer()) {
            environment.put("HANJI_DB_PASSWORD", secret("database"));
            String signing =
                    "whsec_" + Base64.getEncoder().encodeToString(bytes(secret("webhook")));
            secrets.add(signing);
            environment.put("HANJI_WEBHOOKS_SITE_SECRET", signing);
            // answers 503, so that what is said of a failure is looked at too
            environment.put("HANJI_WEBHOOKS_SITE_URL", bad.baseUrl(503));
            environment.put("HANJI_WEBHOOKS_ALLOW_HOSTS", "127.0.0.1");
            environment.put("HANJI_ACCOUNT_NAME", CONTROL);
            environment.put("HANJI_LLM_DEFAULT", "dotenv");
            model("dotenv", good.baseUrl());
            model("file", good.baseUrl());
            environment.put("HANJI_LLM_MODELS_FILE_API_KEY_FILE", file.toString());
            model("spoken", talkative.baseUrl());
            environment.put("HANJI_LLM_MODELS_SPOKEN_API_KEY", spoken);
            for (int status : STATUSES) {
                model("bad" + status, bad.baseUrl(status));
                environment.put(
                        "HANJI_LLM_MODELS_BAD%d_API_KEY".formatted(status), secret("bad" + status));
            }
            try (Installed hanji = new Installed(folder, Map.copyOf(environment))) {
                serveAndAskEverything(hanji);
                runCommands(hanji);
                hanji.stop();
                assertThat(hanji.run("backup", "kept.zip", "--data", "data")).isZero();
                assertThat(folder.resolve("kept.zip")).isNotEmptyFile();
                unpack(folder.resolve("kept.zip"), folder.resolve("kept"));

                assertThat(good.received())
                        .extracting(call -> call.headers().get("authorization"))
                        .contains("Bearer " + secrets.get(1), "Bearer " + secrets.get(2));
                assertThat(talkative.received()).isNotEmpty();
                assertControlled(hanji, env, file);
                Marks marks = new Marks(secrets);
                assertThat(marks.in(hanji.said())).isEmpty();
                assertThat(marks.in(hanji.files(env, file))).isEmpty();
                assertThat(telling(hanji.said())).isEmpty();
            }
        }
    }

    /// The search finds what is there: in answers, logs, files of commands and the database.
    private void assertControlled(Installed hanji, Path... by) throws IOException {
        Marks control = new Marks(List.of(CONTROL));
        assertThat(control.in(hanji.said()).keySet())
                .anyMatch(name -> name.startsWith("GET /digests/" + DIGEST))
                .anyMatch(name -> name.contains("/export"));
        assertThat(control.in(hanji.files(by)).keySet())
                .contains("console.log", "file.log", "data/hanji.mv.db", "out/digest.en.md")
                .anyMatch(name -> name.startsWith("kept/"));
        assertThat(new Marks(secrets).in(hanji.files()).keySet())
                .containsExactlyInAnyOrder(".env", "key.txt");
    }

    /// What is packed shows no secret as it is.
    private static void unpack(Path packed, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (ZipFile zip = new ZipFile(packed.toFile())) {
            for (ZipEntry entry : zip.stream().filter(one -> !one.isDirectory()).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    Files.copy(in, folder.resolve(entry.getName().replace('/', '_')));
                }
            }
        }
    }

    private void serveAndAskEverything(Installed hanji) throws Exception {
        Path digest =
                Files.writeString(
                        folder.resolve("digest.md"),
                        "### Paper %s\n\n- 하나 %s\n- 정확도가 12%% 올랐습니다.\n"
                                .formatted(CONTROL, CONTROL));
        hanji.serve("--digests", digest.toString(), "--data", "data");
        hanji.post("/api/v1/digests?key=" + DIGEST, "text/markdown", Files.readString(digest));
        List<String> models =
                environment.keySet().stream()
                        .filter(name -> name.endsWith("_PROVIDER"))
                        .map(name ->
                                name.replaceAll("HANJI_LLM_MODELS_|_PROVIDER", "")
                                        .toLowerCase(Locale.ROOT))
                        .filter(id -> !id.equals(PATIENT))
                        .sorted()
                        .toList();
        for (String model : models) {
            hanji.post(
                    "/api/v1/translate",
                    JSON_TYPE,
                    "{\"texts\":[\"%s 글\"],\"target\":\"en\",\"model\":\"%s\"}"
                            .formatted(model, model));
        }
        batch(hanji, "spoken", "en");
        batch(hanji, "bad401", "de");
        String unit = units(hanji, "en").get(0).path("id").asText();
        for (String model : List.of("file", "bad400", "bad302", "spoken")) {
            hanji.post(
                    "/api/v1/units/%s/redo".formatted(unit),
                    JSON_TYPE,
                    "{\"model\":\"%s\"}".formatted(model));
            hanji.post(
                    "/digests/%s/units/%s/redo".formatted(DIGEST, unit),
                    "application/x-www-form-urlencoded",
                    "model=" + model + "&instruction=short");
            hanji.get("/digests/%s/units/%s/redo/events".formatted(DIGEST, unit));
        }
        hanji.post("/api/v1/units/%s/approve".formatted(unit), JSON_TYPE, "{\"reason\":\"seen\"}");
        hanji.post("/api/v1/digests/%s/publish?lang=en".formatted(DIGEST), JSON_TYPE, "");
        hanji.get("/digests/%s/units/%s/fixture".formatted(DIGEST, unit));
        for (String format : List.of("md", "json", "html")) {
            for (String state : List.of("", "&state=all", "&state=any", "&state=draft")) {
                hanji.get(
                        "/api/v1/digests/%s/export?lang=en&format=%s%s"
                                .formatted(DIGEST, format, state));
            }
        }
        askBadly(hanji);
        for (String path :
                List.of(
                        "/q/health",
                        "/q/health/live",
                        "/q/health/ready",
                        "/q/metrics",
                        "/q/openapi",
                        "/q/openapi?format=json",
                        "/q/info",
                        "/q/arc",
                        "/q/dev-ui",
                        "/q/swagger-ui",
                        "/api/v1/models",
                        "/api/v1/prompts",
                        "/api/v1/usage",
                        "/published",
                        "/published/feed.atom",
                        "/published/" + DIGEST + "/en",
                        "/api/v1/digests",
                        "/api/v1/batches",
                        "/api/v1/units?digest=" + DIGEST + "&lang=en")) {
            hanji.get(path);
        }
        hanji.crawl("/", 200);
        hanji.crawl("/digests/%s?lang=en".formatted(DIGEST), 200);
        hanji.crawl("/digests/%s?lang=de".formatted(DIGEST), 200);
    }

    private static void batch(Installed hanji, String model, String language) throws Exception {
        HttpResponse<byte[]> made =
                hanji.post(
                        "/api/v1/batches",
                        JSON_TYPE,
                        "{\"digests\":[\"%s\"],\"model\":\"%s\",\"tasks\":[{\"kind\":\"translate\",\"targets\":[\"%s\"]}]}"
                                .formatted(DIGEST, model, language));
        assertThat(made.statusCode()).isIn(200, 201, 202);
        String id = JSON.readTree(made.body()).path("id").asText();
        hanji.get("/api/v1/batches/%s/results".formatted(id));
        hanji.get("/api/v1/batches/%s".formatted(id));
        hanji.get("/batches/%s".formatted(id));
    }

    private static JsonNode units(Installed hanji, String language) throws Exception {
        return JSON.readTree(
                        hanji.get("/api/v1/units?digest=%s&lang=%s".formatted(DIGEST, language))
                                .body())
                .path("units");
    }

    private static void askBadly(Installed hanji) throws Exception {
        hanji.post("/api/v1/translate", JSON_TYPE, "{\"texts\":");
        hanji.post("/api/v1/translate", JSON_TYPE, "{\"texts\":{},\"target\":\"en\"}");
        hanji.post("/api/v1/translate", "text/plain", "x");
        hanji.post("/api/v1/batches", JSON_TYPE, "{\"digests\":[null],\"tasks\":[{}]}");
        hanji.post("/api/v1/inspect", JSON_TYPE, "[]");
        hanji.post("/q/health", JSON_TYPE, "{}");
        for (String path :
                List.of(
                        "/api/v1/units/%00",
                        "/api/v1/units/x%FF",
                        "/api/v1/units?lang=%2e%2e",
                        "/api/v1/digests/..%2f..%2fetc%2fpasswd",
                        "/api/v1/digests?offset=x",
                        "/api/v1/digests?offset=99999999999",
                        "/api/v1/batches/x/events",
                        "/digests/nothing",
                        "/digests/" + DIGEST + "?lang=xx",
                        "/prompts/nothing",
                        "/nothing")) {
            hanji.get(path);
        }
    }

    private void runCommands(Installed hanji) throws Exception {
        for (String model : List.of("dotenv", "spoken", "bad200", "bad302", "bad400", "bad401")) {
            hanji.run(
                    "translate",
                    "digest.md",
                    "--to",
                    "en",
                    "--out",
                    "out",
                    "--model",
                    model,
                    "--verbose");
        }
        Path original = Path.of("src/test/resources/fixture");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve("fixture").resolve(original.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        for (String model : List.of("bad401", "bad400", "bad302", "spoken")) {
            hanji.run(
                    "record",
                    "fixture/cases",
                    "--prompts",
                    "fixture/prompts",
                    "--all",
                    "--model",
                    model,
                    "--verbose");
        }
        hanji.run(
                "record",
                "fixture/cases",
                "--prompts",
                "fixture/prompts",
                "--id",
                "tldr-short",
                "--all",
                "--model",
                PATIENT,
                "--verbose");
        assertThat(folder.resolve("fixture/cases/translate-en.recorded.yaml"))
                .content()
                .contains("m-spoken", "My key is …");
        for (String format : List.of("text", "junit", "github", "markdown", "html")) {
            hanji.run(
                    "check",
                    "fixture/cases",
                    "--prompts",
                    "fixture/prompts",
                    "--model",
                    "spoken",
                    "--format",
                    format,
                    "--report",
                    format + "=report." + format,
                    "--verbose");
        }
        environment.put("HANJI_LLM_MODELS_FILE_API_KEY", secret("both"));
        try (Installed wrong = new Installed(folder, Map.copyOf(environment))) {
            assertThat(wrong.run("serve", "--port", "0", "--data", "other", "--verbose"))
                    .isEqualTo(3);
        }
    }

    /// Answers that tell what an attacker likes to know: what runs here, in which version, and
    /// where. The interface's description is generated and names its own version only.
    private Map<String, List<String>> telling(Map<String, byte[]> said) {
        List<String> words =
                List.of(
                        "server=[",
                        "x-powered-by=[",
                        "Quarkus",
                        "Vert.x",
                        "RESTEasy",
                        "Exception",
                        "\tat ",
                        "java.lang",
                        "io.quarkus",
                        "hanji.web.",
                        "org.h2",
                        folder.toString(),
                        Path.of("").toAbsolutePath().toString());
        Map<String, List<String>> telling = new TreeMap<>();
        said.forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            List<String> told = words.stream().filter(text::contains).toList();
            if (!told.isEmpty()) {
                telling.put(name, told);
            }
        });
        return telling;
    }

    @Test
    void a_secret_is_found_in_every_form() {
        String secret = secret("any");
        Marks marks = new Marks(secrets);
        Base64.Encoder base64 = Base64.getEncoder();

        for (String before : List.of("", "a", "ab", "abc", "Bearer ", "user:")) {
            String text = before + secret + " and more";
            byte[] coded = base64.encode(text.getBytes(StandardCharsets.UTF_8));
            assertThat(marks.in(coded)).as(text).containsExactly(secret);
        }
        assertThat(marks.in(bytes("x" + secret + "x"))).containsExactly(secret);
        assertThat(marks.in(bytes(URLEncoder.encode(secret, StandardCharsets.UTF_8))))
                .containsExactly(secret);
        assertThat(marks.in(bytes(secret.substring(1)))).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
