package hanji.review;

/// What came of asking for a unit's text.
public sealed interface Arrival {

    Unit unit();

    /// A machine's text, inspected.
    record Draft(Unit unit, Target text) implements Arrival {}

    /// A machine's text with serious findings, and what the model made of it when it was told them.
    record Repaired(Unit unit, Target first, Target second) implements Arrival {

        public Target better() {
            return mended() ? second : first;
        }

        /// Whether the second text takes the place of the first: its findings weigh less.
        public boolean mended() {
            return second.report().weight() < first.report().weight();
        }
    }

    /// A person's text for the same source in another place, inspected.
    record Remembered(Unit unit, Target text) implements Arrival {}

    /// No usable answer.
    ///
    /// @param reason a sentence for the editor
    record Failure(Unit unit, String reason) implements Arrival {}
}
