package hanji.search;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer.DecompoundMode;
import org.apache.lucene.analysis.ko.POS;
import org.apache.lucene.analysis.ko.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.util.AttributeFactory;
import org.jspecify.annotations.Nullable;

/// What Lucene's Korean dictionary says of words. Loaded when it is first asked for: some 25 MB.
final class Korean {

    /// Particles that the dictionary takes for nouns where a word stands alone, as a query does.
    static final CharArraySet PARTICLES =
            CharArraySet.unmodifiableSet(
                    new CharArraySet(
                            List.of(
                                    "의", "은", "는", "이", "가", "을", "를", "과", "와", "로", "도", "만",
                                    "에"),
                            false));

    /// A part of a word.
    ///
    /// @param noun whether a compound may end with it, rather than a particle or an ending
    record Part(int start, int end, boolean noun) {}

    private Korean() {}

    static Tokenizer tokenizer() {
        return new KoreanTokenizer(
                AttributeFactory.DEFAULT_ATTRIBUTE_FACTORY, null, DecompoundMode.DISCARD, false);
    }

    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        try (Tokenizer tokens = tokenizer()) {
            tokens.setReader(new StringReader(text));
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PartOfSpeechAttribute speech = tokens.addAttribute(PartOfSpeechAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                int start = offset.startOffset();
                int end = offset.endOffset();
                boolean particle = PARTICLES.contains(text.substring(start, end));
                parts.add(new Part(start, end, !particle && noun(speech.getRightPOS())));
            }
            tokens.end();
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean noun(POS.@Nullable Tag tag) {
        return switch (tag) {
            case NNG, NNP, NNB, NNBC, NR, SL, SH, SN, XR, XSN, UNKNOWN -> true;
            case null, default -> false;
        };
    }

    /// A text without its last particles and without blanks: 확산 모델의 → 확산모델. All of it where nothing
    /// in it is a noun.
    static String stem(String text) {
        int end =
                parts(text).stream()
                        .filter(Part::noun)
                        .mapToInt(Part::end)
                        .max()
                        .orElse(text.length());
        return text.substring(0, end).replaceAll("\\s", "");
    }

    static boolean in(String text) {
        return text.codePoints().anyMatch(Korean::syllable);
    }

    static boolean syllable(int c) {
        return c >= 0xAC00 && c <= 0xD7A3;
    }
}
