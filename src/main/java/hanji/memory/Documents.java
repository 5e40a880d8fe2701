package hanji.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import hanji.segment.Language;
import hanji.segment.SourceHash;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// Writes pairs as documents, and reads them back.
final class Documents {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .build();

    /// What languages share: a segment with the source it had.
    private record Origin(long segment, String source) {}

    private Documents() {}

    /// All of a digest, and what says so.
    static List<Document> of(String digest, String stamp, List<MemoryPair> pairs)
            throws IOException {
        Map<Origin, List<MemoryPair>> origins = new LinkedHashMap<>();
        for (MemoryPair pair : pairs) {
            origins.computeIfAbsent(
                            new Origin(pair.unit().subject(), pair.source()),
                            _ -> new ArrayList<>())
                    .add(pair);
        }
        List<Document> documents = new ArrayList<>();
        documents.add(stamp(digest, stamp));
        for (var origin : origins.entrySet()) {
            documents.add(source(digest, origin.getKey().source(), origin.getValue()));
        }
        return documents;
    }

    private static Document stamp(String digest, String stamp) {
        Document document = new Document();
        document.add(new StringField(Field.DIGEST, digest, Store.YES));
        document.add(new StringField(Field.STAMP, Field.STAMP, Store.NO));
        document.add(new StoredField(Field.STAMP, stamp));
        return document;
    }

    private static Document source(String digest, String source, List<MemoryPair> pairs)
            throws JsonProcessingException {
        Document document = new Document();
        String plain = Plain.of(source);
        String folded = Plain.folded(source);
        document.add(new StringField(Field.DIGEST, digest, Store.NO));
        document.add(new StringField(Field.HASH, SourceHash.of(plain).hex(), Store.NO));
        document.add(new BinaryDocValuesField(Field.PLAIN, new BytesRef(plain)));
        document.add(new IntPoint(Field.LENGTH, plain.length()));
        grams(document, Field.SOURCE, folded, Grams.TRIGRAM);
        if (plain.length() <= Field.SHORT) {
            grams(document, Field.PAIRS, folded, Grams.PAIR);
        }
        long changed = 0;
        for (MemoryPair pair : pairs) {
            Language language = pair.language();
            document.add(new StringField(Field.LANGUAGE, language.tag(), Store.NO));
            grams(
                    document,
                    Field.target(language),
                    Plain.folded(pair.target()),
                    Grams.size(language));
            document.add(new StoredField(Field.pair(language), JSON.writeValueAsString(pair)));
            changed = Math.max(changed, pair.at().toEpochMilli());
        }
        document.add(new NumericDocValuesField(Field.CHANGED, changed));
        return document;
    }

    private static void grams(Document document, String field, String folded, int size) {
        document.add(
                new org.apache.lucene.document.Field(
                        field, Grams.ofText(folded, size), Field.GRAMS));
    }

    /// Null where the language has no text.
    static @Nullable MemoryPair pair(Document document, Language language) throws IOException {
        String json = document.get(Field.pair(language));
        return json == null ? null : JSON.readValue(json, MemoryPair.class);
    }
}
