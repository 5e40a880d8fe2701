package hanji.workbench;

import hanji.review.Arrival;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the memory gives for a piece of work.
///
/// @param arrivals texts that nobody need be asked for
/// @param rest what is left to be asked; null when it is nothing
public record Leveraged(List<Arrival> arrivals, @Nullable Work rest) {}
