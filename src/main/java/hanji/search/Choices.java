package hanji.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// What there is to choose from: checks that found something, models that wrote, people who
/// decided.
public record Choices(List<String> findings, List<String> models, List<String> editors) {

    static final Choices NONE = new Choices(List.of(), List.of(), List.of());

    private static final int MOST = 200;

    static Choices of(IndexReader reader) throws IOException {
        Terms terms = MultiTerms.getTerms(reader, Field.IS);
        if (terms == null) {
            return NONE;
        }
        Map<String, TreeSet<String>> found = new TreeMap<>();
        TermsEnum each = terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            String what = term.utf8ToString().replaceFirst("^[^|]*\\|", "");
            int colon = what.indexOf(':');
            if (colon > 0) {
                found.computeIfAbsent(what.substring(0, colon), _ -> new TreeSet<>())
                        .add(what.substring(colon + 1));
            }
        }
        return new Choices(
                some(found.get("finding")), some(found.get("model")), some(found.get("by")));
    }

    private static List<String> some(@Nullable TreeSet<String> all) {
        return all == null ? List.of() : all.stream().limit(MOST).toList();
    }
}
