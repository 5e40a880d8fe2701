package hanji.web;

/// What every page shows around its matter.
///
/// @param lang of the interface: `en` or `ko`
/// @param switchTo where the other language is chosen, and back here
/// @param recorded whether no live model is configured
/// @param editor who decides here; empty when nobody has come in
/// @param account whether she has an account, and can leave
/// @param admin whether she may see the audit log
/// @param drafts whether she may import and draft
record Chrome(
        String lang,
        String switchTo,
        boolean recorded,
        String editor,
        String initial,
        boolean account,
        boolean admin,
        boolean drafts) {}
