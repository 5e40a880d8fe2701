package hanji.termbase;

import java.time.Instant;

/// A concept as the termbase holds it.
///
/// @param version counts its changes, from 1; whoever changes it says which one she saw
/// @param actor who made this version
public record TermEntry(long id, int version, Concept concept, String actor, Instant at) {}
