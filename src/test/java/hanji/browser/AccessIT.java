package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.account.Accounts;
import hanji.account.Editor;
import hanji.account.Rights;
import hanji.account.Scope;
import hanji.account.Secret;
import hanji.account.Sessions;
import hanji.account.Tokens;
import hanji.store.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Asks every address as everybody, and compares with the table in `docs/access.md`.
class AccessIT {

    private static final Path TABLE = Path.of("docs/access.md");
    private static final String PASSWORD = "a long password";
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    private final HttpClient client = HttpClient.newHttpClient();

    /// How somebody shows who she is, anew for each request, since some of them end her session.
    private record Visitor(String header, Supplier<String> secret) {}

    @Test
    void everybody_may_what_the_table_says() throws Exception {
        String actual =
                table(Map.of("HANJI_AUTH", "form", "HANJI_REQUESTS_PER_SECOND", "0"), Set.of());

        assertThat(actual).as("docs/access.md, which would be:%n%s", actual).isEqualTo(expected());
    }

    /// How somebody came in does not matter afterwards.
    @Test
    void with_a_provider_it_is_the_same_table() throws Exception {
        Set<String> some = Set.of("nobody", "editor of ja", "admin", "token draft");
        MockOAuth2Server provider = Provider.start();
        try {
            assertThat(
                            table(
                                    Provider.settings(
                                            provider, Map.of("HANJI_REQUESTS_PER_SECOND", "0")),
                                    some))
                    .isEqualTo(columns(expected(), some));
        } finally {
            provider.shutdown();
        }
    }

    private static String expected() throws IOException {
        return Files.readString(TABLE)
                .lines()
                .filter(line -> line.startsWith("|"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String columns(String table, Set<String> names) {
        List<String> head = cells(table.lines().findFirst().orElseThrow());
        return table.lines()
                .map(line -> {
                    List<String> cells = cells(line);
                    return IntStream.range(0, cells.size())
                            .filter(i -> i < 2 || names.contains(head.get(i).strip()))
                            .mapToObj(cells::get)
                            .collect(Collectors.joining("|", "", "|"));
                })
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> cells(String line) {
        return Arrays.asList(line.split("\\|"));
    }

    /// @param names of the visitors that ask; empty for all
    private String table(Map<String, String> settings, Set<String> names) throws Exception {
        try (Served served = Served.start(settings);
                Database database = Database.open(served.database())) {
            Map<String, Visitor> all = visitors(database);
            String unit = unit(served, all.get("viewer"));
            if (!names.isEmpty()) {
                all.keySet().retainAll(names);
            }
            return table(served, unit, all);
        }
    }

    /// The one user of a local Hanji is refused nowhere.
    @Test
    void the_local_user_may_everything() throws Exception {
        try (Served served = Served.start()) {
            String unit = unit(served, null);
            for (Routes.Route route : Routes.all().routes()) {
                assertThat(outcome(served, route, unit, new Visitor("X-None", () -> "")))
                        .as(route.toString())
                        .isEqualTo("in");
            }
        }
    }

    private static Map<String, Visitor> visitors(Database database) {
        Accounts accounts = new Accounts(database, Clock.systemUTC());
        Map<String, Visitor> visitors = new LinkedHashMap<>();
        visitors.put("nobody", new Visitor("X-None", () -> ""));
        Map<String, String> roles = new LinkedHashMap<>();
        roles.put("viewer", "viewer");
        roles.put("editor of ja", "editor:ja");
        roles.put("editor", "editor:en");
        roles.put("approver", "approver:en");
        roles.put("admin", "admin");
        Sessions sessions =
                new Sessions(database, Clock.systemUTC(), Duration.ofHours(1), Duration.ofHours(1));
        roles.forEach((name, role) -> {
            String account = name.replace(' ', '-');
            accounts.add(account, PASSWORD, Rights.of(role), Editor.HANJI);
            visitors.put(
                    name,
                    new Visitor(
                            "Cookie",
                            () ->
                                    "hanji.session="
                                            + sessions.begin(accounts.get(account), null, "test")
                                                    .text()));
        });
        Tokens tokens = new Tokens(database, Clock.systemUTC());
        for (Scope scope : Scope.values()) {
            Secret secret =
                    tokens.create(
                            Editor.everything("admin"), "test", Set.of(scope), Duration.ofHours(1));
            visitors.put(
                    "token " + scope.wire(),
                    new Visitor("Authorization", () -> "Bearer " + secret.text()));
        }
        return visitors;
    }

    private String table(Served served, String unit, Map<String, Visitor> visitors)
            throws Exception {
        StringBuilder table = new StringBuilder();
        table.append("| | ").append(String.join(" | ", visitors.keySet())).append(" |\n");
        table.append("|---|").append("---|".repeat(visitors.size())).append("\n");
        for (Routes.Route route : Routes.all().routes()) {
            table.append("| ")
                    .append(route.method())
                    .append(" `")
                    .append(route.path())
                    .append("` |");
            for (Visitor visitor : visitors.values()) {
                table.append(' ').append(outcome(served, route, unit, visitor)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    private String unit(Served served, @Nullable Visitor visitor) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                        URI.create(served.address() + "/api/v1/units?digest=2026-03-02&lang=en"));
        if (visitor != null) {
            request.header(visitor.header(), visitor.secret().get());
        }
        String units = client.send(request.build(), BodyHandlers.ofString()).body();
        Matcher found = Pattern.compile("translation-\\d+-en").matcher(units);
        assertThat(found.find()).as(units).isTrue();
        return found.group();
    }

    /// `in` is all that is not refused for who asks.
    private String outcome(Served served, Routes.Route route, String unit, Visitor visitor)
            throws IOException, InterruptedException {
        String path =
                PARAMETER
                        .matcher(route.path())
                        .replaceAll(found -> parameter(route.path(), found.group(1), unit));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(
                                URI.create(
                                        served.address()
                                                + path
                                                + "?follow=false"
                                                + (route.lang() ? "&lang=en" : "")))
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", type(route));
        String secret = visitor.secret().get();
        if (!secret.isEmpty()) {
            request.header(visitor.header(), secret);
        }
        request.method(
                route.method(),
                route.method().equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(body(route)));
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        String to = response.headers().firstValue("Location").orElse("");
        return switch (response.statusCode()) {
            case 401 -> path.equals("/login") ? "in" : "401";
            case 403 -> "403";
            case 303 -> to.contains("/login?back=") ? "login" : "in";
            default -> "in";
        };
    }

    private static String parameter(String path, String name, String unit) {
        return switch (name) {
            case "key" -> "2026-03-02";
            case "number" -> "1";
            case "lang" -> "en";
            case "glossary" -> "nothing";
            case "token" -> "999";
            case "id" ->
                    path.contains("/units/")
                            ? unit
                            : path.startsWith("/prompts") ? "translate" : "nothing";
            default -> throw new IllegalArgumentException(path + " has an unknown parameter");
        };
    }

    private static String type(Routes.Route route) {
        return switch (route.path()) {
            case "/import", "/terms/import" -> "multipart/form-data; boundary=b";
            case "/api/v1/digests/{key}/import" -> "application/xml";
            case "/api/v1/terms/import" -> "text/csv";
            case String path when path.startsWith("/api/") -> "application/json";
            case String _ -> "application/x-www-form-urlencoded";
        };
    }

    private static String body(Routes.Route route) {
        return switch (type(route)) {
            case "multipart/form-data; boundary=b" ->
                    "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\ny\r\n--b--\r\n";
            case "application/json" -> "{}";
            case String _ -> "a=b";
        };
    }
}
