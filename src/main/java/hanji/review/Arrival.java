package hanji.review;

/// What came of asking for a unit's text.
public sealed interface Arrival {

    Unit unit();

    /// A machine's text, inspected.
    record Draft(Unit unit, Target text) implements Arrival {}

    /// No usable answer.
    ///
    /// @param reason a sentence for the editor
    record Failure(Unit unit, String reason) implements Arrival {}
}
