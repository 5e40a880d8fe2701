package hanji.browser;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.store.Database;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Another site can make a browser fetch any address, so none that is fetched may change anything.
@Timeout(300)
class ReadingIT {

    private static final String DIGEST = "2026-03-03";

    /// Every address that is fetched, as its class and method have it.
    private static List<String> addresses() throws Exception {
        List<String> addresses = new ArrayList<>();
        try (Stream<java.nio.file.Path> files =
                Files.list(java.nio.file.Path.of("target/classes/hanji/web"))) {
            for (java.nio.file.Path file :
                    files.filter(one -> one.toString().endsWith(".class")).sorted().toList()) {
                String name = file.getFileName().toString().replace(".class", "");
                Class<?> resource =
                        Class.forName("hanji.web." + name, false, ReadingIT.class.getClassLoader());
                Path root = resource.getAnnotation(Path.class);
                if (root != null) {
                    Arrays.stream(resource.getDeclaredMethods())
                            .filter(method -> method.isAnnotationPresent(GET.class))
                            .map(method -> address(root, method))
                            .forEach(addresses::add);
                }
            }
        }
        return addresses;
    }

    private static String address(Path root, Method method) {
        Path own = method.getAnnotation(Path.class);
        return ("/" + root.value() + "/" + (own == null ? "" : own.value()))
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    @Test
    void fetching_any_address_changes_nothing_but_the_log_of_exports() throws Exception {
        try (Served served = Served.start();
                Database database = Database.open(served.database())) {
            String form = "application/x-www-form-urlencoded";
            served.post("/digests/" + DIGEST + "/run?lang=en", form, "condense=true");
            while (count(database, "batch where finished_at is not null") == 0) {
                Thread.sleep(100);
            }
            String unit = first(database, "unit where kind = 'translation' and lang = 'en'");
            assertThat(
                            served.post(
                                            "/api/v1/units/" + unit + "/approve",
                                            "application/json",
                                            "{\"reason\":\"a test\"}")
                                    .statusCode())
                    .isEqualTo(200);
            String batch = first(database, "batch");
            List<String> before = lasting(database);
            List<String> addresses = addresses();

            int answered = 0;
            for (String address : addresses) {
                String path =
                        address.replace("{key}", DIGEST)
                                .replace("{lang}", "en")
                                .replace("{glossary}", "nothing")
                                .replace(
                                        "{id}",
                                        address.contains("/batches/")
                                                ? batch
                                                : address.contains("/prompts/")
                                                        ? "translate"
                                                        : unit);
                assertThat(path).as("every part of the address is known").doesNotContain("{");
                int status =
                        served.status(
                                path + "?lang=en&digest=%s&unit=%s&back=/".formatted(DIGEST, unit));
                assertThat(status).as(path).isLessThan(500);
                answered += status == 200 ? 1 : 0;
            }

            assertThat(answered).as("of " + addresses).isGreaterThan(addresses.size() * 3 / 4);
            assertThat(lasting(database)).isEqualTo(before);
        }
    }

    private static List<String> lasting(Database database) {
        return Everything.in(database).stream()
                .filter(row -> !row.startsWith("audit_head "))
                .filter(row -> !(row.startsWith("audit ") && row.contains("action=export")))
                .toList();
    }

    private static int count(Database database, String what) {
        return database.read(handle ->
                handle.createQuery("select count(*) from " + what).mapTo(Integer.class).one());
    }

    private static String first(Database database, String table) {
        return database.read(handle ->
                handle.createQuery("select id from " + table + " order by id")
                        .mapTo(String.class)
                        .first());
    }
}
