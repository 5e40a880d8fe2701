package hanji.web;

/// How well a kind of warning and the editors agree in a language.
///
/// @param by who warned
/// @param agreement in percent; a dash without texts
/// @param kappa a dash where it says nothing
record AgreementRow(
        String language,
        String by,
        String texts,
        String both,
        String flagged,
        String changed,
        String neither,
        String agreement,
        String kappa) {}
