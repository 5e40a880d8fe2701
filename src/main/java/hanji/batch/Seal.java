package hanji.batch;

import hanji.segment.Problem;
import hanji.segment.SourceHash;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What somebody saw before she decided.
///
/// @param stamp of the terms
/// @param texts tells them and how they stood from all others
/// @param at when she saw it
record Seal(String stamp, String texts, Instant at) {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-z-]{1,36})\\.([0-9a-f]{32})\\.(\\d{1,15})");

    /// @throws Problem (bad input) for what no preview gave
    static Seal of(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw Problem.badInput(
                    "seal: it is not one of ours, send back the one that came with the preview.");
        }
        return new Seal(
                form.group(1), form.group(2), Instant.ofEpochMilli(Long.parseLong(form.group(3))));
    }

    /// The name of the batch that is made of it and of what she decided.
    String key(TermRedo.Wish wish) {
        return "terms " + SourceHash.of(this + "\n" + wish).hex();
    }

    @Override
    public String toString() {
        return stamp + "." + texts + "." + at.toEpochMilli();
    }
}
