package hanji.termbase;

import hanji.segment.Language;
import java.util.List;

/// What editors write, again and again, where machines write something else for the same Korean.
///
/// @param korean the term, or the word, that all the sources share
/// @param before as the machines had it
/// @param after as the editors have it
/// @param evidence the texts where they did, in the order given
public record Rewording(
        Language language, String korean, String before, String after, List<Mended> evidence) {

    /// What the editors have, in the form in which terms are listed: in English, in the singular.
    public String term() {
        int last = after.lastIndexOf(' ') + 1;
        return language == Language.EN
                ? after.substring(0, last) + EnglishName.singular(after.substring(last))
                : after;
    }
}
