package hanji.review;

import hanji.account.Editor;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.UnitId;
import hanji.segment.UnitKind;
import hanji.store.Database;
import hanji.termbase.Terms;
import hanji.testing.SettableClock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A review desk with one unit on it.
final class Desk {

    static final Editor IDA = Editor.everything("Ida");

    private static final String SOURCE = "모델은 1,000개의 문서를 읽습니다.";

    /// A text without findings, one that a check calls critical, another clean one, and a person's.
    static final String GOOD = "The model reads 1,000 documents.";

    static final String CRITICAL = "The model reads 9,999 documents.";
    static final String LATER = "This model reads 1,000 documents.";
    static final String MINE = "Our model reads 1,000 documents.";

    String recipe = "today";
    Terms terms = Terms.NONE;
    final Unit unit;
    final ReviewDesk reviews;
    final SettableClock clock;

    /// @param number another one for each desk of a database
    Desk(Database database, int number) {
        this(database, number, null);
    }

    /// @param judge whose judgements it shows
    Desk(Database database, int number, @Nullable String judge) {
        this(database, number, judge, true);
    }

    /// @param ownWords whether somebody may approve what she wrote
    Desk(Database database, int number, @Nullable String judge, boolean ownWords) {
        this(database, number, judge, ownWords, new SettableClock());
    }

    /// @param clock by which things happen
    Desk(
            Database database,
            int number,
            @Nullable String judge,
            boolean ownWords,
            SettableClock clock) {
        this.clock = clock;
        unit = unit(number, SOURCE);
        database.write(handle ->
                handle.createUpdate(
                                "insert into digest (id, revision, name, entries, segments, imported_at)"
                                        + " values (:id, 1, 'd', 1, 1, :at)")
                        .bind("id", unit.digest())
                        .bind("at", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                        .execute());
        reviews =
                new ReviewDesk(
                        database,
                        new Inspector(),
                        (_, machine) -> machine.recipe().equals(recipe),
                        () -> terms,
                        clock,
                        judge,
                        ownWords);
    }

    private static Unit unit(int subject, String source) {
        return new Unit(
                new UnitId(UnitKind.TRANSLATION, subject, Language.EN),
                "digest " + subject,
                1,
                1,
                source);
    }

    static Provenance.Machine machine() {
        return new Provenance.Machine(
                "mini",
                "stub",
                "translate@1",
                "today",
                "0".repeat(64),
                10,
                5,
                null,
                3,
                1,
                1,
                false,
                null,
                new SettableClock().instant());
    }

    ReviewItem draft(String text) {
        return reviews.arrive(reviews.draft(unit, text, machine()));
    }

    /// Asked for by Ida.
    ReviewItem again(String text) {
        return again(text, IDA);
    }

    ReviewItem again(String text, Editor by) {
        return reviews.arriveAgain(reviews.draft(unit, text, machine()), by);
    }

    /// Asked for by Ida, and mended by a second call.
    ReviewItem againMended(String first, String second) {
        return reviews.arriveAgain(
                new Arrival.Repaired(unit, inspected(first), inspected(second)), IDA);
    }

    private Target inspected(String text) {
        return ((Arrival.Draft) reviews.draft(unit, text, machine())).text();
    }

    ReviewItem item() {
        return reviews.item(unit);
    }

    /// By somebody who sees what stands.
    Outcome decide(Decision decision) {
        return decide(decision, IDA);
    }

    Outcome decide(Decision decision, Editor editor) {
        return reviews.decide(unit, item().version(), decision, editor);
    }

    /// Puts the unit into a state by name.
    void bring(String state) {
        switch (state) {
            case "untouched" -> {}
            case "failed" -> reviews.arrive(new Arrival.Failure(unit, "It is down."));
            case "draft" -> draft(GOOD);
            case "critical" -> draft(CRITICAL);
            case "rejected" -> after("draft", new Decision.Reject("dull"));
            case "edited" -> after("draft", new Decision.Amend(MINE, false, null));
            case "approved" -> after("draft", new Decision.Approve(null));
            case "proposed" -> {
                bring("approved");
                draft(LATER);
            }
            case "final" -> {
                bring("approved");
                reviews.publish(List.of(item()), IDA, _ -> {});
            }
            default -> throw new IllegalArgumentException(state);
        }
    }

    private void after(String state, Decision decision) {
        bring(state);
        decide(decision);
    }
}
