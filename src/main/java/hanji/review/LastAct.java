package hanji.review;

import hanji.segment.UnitId;
import java.util.List;

/// What an editor did last in a digest and language, and can take back.
///
/// @param act for an edit that was approved at once, the approval
/// @param units that she did it to at one stroke, in no order
public record LastAct(Act act, List<UnitId> units) {}
