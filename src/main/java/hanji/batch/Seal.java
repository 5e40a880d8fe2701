package hanji.batch;

import hanji.segment.Problem;
import hanji.segment.SourceHash;
import hanji.workbench.Cause;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody saw before she decided.
///
/// @param stamp of the terms, or of the approved text
/// @param texts tells them and how they stood from all others
/// @param wish tells what she had asked for from all else
/// @param at when she saw it
record Seal(String stamp, String texts, String wish, Instant at) {

    private static final int BRIEF = 16;

    private static final Pattern FORM =
            Pattern.compile(
                    "([0-9a-z-]{1,36})\\.([0-9a-f]{32})\\.([0-9a-f]{%d})\\.(\\d{1,15})"
                            .formatted(BRIEF));

    /// @throws Problem (bad input) for what no preview gave
    static Seal of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.badInput(
                    "seal: it is not one of ours, send back the one that came with the preview.");
        }
        return new Seal(
                form.group(1),
                form.group(2),
                form.group(3),
                Instant.ofEpochMilli(Long.parseLong(form.group(4))));
    }

    static String of(EffectRedo.Wish wish) {
        return SourceHash.of(wish.toString()).hex().substring(0, BRIEF);
    }

    /// The name of the batch that is made of it.
    String key(Cause cause) {
        return switch (cause) {
                    case Cause.Terms _ -> "terms ";
                    case Cause.Wording _ -> "wording ";
                }
                + this;
    }

    @Override
    public String toString() {
        return String.join(".", stamp, texts, wish, String.valueOf(at.toEpochMilli()));
    }
}
