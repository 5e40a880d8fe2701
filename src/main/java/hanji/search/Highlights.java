package hanji.search;

import hanji.segment.Span;
import java.io.IOException;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;

/// Where in a text stands what was looked for: offsets, never markup.
final class Highlights {

    private static final int LONGEST = 20_000;

    private static final class Spans extends PassageFormatter {
        @Override
        public List<Span> format(Passage[] passages, String content) {
            List<Span> spans = new ArrayList<>();
            for (Passage passage : passages) {
                for (int i = 0; i < passage.getNumMatches(); i++) {
                    spans.add(new Span(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
                }
            }
            return spans;
        }
    }

    private static final class Highlighter extends UnifiedHighlighter {

        Highlighter(Analyzer analyzer) {
            super(
                    UnifiedHighlighter.builderWithoutSearcher(analyzer)
                            .withFormatter(new Spans())
                            .withMaxLength(LONGEST)
                            .withBreakIterator(Highlighter::whole));
        }

        private static BreakIterator whole() {
            return new WholeBreakIterator();
        }

        Stream<Span> in(String field, Query query, String text) throws IOException {
            return highlightWithoutSearcher(field, query, text, 1) instanceof List<?> spans
                    ? spans.stream().map(Span.class::cast)
                    : Stream.empty();
        }
    }

    private final Highlighter highlighter;
    private final Query query;

    Highlights(Analyzer analyzer, Query query) {
        this.highlighter = new Highlighter(analyzer);
        this.query = query;
    }

    /// @param fields in which the text stands
    Marked in(String text, String... fields) throws IOException {
        List<Span> spans = new ArrayList<>();
        for (String field : fields) {
            highlighter.in(field, query, text).forEach(spans::add);
        }
        return new Marked(text, joined(spans));
    }

    private static List<Span> joined(List<Span> spans) {
        List<Span> joined = new ArrayList<>();
        spans.stream()
                .filter(span -> span.length() > 0)
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .forEach(span -> {
                    if (!joined.isEmpty() && joined.getLast().end() >= span.start()) {
                        Span last = joined.removeLast();
                        joined.add(new Span(last.start(), Math.max(last.end(), span.end())));
                    } else {
                        joined.add(span);
                    }
                });
        return List.copyOf(joined);
    }
}
