package hanji.qa;

import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What might put a finding right, the likeliest first; [Fixes] tries it.
final class FixCandidates {

    private static final String CLOSING = ")）]】";

    /// No announcement of a model is longer before its colon.
    private static final int LONGEST_OPENING = 160;

    /// Where one of these speaks, there is no translation that something could be put back into.
    private static final Set<String> NO_TRANSLATION =
            Set.of("empty", "untranslated", "language", "injection");

    private FixCandidates() {}

    /// @param all findings on the pair, for what one finding cannot know alone
    static List<Fix> of(Pair pair, QaFinding finding, List<QaFinding> all) {
        boolean meta = all.stream().anyMatch(FixCandidates::modelSpeaks);
        if (all.stream().anyMatch(one -> NO_TRANSLATION.contains(one.check()))
                || meta && !finding.check().equals("meta-text")) {
            return List.of();
        }
        return switch (finding.check()) {
            case "numbers" -> NumberFixes.of(pair, finding, all);
            case "entities" -> NameFixes.of(pair, finding, all);
            case "url" -> VerbatimFixes.address(pair, finding);
            case "label" -> VerbatimFixes.label(pair, finding);
            case "latex", "code" -> VerbatimFixes.piece(pair, finding, all);
            case "markup" -> MarkupFixes.of(pair, finding);
            case "doubled-word" -> doubled(finding);
            case "meta-text" -> meta(pair.target().text(), finding);
            case "line-structure" -> lines(pair, finding);
            case "condense-shape" -> marker(finding, "condense-shape.marker");
            case "invisible-character" -> invisible(pair.target().text(), finding);
            default -> List.of();
        };
    }

    /// Until its own words are gone, nobody knows whether a translation is left.
    private static boolean modelSpeaks(QaFinding finding) {
        return finding.check().equals("meta-text");
    }

    /// The second of the two.
    private static List<Fix> doubled(QaFinding finding) {
        if (finding.target() == null || finding.remark() == null) {
            return List.of();
        }
        Span twice = finding.target();
        int word = finding.remark().args().getFirst().length();
        return word >= twice.length()
                ? List.of()
                : List.of(new Fix(new Span(twice.start() + word, twice.end()), ""));
    }

    private static List<Fix> marker(QaFinding finding, String key) {
        return finding.target() == null
                        || finding.remark() == null
                        || !finding.remark().key().equals(key)
                ? List.of()
                : List.of(new Fix(finding.target(), ""));
    }

    private static List<Fix> lines(Pair pair, QaFinding finding) {
        Span at = finding.target();
        if (at == null || finding.remark() == null) {
            return List.of();
        }
        String text = pair.target().text();
        return switch (finding.remark().key()) {
            case "line-structure.marker" -> marker(finding, "line-structure.marker");
            case "line-structure.second-bullet" -> List.of(rest(text, at.start()));
            case "line-structure.lines" -> {
                if (at.length() != 1) {
                    yield List.of();
                }
                String joint = pair.language().wide() ? "" : " ";
                int next = at.end();
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                boolean bullet = next < text.length() && "-*•+".indexOf(text.charAt(next)) >= 0;
                yield bullet
                        ? List.of(rest(text, at.start()))
                        : List.of(new Fix(new Span(at.start(), next), joint));
            }
            default -> List.of();
        };
    }

    /// Takes out everything from there on, and the blanks before it.
    private static Fix rest(String text, int from) {
        return new Fix(new Span(blanksBefore(text, from), text.length()), "");
    }

    private static int blanksBefore(String text, int at) {
        while (at > 0 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static List<Fix> meta(String text, QaFinding finding) {
        Span at = finding.target();
        if (at == null || finding.remark() == null) {
            return List.of();
        }
        return switch (finding.remark().key()) {
            case "meta-text.opening" -> opening(text, at);
            case "meta-text.note" -> note(text, at);
            case "meta-text.offer", "meta-text.prompt" -> paragraph(text, at);
            case "meta-text.wrapping" -> unwrapped(text);
            default -> List.of();
        };
    }

    /// Up to the colon or the line's end that an announcement closes with.
    private static List<Fix> opening(String text, Span at) {
        List<Fix> fixes = new ArrayList<>();
        int last = Math.min(text.length(), LONGEST_OPENING);
        for (int end = Math.max(0, at.end() - 1); end < last && fixes.size() < 4; end++) {
            if (":：\n。.！!".indexOf(text.charAt(end)) >= 0) {
                int next = end + 1;
                while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
                    next++;
                }
                fixes.add(new Fix(new Span(0, next), ""));
            }
        }
        return fixes;
    }

    /// In brackets, or to the end.
    private static List<Fix> note(String text, Span at) {
        List<Fix> fixes = new ArrayList<>();
        int start = blanksBefore(text, at.start());
        for (int end = at.end(); end < text.length() && fixes.isEmpty(); end++) {
            if (CLOSING.indexOf(text.charAt(end)) >= 0) {
                fixes.add(new Fix(new Span(start, end + 1), ""));
            }
        }
        fixes.add(new Fix(new Span(start, text.length()), ""));
        return fixes;
    }

    /// The paragraph, else the sentence, and whatever comes after it.
    private static List<Fix> paragraph(String text, Span at) {
        int line = text.lastIndexOf('\n', at.start());
        int sentence = 0;
        for (int i = at.start() - 1; i > 0 && sentence == 0; i--) {
            if (".。!！?？".indexOf(text.charAt(i)) >= 0) {
                sentence = i + 1;
            }
        }
        List<Fix> fixes = new ArrayList<>();
        for (int from : new int[] {line, sentence}) {
            if (from > 0) {
                fixes.add(rest(text, from));
            }
        }
        return fixes;
    }

    /// What stands inside a fence.
    private static List<Fix> unwrapped(String text) {
        String fence = text.stripLeading().startsWith("~~~") ? "~~~" : "```";
        int open = text.indexOf(fence);
        int line = text.indexOf('\n', Math.max(0, open));
        int close = text.lastIndexOf(fence);
        return open < 0 || line < 0 || close <= line
                ? List.of()
                : List.of(
                        new Fix(
                                new Span(0, text.length()),
                                text.substring(line + 1, close).strip()));
    }

    /// All of the same character: the check names the first alone.
    private static List<Fix> invisible(String text, QaFinding finding) {
        if (finding.target() == null || finding.target().length() == 0) {
            return List.of();
        }
        String unseen = finding.target().of(text);
        Span all = new Span(finding.target().start(), text.lastIndexOf(unseen) + unseen.length());
        return List.of(new Fix(all, all.of(text).replace(unseen, "")));
    }
}
