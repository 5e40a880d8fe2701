package hanji.draft;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import hanji.llm.Tokens;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;

/// How many tokens a request takes, before it is asked.
final class Counting {

    /// `{"id":"1","text":""},` by OpenAI's tokenizer, and what stands around the list.
    private static final int AROUND_TEXT = 9;

    private static final int AROUND_ALL = 4;

    /// Hangul takes 0.54 tokens a character in the digests, code and formulas more; nothing that
    /// people write takes two.
    private static final int MOST_TOKENS_A_CHARACTER = 2;

    /// An answer may come out twice as long as expected before it is cut.
    private static final int RESERVE = 2;

    /// A prompt has few system messages, and batches send each of them thousands of times.
    private static final Cache<String, Integer> SYSTEM =
            Caffeine.newBuilder().maximumSize(100).executor(Runnable::run).build();

    private Counting() {}

    static Permit.Price price(Prepared prepared) {
        int system = SYSTEM.get(prepared.worded().system(), Tokens::count);
        return new Permit.Price(
                system + Tokens.count(prepared.worded().user()),
                expected(prepared.request()),
                prepared.worded().maxOutputTokens());
    }

    /// An error with its quotation and reason takes some sixty tokens, and few texts have two.
    private static final int JUDGED_TEXT = 60;

    /// Tokens of the answer, about.
    static int expected(DraftRequest request) {
        if (request instanceof DraftRequest.Judge judge) {
            return AROUND_ALL + JUDGED_TEXT * judge.answers().size();
        }
        if (request.kind() != UnitKind.TRANSLATION) {
            return condensed(request.kind());
        }
        double texts =
                request.segments().stream().mapToInt(piece -> Tokens.count(piece.text())).sum();
        return AROUND_ALL
                + AROUND_TEXT * request.segments().size()
                + (int) Math.ceil(texts * share(request.language()));
    }

    /// Tokens of a translation for one of its Korean source, measured on the 90 bullets of a digest
    /// and their translations by hand, with OpenAI's tokenizer.
    private static double share(Language language) {
        return switch (language) {
            case KO -> 1;
            case EN -> 0.67;
            case ZH_CN -> 0.80;
            case DE -> 0.92;
            case JA -> 1.21;
        };
    }

    /// What a style's limits leave room for.
    private static int condensed(UnitKind kind) {
        return switch (kind) {
            case TRANSLATION, TLDR -> 110;
            case HEADLINE -> 45;
            case BULLETS -> 160;
        };
    }

    /// A request as one answer can hold it: itself, or several of some of its segments each.
    static List<DraftRequest> portions(DraftRequest request, int mostTokens) {
        if (request.kind() != UnitKind.TRANSLATION || fits(request, mostTokens)) {
            return List.of(request);
        }
        List<DraftRequest> portions = new ArrayList<>();
        List<DraftRequest.Piece> portion = new ArrayList<>();
        for (DraftRequest.Piece piece : request.segments()) {
            portion.add(piece);
            if (portion.size() > 1 && tooLarge(request, portion, mostTokens)) {
                portion.removeLast();
                portions.add(request.of(portion));
                portion = new ArrayList<>(List.of(piece));
            }
        }
        portions.add(request.of(portion));
        return portions;
    }

    /// Counts only where the length alone leaves a doubt.
    private static boolean fits(DraftRequest request, int mostTokens) {
        int characters = request.segments().stream().mapToInt(piece -> piece.text().length()).sum();
        return !(request instanceof DraftRequest.Judge)
                        && characters * MOST_TOKENS_A_CHARACTER * RESERVE + 1_000 < mostTokens
                || !tooLarge(request, request.segments(), mostTokens);
    }

    private static boolean tooLarge(
            DraftRequest request, List<DraftRequest.Piece> pieces, int mostTokens) {
        return expected(request.of(pieces)) * RESERVE > mostTokens;
    }
}
