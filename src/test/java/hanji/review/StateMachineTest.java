package hanji.review;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import hanji.testing.TestDatabase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Every state and every decision: what comes of it, and what stands afterwards.
@ParameterizedClass
@EnumSource
class StateMachineTest {

    private static final Map<String, Decision> DECISIONS = new LinkedHashMap<>();

    static {
        DECISIONS.put("approve", new Decision.Approve(null));
        DECISIONS.put("approve+reason", new Decision.Approve("it is right"));
        DECISIONS.put("amend", new Decision.Amend(Desk.MINE, false, null));
        DECISIONS.put("amend+approve", new Decision.Amend(Desk.MINE, true, null));
        DECISIONS.put("amend critical", new Decision.Amend(Desk.CRITICAL, true, null));
        DECISIONS.put("reject", new Decision.Reject("dull"));
        DECISIONS.put("reject blank", new Decision.Reject(" "));
        DECISIONS.put("undo", new Decision.Undo());
        DECISIONS.put("take", new Decision.TakeProposal());
        DECISIONS.put("drop", new Decision.DropProposal());
    }

    private static final String EXPECTED =
            """
            untouched | approve        | NotPossible  | initial    | none     | +0
            untouched | approve+reason | NotPossible  | initial    | none     | +0
            untouched | amend          | Done         | translated | edited   | +1
            untouched | amend+approve  | Done         | reviewed   | approved | +2
            untouched | amend critical | ReasonNeeded | initial    | none     | +0
            untouched | reject         | NotPossible  | initial    | none     | +0
            untouched | reject blank   | NotPossible  | initial    | none     | +0
            untouched | undo           | NotPossible  | initial    | none     | +0
            untouched | take           | NotPossible  | initial    | none     | +0
            untouched | drop           | NotPossible  | initial    | none     | +0
            failed    | approve        | NotPossible  | initial    | failed   | +0
            failed    | approve+reason | NotPossible  | initial    | failed   | +0
            failed    | amend          | Done         | translated | edited   | +1
            failed    | amend+approve  | Done         | reviewed   | approved | +2
            failed    | amend critical | ReasonNeeded | initial    | failed   | +0
            failed    | reject         | NotPossible  | initial    | failed   | +0
            failed    | reject blank   | NotPossible  | initial    | failed   | +0
            failed    | undo           | NotPossible  | initial    | failed   | +0
            failed    | take           | NotPossible  | initial    | failed   | +0
            failed    | drop           | NotPossible  | initial    | failed   | +0
            draft     | approve        | Done         | reviewed   | approved | +1
            draft     | approve+reason | Done         | reviewed   | approved | +1
            draft     | amend          | Done         | translated | edited   | +1
            draft     | amend+approve  | Done         | reviewed   | approved | +2
            draft     | amend critical | ReasonNeeded | translated | draft    | +0
            draft     | reject         | Done         | initial    | rejected | +1
            draft     | reject blank   | NotPossible  | translated | draft    | +0
            draft     | undo           | NotPossible  | translated | draft    | +0
            draft     | take           | NotPossible  | translated | draft    | +0
            draft     | drop           | NotPossible  | translated | draft    | +0
            critical  | approve        | ReasonNeeded | translated | draft    | +0
            critical  | approve+reason | Done         | reviewed   | approved | +1
            critical  | amend          | Done         | translated | edited   | +1
            critical  | amend+approve  | Done         | reviewed   | approved | +2
            critical  | amend critical | ReasonNeeded | translated | draft    | +0
            critical  | reject         | Done         | initial    | rejected | +1
            critical  | reject blank   | NotPossible  | translated | draft    | +0
            critical  | undo           | NotPossible  | translated | draft    | +0
            critical  | take           | NotPossible  | translated | draft    | +0
            critical  | drop           | NotPossible  | translated | draft    | +0
            rejected  | approve        | NotPossible  | initial    | rejected | +0
            rejected  | approve+reason | NotPossible  | initial    | rejected | +0
            rejected  | amend          | Done         | translated | edited   | +1
            rejected  | amend+approve  | Done         | reviewed   | approved | +2
            rejected  | amend critical | ReasonNeeded | initial    | rejected | +0
            rejected  | reject         | NotPossible  | initial    | rejected | +0
            rejected  | reject blank   | NotPossible  | initial    | rejected | +0
            rejected  | undo           | Done         | translated | draft    | +1
            rejected  | take           | NotPossible  | initial    | rejected | +0
            rejected  | drop           | NotPossible  | initial    | rejected | +0
            edited    | approve        | Done         | reviewed   | approved | +1
            edited    | approve+reason | Done         | reviewed   | approved | +1
            edited    | amend          | Done         | translated | edited   | +0
            edited    | amend+approve  | Done         | reviewed   | approved | +1
            edited    | amend critical | ReasonNeeded | translated | edited   | +0
            edited    | reject         | Done         | initial    | rejected | +1
            edited    | reject blank   | NotPossible  | translated | edited   | +0
            edited    | undo           | Done         | translated | draft    | +1
            edited    | take           | NotPossible  | translated | edited   | +0
            edited    | drop           | NotPossible  | translated | edited   | +0
            approved  | approve        | Done         | reviewed   | approved | +0
            approved  | approve+reason | Done         | reviewed   | approved | +0
            approved  | amend          | Done         | translated | edited   | +1
            approved  | amend+approve  | Done         | reviewed   | approved | +2
            approved  | amend critical | ReasonNeeded | reviewed   | approved | +0
            approved  | reject         | Done         | initial    | rejected | +1
            approved  | reject blank   | NotPossible  | reviewed   | approved | +0
            approved  | undo           | Done         | translated | draft    | +1
            approved  | take           | NotPossible  | reviewed   | approved | +0
            approved  | drop           | NotPossible  | reviewed   | approved | +0
            proposed  | approve        | Done         | reviewed   | approved | +0
            proposed  | approve+reason | Done         | reviewed   | approved | +0
            proposed  | amend          | Done         | translated | edited   | +1
            proposed  | amend+approve  | Done         | reviewed   | approved | +2
            proposed  | amend critical | ReasonNeeded | reviewed   | approved | +0
            proposed  | reject         | Done         | initial    | rejected | +1
            proposed  | reject blank   | NotPossible  | reviewed   | approved | +0
            proposed  | undo           | NotPossible  | reviewed   | approved | +0
            proposed  | take           | Done         | translated | draft    | +1
            proposed  | drop           | Done         | reviewed   | approved | +1
            final     | approve        | Done         | final      | final    | +0
            final     | approve+reason | Done         | final      | final    | +0
            final     | amend          | Done         | translated | edited   | +1
            final     | amend+approve  | Done         | reviewed   | approved | +2
            final     | amend critical | ReasonNeeded | final      | final    | +0
            final     | reject         | Done         | initial    | rejected | +1
            final     | reject blank   | NotPossible  | final      | final    | +0
            final     | undo           | NotPossible  | final      | final    | +0
            final     | take           | NotPossible  | final      | final    | +0
            final     | drop           | NotPossible  | final      | final    | +0
            """;

    private final TestDatabase.Kind kind;

    StateMachineTest(TestDatabase.Kind kind) {
        this.kind = kind;
    }

    @Test
    void each_decision_in_each_state() {
        try (TestDatabase database = TestDatabase.of(kind)) {
            assertThat(lines(database)).containsExactlyElementsOf(EXPECTED.lines().toList());
        }
    }

    private static List<String> lines(TestDatabase database) {
        List<String> lines = new ArrayList<>();
        for (String state :
                List.of(
                        "untouched",
                        "failed",
                        "draft",
                        "critical",
                        "rejected",
                        "edited",
                        "approved",
                        "proposed",
                        "final")) {
            for (String decision : DECISIONS.keySet()) {
                Desk desk = new Desk(database.database(), lines.size());
                desk.bring(state);
                lines.add(line(desk, state, decision));
            }
        }
        return lines;
    }

    private static String line(Desk desk, String state, String decision) {
        int before = desk.item().version();
        Outcome outcome = desk.decide(requireNonNull(DECISIONS.get(decision)));
        ReviewItem after = desk.item();
        assertThat(outcome.item()).isEqualTo(after);
        if (!(outcome instanceof Outcome.Done)) {
            assertThat(after.version()).isEqualTo(before);
        }
        return "%-9s | %-14s | %-12s | %-10s | %-8s | +%d"
                .formatted(
                        state,
                        decision,
                        outcome.getClass().getSimpleName(),
                        after.state().wire(),
                        after.mark().wire(),
                        after.version() - before);
    }
}
