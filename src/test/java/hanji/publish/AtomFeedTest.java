package hanji.publish;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.review.Decision;
import hanji.segment.Language;
import hanji.testing.Bench;
import hanji.testing.TestDatabase;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The feed against what RFC 4287 says a feed must be, read by a strict XML parser.
class AtomFeedTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private final Bench bench = new Bench(database.database(), Bench.recorded());

    @BeforeEach
    void one_digest() {
        bench.add(
                "2026-03-02.md",
                "### [<b>One</b> & \u202E]]> two](https://example.org/1?a=b&c=d)\n* 하나 <script>x</script>\n* 둘\n");
    }

    @AfterEach
    void close() {
        bench.close();
        database.close();
    }

    private void published(Language language, String text) {
        bench.decide(
                bench.translations("2026-03-02", language).getFirst(),
                new Decision.Amend(text, true, "as I read it"));
        bench.publisher.publish("2026-03-02", language, Bench.EDITOR);
    }

    private Element feed(@Nullable Language language) throws Exception {
        List<Published> newest =
                bench.publisher.standing(null, language, 20).stream()
                        .map(bench.publisher::content)
                        .toList();
        String text =
                new AtomFeed("https://hanji.example", "hanji.example", (key, _) -> "Digest " + key)
                        .write(newest, language);
        DocumentBuilderFactory strict = DocumentBuilderFactory.newInstance();
        strict.setNamespaceAware(true);
        strict.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return strict.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        NodeList all = parent.getChildNodes();
        return IntStream.range(0, all.getLength())
                .mapToObj(all::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> ATOM.equals(child.getNamespaceURI()))
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static String only(Element parent, String name) {
        List<Element> those = children(parent, name);
        assertThat(those).as(name).hasSize(1);
        return those.getFirst().getTextContent();
    }

    private static List<String> ids(Element feed) {
        return children(feed, "entry").stream().map(entry -> only(entry, "id")).toList();
    }

    /// Sections 4.1.1, 4.1.2 and 4.2 of RFC 4287: how often each element stands, and what is in it.
    private static void requireAtom(Element feed) {
        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        for (String once : List.of("generator", "icon", "logo", "rights", "subtitle")) {
            assertThat(children(feed, once)).as(once).hasSizeLessThanOrEqualTo(1);
        }
        requireBoth(feed);
        assertThat(links(feed, "self")).hasSize(1);
        assertThat(ids(feed)).doesNotHaveDuplicates();
        for (Element entry : children(feed, "entry")) {
            requireBoth(entry);
            for (String once : List.of("content", "published", "rights", "source", "summary")) {
                assertThat(children(entry, once)).as(once).hasSizeLessThanOrEqualTo(1);
            }
            OffsetDateTime.parse(only(entry, "published"));
            // no author of the feed stands in for those of an entry
            assertThat(children(entry, "author"))
                    .isNotEmpty()
                    .allSatisfy(author -> assertThat(only(author, "name")).isNotBlank());
            Element content = children(entry, "content").getFirst();
            assertThat(content.getAttribute("type")).isEqualTo("html");
            assertThat(content.getElementsByTagName("*").getLength()).isZero();
        }
    }

    /// What goes for a feed and an entry.
    private static void requireBoth(Element element) {
        assertThat(URI.create(only(element, "id")).isAbsolute()).isTrue();
        assertThat(only(element, "title")).isNotBlank();
        OffsetDateTime.parse(only(element, "updated"));
        Set<String> alternates = new HashSet<>();
        for (Element link : children(element, "link")) {
            assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue();
            if (link.getAttribute("rel").equals("alternate")) {
                assertThat(
                                alternates.add(
                                        link.getAttribute("type")
                                                + " "
                                                + link.getAttribute("hreflang")))
                        .isTrue();
            }
        }
        assertThat(alternates).isNotEmpty();
    }

    private static List<Element> links(Element element, String rel) {
        return children(element, "link").stream()
                .filter(link -> link.getAttribute("rel").equals(rel))
                .toList();
    }

    @Test
    void every_feed_is_as_the_standard_says() throws Exception {
        requireAtom(feed(null));
        published(Language.EN, "one \u202E]]> <script>x</script> & \u0001\uFFFE 👩‍🔬");
        published(Language.DE, "eins");

        Element all = feed(null);
        Element german = feed(Language.DE);

        requireAtom(all);
        requireAtom(german);
        assertThat(ids(all)).hasSize(2);
        assertThat(only(german, "id")).isNotEqualTo(only(all, "id"));
        assertThat(ids(german)).hasSize(1).isSubsetOf(ids(all));
        assertThat(only(children(all, "entry").getLast(), "content"))
                .contains("&lt;script&gt;")
                .doesNotContain("<script");
    }

    @Test
    void an_entry_keeps_its_id_whatever_becomes_of_its_publication() throws Exception {
        published(Language.EN, "one");
        Element first = feed(null);
        Element entry = children(first, "entry").getFirst();

        bench.clock.forward(Duration.ofDays(3));
        published(Language.EN, "another one");
        Element again = children(feed(null), "entry").getFirst();
        bench.clock.forward(Duration.ofDays(3));
        bench.publisher.withdraw("2026-03-02", Language.EN, Bench.EDITOR);
        assertThat(ids(feed(null))).isEmpty();
        bench.clock.forward(Duration.ofDays(3));
        bench.publisher.publish("2026-03-02", Language.EN, Bench.EDITOR);
        Element back = children(feed(null), "entry").getFirst();

        for (Element later : List.of(again, back)) {
            assertThat(only(later, "id")).isEqualTo(only(entry, "id"));
            assertThat(only(later, "published")).isEqualTo(only(entry, "published"));
        }
        assertThat(only(entry, "updated")).isEqualTo("2026-03-02T09:00:00Z");
        assertThat(only(again, "updated")).isEqualTo("2026-03-05T09:00:00Z");
        assertThat(only(back, "updated")).isEqualTo("2026-03-11T09:00:00Z");
        assertThat(only(feed(null), "id")).isEqualTo(only(first, "id"));
    }
}
