package hanji.search;

import hanji.segment.Language;

/// The fields of a document: a bullet, a condensation, a paper, or (for bookkeeping) a digest.
final class Field {

    /// `translation-12`, `tldr-4`, `entry-4`, `digest-2024-01-26`
    static final String ID = "id";

    static final String KIND = "kind";
    static final String DIGEST = "digest";
    static final String ENTRY = "entry";
    static final String NUMBER = "number";
    static final String TITLE = "title";
    static final String AUTHORS = "authors";
    static final String SOURCE = "source";

    /// the source by pairs of syllables, its blanks left out
    static final String SYLLABLES = "syllables";

    /// the id of the segment that a link to the paper leads to
    static final String FIRST = "first";

    /// `diffusion model⇥확산모델`: what the source glosses
    static final String GLOSS = "gloss";

    /// `en|approved`: what is true of one of its units
    static final String IS = "is";

    /// when one of its units changed last
    static final String CHANGED = "changed";

    /// revision and time of import of a digest
    static final String REVISION = "revision";

    static final String BULLET = "translation";
    static final String PAPER = "entry";
    static final String DIGEST_KIND = "digest";

    private Field() {}

    static String target(Language language) {
        return "target_" + language.tag();
    }

    static String unit(Language language) {
        return "unit_" + language.tag();
    }

    static String at(Language language) {
        return "at_" + language.tag();
    }

    static String stamp(Language language) {
        return "stamp_" + language.tag();
    }

    static String is(Language language, String what) {
        return language.tag() + "|" + what;
    }
}
