package hanji.web;

/// What every page shows around its matter.
///
/// @param lang of the interface: `en` or `ko`
/// @param switchTo where the other language is chosen, and back here
/// @param recorded whether no live model is configured
/// @param editor who decides here
record Chrome(String lang, String switchTo, boolean recorded, String editor, String initial) {}
