package hanji.qa;

import hanji.segment.Language;
import hanji.segment.UnitKind;

/// How long condensations may be, in code points; the wide figures hold for [Language#wide()].
public final class CondenseLimits {

    public static final int HEADLINE = 90;
    public static final int HEADLINE_WIDE = 60;
    public static final int TLDR = 280;
    public static final int TLDR_WIDE = 150;
    public static final int BULLET = 135;
    public static final int BULLET_WIDE = 75;

    /// How many bullets a `bullets` condensation has, one a line.
    public static final int BULLETS = 3;

    private CondenseLimits() {}

    /// The longest a line of a condensation may be; translations have no limit.
    public static int of(UnitKind kind, Language language) {
        return switch (kind) {
            case HEADLINE -> language.wide() ? HEADLINE_WIDE : HEADLINE;
            case TLDR -> language.wide() ? TLDR_WIDE : TLDR;
            case BULLETS -> language.wide() ? BULLET_WIDE : BULLET;
            case TRANSLATION -> Integer.MAX_VALUE;
        };
    }

    /// How many lines the text of a unit has; translations keep those of their source.
    public static int lines(UnitKind kind) {
        return kind == UnitKind.BULLETS ? BULLETS : 1;
    }
}
