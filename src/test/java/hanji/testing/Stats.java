package hanji.testing;

import java.util.List;

/// What the stub counted since it was started, or since it was told to forget.
///
/// @param maxInFlight the most calls at once, those included that it sent away as too many
/// @param whole right answers that went out to the last byte
/// @param repeatedWhole calls that asked again for what had been answered whole
/// @param levels the most calls at once in each second, from the first call to the last change
public record Stats(
        int calls,
        int inFlight,
        int maxInFlight,
        int whole,
        int repeatedWhole,
        List<Integer> levels) {}
