package hanji.web;

import hanji.qa.Severity;
import hanji.review.Mark;

/// A sign of the sprite and its colour; nothing is told by the colour alone, a word stands beside
/// it.
record Glyph(String symbol, String dye) {

    static final Glyph REDOING = new Glyph("s-redoing", "g-indigo");
    static final Glyph CONFLICT = new Glyph("s-conflict", "g-amber");
    static final Glyph RECORDED = new Glyph("i-rec", "g-ink");

    static Glyph of(Mark mark) {
        return switch (mark) {
            case NONE -> new Glyph("s-none", "g-quiet");
            case DRAFT -> new Glyph("s-draft", "g-indigo");
            case EDITED -> new Glyph("s-edited", "g-ink");
            case APPROVED -> new Glyph("s-approved", "g-jade");
            case FINAL -> new Glyph("s-final", "g-jade");
            case REJECTED -> new Glyph("s-rejected", "g-seal");
            case FAILED -> new Glyph("s-failed", "g-seal");
            case STALE -> new Glyph("s-stale", "g-amber");
        };
    }

    static Glyph of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> new Glyph("f-critical", "g-seal");
            case MAJOR -> new Glyph("f-major", "g-amber");
            case MINOR, NEUTRAL -> new Glyph("f-minor", "g-amber");
        };
    }
}
