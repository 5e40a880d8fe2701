package hanji;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A package uses only those below it.
class PackageOrderTest {

    static final List<String> ORDER =
            List.of(
                    "cli",
                    "web",
                    "fixture",
                    "exchange",
                    "publish",
                    "search",
                    "webhook",
                    "batch",
                    "workbench",
                    "review",
                    "draft",
                    "qa",
                    "prompt",
                    "memory",
                    "termbase",
                    "digest",
                    "llm",
                    "account",
                    "store",
                    "segment");

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("hanji");

    static Stream<String> packages() {
        return ORDER.stream().skip(1).filter(name -> CLASSES.containPackage("hanji." + name));
    }

    @ParameterizedTest
    @MethodSource("packages")
    void nothing_above_is_used(String name) {
        String[] above =
                ORDER.subList(0, ORDER.indexOf(name)).stream()
                        .map(other -> "hanji." + other + "..")
                        .toArray(String[]::new);

        noClasses()
                .that()
                .resideInAPackage("hanji." + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(above)
                .check(CLASSES);
    }

    @Test
    void every_package_has_its_place() {
        assertThat(CLASSES.getPackage("hanji").getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .isNotEmpty()
                .isSubsetOf(ORDER);
    }

    @Test
    void only_llm_sees_langchain4j() {
        noClasses()
                .that()
                .resideOutsideOfPackage("hanji.llm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..")
                .check(CLASSES);
    }

    @Test
    void only_what_keeps_an_index_sees_lucene() {
        noClasses()
                .that()
                .resideOutsideOfPackages("hanji.search..", "hanji.memory..", "hanji.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..")
                .check(CLASSES);
    }

    @Test
    void only_exchange_sees_okapi() {
        noClasses()
                .that()
                .resideOutsideOfPackage("hanji.exchange..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("net.sf.okapi..")
                .check(CLASSES);
    }

    @Test
    void only_web_and_what_starts_it_know_http() {
        noClasses()
                .that()
                .resideOutsideOfPackages("hanji.web..", "hanji.cli..", "hanji.llm..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.ws.rs..", "io.vertx..", "java.net.http..")
                .check(CLASSES);
    }

    @Test
    void only_store_knows_which_database_it_is() {
        noClasses()
                .that()
                .resideOutsideOfPackage("hanji.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.h2..", "org.postgresql..", "io.agroal..", "org.flywaydb..")
                .check(CLASSES);
    }
}
