package hanji.search;

import hanji.digest.DigestEntry;
import hanji.qa.QaFinding;
import hanji.review.Mark;
import hanji.review.ReviewItem;
import hanji.review.Target;
import hanji.segment.Language;
import hanji.segment.Provenance;
import hanji.segment.UnitKind;
import hanji.workbench.StoredDigest;
import java.util.Collection;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;

/// What is kept of a bullet, a condensation and a paper.
final class Documents {

    /// In characters; the names of people and models are cut here, in documents and in queries.
    static final int LONGEST_TERM = 200;

    private Documents() {}

    /// A bullet or a condensation with its units in all languages.
    static Document of(
            StoredDigest digest, StoredDigest.Entry entry, Collection<ReviewItem> items) {
        ReviewItem one = items.iterator().next();
        UnitKind kind = one.unit().id().kind();
        Document document =
                place(digest, entry, kind.wire(), one.unit().id().subject(), one.unit().number());
        if (kind == UnitKind.TRANSLATION) {
            source(document, one.unit().source());
        }
        long changed = 0;
        for (ReviewItem item : items) {
            unit(document, item);
            changed = Math.max(changed, item.at() == null ? 0 : item.at().toEpochMilli());
        }
        document.add(new NumericDocValuesField(Field.CHANGED, changed));
        return document;
    }

    /// A paper itself, by title and authors.
    static Document paper(StoredDigest digest, StoredDigest.Entry entry) {
        Document document = place(digest, entry, Field.PAPER, entry.id(), 0);
        document.add(new NumericDocValuesField(Field.CHANGED, 0));
        if (!entry.segments().isEmpty()) {
            document.add(new StoredField(Field.FIRST, entry.segments().getFirst().id()));
        }
        return document;
    }

    /// Says which content of a digest the index holds.
    static Document digest(String key, String revision) {
        Document document = new Document();
        document.add(new StringField(Field.ID, Field.DIGEST_KIND + "-" + key, Store.NO));
        document.add(new StringField(Field.KIND, Field.DIGEST_KIND, Store.NO));
        document.add(new StringField(Field.DIGEST, key, Store.YES));
        document.add(new SortedDocValuesField(Field.DIGEST, new BytesRef(key)));
        document.add(new StoredField(Field.REVISION, revision));
        return document;
    }

    private static Document place(
            StoredDigest digest, StoredDigest.Entry entry, String kind, long subject, int number) {
        DigestEntry paper = entry.entry();
        Document document = new Document();
        document.add(new StringField(Field.ID, kind + "-" + subject, Store.YES));
        document.add(new StringField(Field.KIND, kind, Store.NO));
        document.add(new StringField(Field.DIGEST, digest.key(), Store.YES));
        document.add(new SortedDocValuesField(Field.DIGEST, new BytesRef(digest.key())));
        number(document, Field.ENTRY, paper.number());
        number(document, Field.NUMBER, number);
        document.add(new TextField(Field.TITLE, paper.title(), Store.YES));
        document.add(new TextField(Field.AUTHORS, String.join(", ", paper.authors()), Store.YES));
        return document;
    }

    private static void number(Document document, String field, int number) {
        document.add(new NumericDocValuesField(field, number));
        document.add(new StoredField(field, number));
    }

    private static void source(Document document, String source) {
        document.add(new TextField(Field.SOURCE, source, Store.YES));
        document.add(new TextField(Field.SYLLABLES, source, Store.NO));
        GlossFinder.in(source).stream()
                .distinct()
                .forEach(pair ->
                        document.add(
                                new StringField(
                                        Field.GLOSS,
                                        pair.english() + "\t" + pair.korean(),
                                        Store.NO)));
    }

    private static void unit(Document document, ReviewItem item) {
        Language language = item.unit().id().language();
        Mark mark = item.mark();
        TreeSet<String> is = new TreeSet<>();
        is.add(mark.wire());
        is.add(item.state().wire());
        if (item.by() != null) {
            is.add("by:" + cut(item.by()));
        }
        Target target = item.target();
        if (target != null) {
            document.add(new TextField(Field.target(language), target.text(), Store.YES));
            if (target.provenance() instanceof Provenance.Machine machine) {
                is.add("model:" + cut(machine.model()));
            }
            for (QaFinding finding : target.report().findings()) {
                is.add("finding:" + cut(finding.check()));
                is.add("finding:" + finding.severity().wire());
            }
        }
        is.forEach(what ->
                document.add(new StringField(Field.IS, Field.is(language, what), Store.NO)));
        if (item.at() != null) {
            document.add(new LongPoint(Field.at(language), item.at().toEpochMilli()));
        }
        document.add(new StoredField(Field.unit(language), Told.of(item).line()));
        document.add(
                new NumericDocValuesField(
                        Field.stamp(language), Stamp.of(item.version(), item.at())));
    }

    /// Terms have an end, names need not.
    static String cut(String name) {
        return name.length() <= LONGEST_TERM ? name : name.substring(0, LONGEST_TERM);
    }
}
