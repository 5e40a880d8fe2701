package hanji.workbench;

import hanji.segment.UnitId;
import hanji.termbase.TermChange;

/// Why texts that stand would have to be other ones.
public sealed interface Cause {

    /// Somebody means to change what a concept is called.
    record Terms(TermChange change) implements Cause {}

    /// An editor approved the text of a unit, and its original stands in other places too.
    record Wording(UnitId unit) implements Cause {}
}
