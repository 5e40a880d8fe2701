package hanji.draft;

import static org.assertj.core.api.Assertions.assertThat;

import hanji.llm.Model;
import hanji.llm.Models;
import hanji.llm.RecordedAnswers;
import hanji.llm.TokenUsage;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import hanji.testing.Bench;
import hanji.testing.Mender;
import hanji.testing.ModelSettings;
import hanji.testing.StubModelServer;
import hanji.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Repairs of requests, without anything around them.
@Timeout(60)
class RepairsTest {

    private static final String WRONG =
            "Accuracy rises by 15%.\nThe code is released.\nTraining is short.";
    private static final String RIGHT =
            "Accuracy rises by 12%.\nThe code is released.\nTraining is short.";

    private String mended = RIGHT;

    @AutoClose
    private final StubModelServer server =
            StubModelServer.start(new Mender(_ -> WRONG, _ -> mended));

    @AutoClose private final TestDatabase database = TestDatabase.of(TestDatabase.Kind.H2);

    private final Models gateway =
            new Models(ModelSettings.openAi(server), new RecordedAnswers(Path.of("none")));

    private final Drafter drafter =
            new Drafter(
                    Bench.PROMPTS,
                    gateway,
                    database.database(),
                    Clock.systemUTC(),
                    Bench.IMPATIENT,
                    null);

    private final Repairs repairs = new Repairs(drafter, new Inspector(), true);
    private final Model model = gateway.model("mini");

    @AfterEach
    void close() {
        drafter.close();
        gateway.close();
    }

    private static DraftRequest bullets() {
        return new DraftRequest.Condense(
                UnitKind.BULLETS,
                "Paper",
                Language.EN,
                List.of(
                        new DraftRequest.Piece("1", "정확도가 12% 올랐습니다."),
                        new DraftRequest.Piece("2", "코드를 공개합니다. 학습은 짧습니다.")),
                null);
    }

    private Repairs.Versions read(DraftRequest request, Asker asker) {
        DraftResult.Drafted drafted =
                (DraftResult.Drafted) drafter.draft(request, model, Asker.PERSON);
        Map<String, Repairs.Versions> read = repairs.read(request, drafted, model, asker);
        assertThat(read).hasSize(1);
        return read.values().iterator().next();
    }

    @Test
    void a_condensation_is_mended_from_all_its_segments() {
        assertThat(read(bullets(), Asker.PERSON).better().text()).isEqualTo(RIGHT);

        var data = server.received().getLast().data();
        assertThat(data.path("of").asText()).isEqualTo("condense");
        assertThat(data.path("style").asText()).isEqualTo("bullets");
        assertThat(data.path("segments")).hasSize(2);
        assertThat(data.path("answers").path(0).path("id").asText()).isEqualTo("bullets");
    }

    @Test
    void three_bullets_stay_three() {
        mended = "Accuracy rises by 12%. The code is released.";

        Repairs.Versions versions = read(bullets(), Asker.PERSON);

        assertThat(versions.second()).isNull();
        assertThat(versions.better().text()).isEqualTo(WRONG);
    }

    @Test
    void between_equals_the_first_stands() {
        mended = WRONG.replace("15", "17");

        Repairs.Versions versions = read(bullets(), Asker.PERSON);

        assertThat(Objects.requireNonNull(versions.second()).text()).isEqualTo(mended);
        assertThat(versions.better()).isSameAs(versions.first());
    }

    @Test
    void a_call_that_is_not_permitted_is_not_made() {
        Permit none =
                new Permit() {
                    @Override
                    public boolean granted(Supplier<Price> price) {
                        return false;
                    }

                    @Override
                    public void used(TokenUsage usage) {}
                };

        Repairs.Versions versions = read(bullets(), Asker.batch("b", none));

        assertThat(versions.second()).isNull();
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void what_is_sound_costs_no_call() {
        DraftRequest sound =
                new DraftRequest.Condense(
                        UnitKind.BULLETS,
                        "Paper",
                        Language.EN,
                        List.of(new DraftRequest.Piece("1", "정확도가 15% 올랐습니다.")),
                        null);

        assertThat(read(sound, Asker.PERSON).first().report().weight()).isZero();
        assertThat(server.calls()).isEqualTo(1);
    }

    @Test
    void nothing_goes_back_when_it_is_switched_off() {
        DraftRequest request = bullets();
        DraftResult.Drafted drafted =
                (DraftResult.Drafted) drafter.draft(request, model, Asker.PERSON);

        Repairs off = new Repairs(drafter, new Inspector(), false);

        assertThat(off.better(request, drafted, model, Asker.PERSON).texts())
                .containsExactly(Map.entry("bullets", WRONG));
        assertThat(server.calls()).isEqualTo(1);
    }
}
