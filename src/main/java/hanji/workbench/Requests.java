package hanji.workbench;

import hanji.digest.Bullet;
import hanji.digest.DigestEntry;
import hanji.draft.DraftRequest;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes requests of entries. The server, the command line and the fixtures ask in the same way, so
/// that an answer paid for by one serves all.
public final class Requests {

    private Requests() {}

    /// Asks for translations of an entry's bullets.
    ///
    /// @param open the bullets to translate; the whole entry in the ordinary case
    /// @param agreed what is approved already, as context
    public static DraftRequest.Translate translate(
            DigestEntry entry,
            List<Bullet> open,
            List<DraftRequest.Agreed> agreed,
            Language language,
            @Nullable String instruction) {
        return new DraftRequest.Translate(
                entry.title(), language, pieces(open), agreed, wish(instruction));
    }

    public static DraftRequest.Condense condense(
            DigestEntry entry, UnitKind kind, Language language, @Nullable String instruction) {
        return new DraftRequest.Condense(
                kind, entry.title(), language, pieces(entry.bullets()), wish(instruction));
    }

    private static List<DraftRequest.Piece> pieces(List<Bullet> bullets) {
        return bullets.stream()
                .map(bullet -> new DraftRequest.Piece(pieceId(bullet), bullet.text()))
                .toList();
    }

    /// What a bullet is called in a request about its entry.
    public static String pieceId(Bullet bullet) {
        return String.valueOf(bullet.number());
    }

    private static @Nullable String wish(@Nullable String instruction) {
        return instruction == null || instruction.isBlank() ? null : instruction.strip();
    }
}
