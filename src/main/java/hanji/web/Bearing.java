package hanji.web;

import java.util.List;

/// What bears a condensation out, number by number and name by name.
///
/// @param clauses beside the text
/// @param claims of the text, each with where it comes from
/// @param links the same, for the inspector
/// @param nowhere what neither the title nor a bullet says
record Bearing(
        List<Evidence> clauses,
        List<Pieces.Linked> claims,
        List<LinkView> links,
        List<String> nowhere) {

    static final Bearing NONE = new Bearing(List.of(), List.of(), List.of(), List.of());
}
