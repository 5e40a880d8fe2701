package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.draft.DraftRequest.Condense;
import hanji.draft.DraftRequest.Piece;
import hanji.draft.DraftRequest.Translate;
import hanji.draft.DraftResult.Drafted;
import hanji.llm.ChatGateway;
import hanji.llm.Model;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Bench;
import hanji.testing.EchoAnswers;
import hanji.testing.Fault;
import hanji.testing.SettableClock;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What somebody hears who watches a draft being written.
@Timeout(20)
class ListeningTest {

    private static final Translate ONE =
            new Translate(
                    "Title", Language.EN, List.of(new Piece("7", "하나 \"둘\"")), List.of(), null);

    @AutoClose private final StubModelServer server = StubModelServer.start(new EchoAnswers());
    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);
    private final ChatGateway gateway = Bench.asking(server);
    private final Model model = gateway.model(null);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void the_text_of_a_translation_each_time_longer() {
        Drafted drafted = (Drafted) draft(ONE, heard::add);

        assertThat(drafted.texts()).containsOnly(Map.entry("7", heard.getLast()));
        assertThat(heard.getLast()).isEqualTo("[en] 하나 \"둘\"");
        assertThat(heard).hasSizeGreaterThan(2).allMatch(heard.getLast()::startsWith);
    }

    @Test
    void a_condensation() {
        draft(
                new Condense(
                        UnitKind.BULLETS, "새", Language.EN, List.of(new Piece("1", "하나")), null),
                heard::add);

        assertThat(heard.getLast()).isEqualTo("[en] 새 1\n[en] 새 2\n[en] 새 3");
    }

    @Test
    void it_starts_over_when_the_model_is_asked_again() {
        server.script(new Fault.Cut());

        assertThat(draft(ONE, heard::add)).isInstanceOf(Drafted.class);

        assertThat(heard).contains("[en] 하나 \"둘\"");
        assertThat(server.calls()).isEqualTo(2);
    }

    @Test
    void several_texts_are_not_heard() {
        Translate two =
                new Translate(
                        "Title",
                        Language.EN,
                        List.of(new Piece("1", "하나"), new Piece("2", "둘")),
                        List.of(),
                        null);

        assertThat(draft(two, heard::add)).isInstanceOf(Drafted.class);

        assertThat(heard).isEmpty();
    }

    @Test
    void an_answer_is_used_although_the_listener_is_gone() {
        DraftResult result =
                draft(
                        ONE,
                        _ -> {
                            throw new IllegalStateException("the browser is closed");
                        });

        assertThat(result).isInstanceOf(Drafted.class);
        assertThat(server.calls()).isEqualTo(1);
    }

    private DraftResult draft(DraftRequest request, Consumer<String> listener) {
        return new Drafter(
                        Bench.PROMPTS,
                        gateway,
                        database.database(),
                        new SettableClock(),
                        Bench.IMPATIENT,
                        null)
                .draft(request, model, Asker.redo(listener));
    }
}
