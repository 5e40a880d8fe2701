package hanji.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hanji.account.Editor;
import hanji.segment.Problem;
import hanji.testing.SettableClock;
import hanji.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// What editors type and do not save.
@ParameterizedClass
@EnumSource
class TypedTextsTest {

    private static final Editor AN = Editor.everything("An");
    private static final Editor BO = Editor.everything("Bo");

    private final TestDatabase.Kind kind;
    @AutoClose private TestDatabase database;
    private Desk desk;
    private TypedTexts typed;

    TypedTextsTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void nothing_is_typed() {
        database = TestDatabase.of(kind);
        desk = new Desk(database.database(), 1);
        typed = new TypedTexts(database.database(), new SettableClock());
    }

    private void keep(Editor editor, String tab, String text, String... continued) {
        typed.keep(
                editor,
                desk.unit,
                new Typed(desk.unit.id(), tab, 0, "c3", text, Instant.EPOCH),
                List.of(continued));
    }

    private List<String> texts(Editor editor) {
        return typed.of(editor, desk.unit.id()).stream().map(Typed::text).toList();
    }

    @Test
    void a_later_text_of_the_same_page_takes_the_place_of_the_earlier_one() {
        keep(AN, "a1", "half");
        keep(AN, "a1", "half a sentence");

        assertThat(texts(AN)).containsExactly("half a sentence");
        assertThat(typed.ofDigest(AN, desk.unit.digest()).get(desk.unit.id())).hasSize(1);
    }

    @Test
    void two_pages_keep_two_texts_and_nobody_sees_another_ones() {
        keep(AN, "a1", "one");
        keep(AN, "b2", "two");
        keep(BO, "a1", "hers");

        assertThat(texts(AN)).containsExactlyInAnyOrder("one", "two");
        assertThat(texts(BO)).containsExactly("hers");
        assertThat(typed.ofDigest(AN, desk.unit.digest()).get(desk.unit.id()))
                .extracting(Typed::text)
                .doesNotContain("hers");
    }

    @Test
    void a_text_that_goes_on_from_another_takes_its_place() {
        keep(AN, "a1", "one");
        keep(AN, "b2", "one and more", "a1");

        assertThat(texts(AN)).containsExactly("one and more");
    }

    @Test
    void what_is_discarded_is_gone_and_only_that() {
        keep(AN, "a1", "one");
        keep(AN, "b2", "two");
        keep(BO, "a1", "hers");

        typed.discard(AN, desk.unit.id(), List.of("a1"));

        assertThat(texts(AN)).containsExactly("two");
        assertThat(texts(BO)).containsExactly("hers");
    }

    @Test
    void pages_and_texts_are_bounded() {
        for (int tab = 0; tab < TypedTexts.MOST_TABS + 3; tab++) {
            keep(AN, "a" + tab, "text");
        }

        assertThat(texts(AN)).hasSize(TypedTexts.MOST_TABS);
        assertThatThrownBy(() -> keep(AN, "a1", "x".repeat(TypedTexts.LONGEST_TEXT + 1)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("characters");
        assertThatThrownBy(() -> keep(AN, "not hex", "x")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> keep(AN, "a1", "a\u0000b")).isInstanceOf(Problem.class);
    }
}
