package hanji.search;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.segment.Span;
import hanji.testing.Effort;
import hanji.testing.TestDatabase;
import java.time.Duration;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/// Whatever is typed brings an answer, soon.
class HostileSearchTest {

    private static @Nullable TestDatabase database;
    private static @Nullable Finding finding;

    @BeforeContainer
    static void digest() {
        database = TestDatabase.of(TestDatabase.Kind.H2);
        finding = new Finding(database.database(), null);
        finding.bench.add(
                "a.md",
                "## 2026-01-02\n\n### [One](https://example.org/1)\n- <script>확산 모델(diffusion model)</script> 가.\n- 확산 모델(diffusion model) \"나\" 👩‍🔬.\n");
        finding.caughtUp();
    }

    @AfterContainer
    static void close() {
        if (finding != null && database != null) {
            finding.close();
            database.close();
        }
    }

    @Provide
    Arbitrary<String> typed() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(200),
                Arbitraries.strings()
                        .withChars(
                                "\"“”*?~^:(){}[]\\/+-|&! .,<>가나확산모델 diffuson漢字かな\u0000\uD800\uDC00\u202E")
                        .ofMaxLength(200),
                Arbitraries.of("a ", "\"a", "가", "*", "확산 ", "((").map(part -> part.repeat(50)));
    }

    @Property(tries = 400)
    void every_query_is_answered(@ForAll("typed") String typed) {
        Search search = Objects.requireNonNull(finding).search;
        Found found =
                Effort.within(Duration.ofSeconds(2), () -> search.find(SearchQuery.of(typed)));
        assertThat(found.readiness()).isInstanceOf(Readiness.Ready.class);
        for (Hit hit : found.hits()) {
            if (hit.source() != null) {
                int at = 0;
                for (Span span : hit.source().hits()) {
                    assertThat(span.start()).isGreaterThanOrEqualTo(at);
                    at = span.end();
                }
                assertThat(at).isLessThanOrEqualTo(hit.source().text().length());
            }
        }
    }
}
