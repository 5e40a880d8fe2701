package hanji.memory;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import hanji.segment.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The words that two sources do not share, as stretches of each. A Korean word goes from blank to
/// blank, with its particles.
///
/// @param missing of the first text
/// @param other of the second
record Differences(List<Span> missing, List<Span> other) {

    private static final Pattern WORD = Pattern.compile("\\S+");

    static Differences of(String first, String second) {
        List<MatchResult> ours = WORD.matcher(first).results().toList();
        List<MatchResult> theirs = WORD.matcher(second).results().toList();
        List<Span> missing = new ArrayList<>();
        List<Span> other = new ArrayList<>();
        for (AbstractDelta<String> delta :
                DiffUtils.diff(
                                ours.stream().map(MatchResult::group).toList(),
                                theirs.stream().map(MatchResult::group).toList())
                        .getDeltas()) {
            add(missing, ours, delta.getSource());
            add(other, theirs, delta.getTarget());
        }
        return new Differences(List.copyOf(missing), List.copyOf(other));
    }

    private static void add(List<Span> spans, List<MatchResult> words, Chunk<String> chunk) {
        if (chunk.size() > 0) {
            spans.add(
                    new Span(
                            words.get(chunk.getPosition()).start(),
                            words.get(chunk.getPosition() + chunk.size() - 1).end()));
        }
    }
}
