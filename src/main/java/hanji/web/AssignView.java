package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks who sees to a digest in a language, or to one of its entries.
///
/// @param action where it is sent
/// @param problem why the last answer was not taken; null when it was
/// @param names of those it can be given to; empty where anybody can be named
record AssignView(
        String action, String question, int entry, List<String> names, @Nullable Told problem) {}
