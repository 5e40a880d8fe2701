package hanji.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One batch and how it goes.
record BatchView(Chrome chrome, Progress progress, List<Digest> digests, @Nullable String more) {

    /// What moves while it runs.
    ///
    /// @param over a sentence when it is over; null before
    /// @param again whether there is something to ask again for
    /// @param budget whether a larger budget would let it go on
    record Progress(
            BatchesView.Row row,
            List<Fact> facts,
            List<Failure> failures,
            @Nullable String over,
            boolean again,
            boolean budget) {}

    record Fact(String name, String value) {}

    record Failure(String units, Told reason) {}

    /// A digest with its benches.
    record Digest(String key, List<Bench> benches) {}

    record Bench(String href, String lang, String endonym) {}
}
