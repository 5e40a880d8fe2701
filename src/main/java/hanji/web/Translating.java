package hanji.web;

import hanji.account.Editor;
import hanji.account.Right;
import hanji.draft.Asker;
import hanji.draft.DraftRequest;
import hanji.draft.DraftResult;
import hanji.draft.Drafter;
import hanji.draft.Guide;
import hanji.draft.Repairs;
import hanji.llm.Model;
import hanji.memory.MemoryMatch;
import hanji.qa.Inspector;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.UnitKind;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A few texts at once, whatever the form in which somebody asks: the same limits, the same kept
/// answers, the same checks and repairs.
@Singleton
final class Translating {

    static final int MOST_TEXTS = 50;
    static final int MOST_BYTES = 32 * 1024;

    private final Drafter drafter;
    private final Repairs repairs;

    private final Inspector inspector;
    private final Guide guide;
    private final Clock clock;

    Translating(Drafter drafter, Repairs repairs, Inspector inspector, Guide guide, Clock clock) {
        this.drafter = drafter;
        this.repairs = repairs;
        this.inspector = inspector;
        this.guide = guide;
        this.clock = clock;
    }

    /// @param texts Korean, not empty, within the limits
    /// @param title what they are about
    /// @param instruction beside what the prompt says anyway
    record Wanted(List<String> texts, Language target, String title, @Nullable String instruction) {

        /// @param texts what it is called in the form in which somebody asks
        /// @param about the same of the title
        /// @throws Problem (bad input, too large) for what no call takes
        static Wanted of(
                String texts,
                @Nullable List<@Nullable String> given,
                String about,
                @Nullable String title,
                Language target) {
            if (given == null || given.isEmpty()) {
                throw Problem.badInput("\"%s\" needs at least one text.", texts);
            }
            if (given.size() > MOST_TEXTS) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "\"%s\" holds %d texts, and one call takes %d: send several.",
                        texts,
                        given.size(),
                        MOST_TEXTS);
            }
            List<String> stripped = new ArrayList<>();
            int bytes = bytes(Objects.requireNonNullElse(title, ""));
            for (String text : given) {
                if (text == null || text.isBlank()) {
                    throw Problem.badInput("%s[%d] is empty.", texts, stripped.size());
                }
                bytes += bytes(text);
                stripped.add(text.strip());
            }
            if (bytes > MOST_BYTES) {
                throw new Problem(
                        Problem.Kind.TOO_LARGE,
                        "\"%s\" and \"%s\" hold %,d bytes, and one call takes %,d: send several.",
                        texts,
                        about,
                        bytes,
                        MOST_BYTES);
            }
            return new Wanted(stripped, target, Objects.requireNonNullElse(title, ""), null);
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        Wanted with(@Nullable String instruction) {
            return new Wanted(texts, target, title, instruction);
        }

        private DraftRequest.Translate request() {
            List<DraftRequest.Piece> pieces = new ArrayList<>();
            for (String text : texts) {
                pieces.add(new DraftRequest.Piece(String.valueOf(pieces.size() + 1), text));
            }
            return new DraftRequest.Translate(title, target, pieces, List.of(), instruction);
        }
    }

    /// What the memory has for the texts, and the better versions of what a model made of the
    /// others, in their order. Who wishes for something asks the model in any case.
    ///
    /// @throws Problem (forbidden) when the editor may not draft in that language; (model) when no
    ///   usable answer came; (spent) when the asker's permit did not allow a call
    List<Repairs.Version> translate(Wanted wanted, Model model, Asker asker, Editor editor) {
        editor.require(Right.DRAFT, wanted.target());
        DraftRequest.Translate request = wanted.request();
        Map<String, MemoryMatch> known = guide.remembered(List.of(request)).getFirst();
        Map<String, Repairs.Version> versions = new HashMap<>();
        for (DraftRequest.Piece piece : request.segments()) {
            MemoryMatch match = known.get(piece.id());
            if (match != null) {
                versions.put(piece.id(), remembered(piece, match));
            }
        }
        if (known.size() < request.segments().size()) {
            versions.putAll(drafted(guide.guided(request.without(known)), model, asker));
        }
        return request.segments().stream()
                .map(piece -> Objects.requireNonNull(versions.get(piece.id())))
                .toList();
    }

    private Repairs.Version remembered(DraftRequest.Piece piece, MemoryMatch match) {
        String text = match.pair().target();
        return new Repairs.Version(
                text,
                Guide.remembered(match, clock.instant()),
                inspector.inspect(
                        UnitKind.TRANSLATION, match.pair().unit().language(), piece.text(), text));
    }

    private Map<String, Repairs.Version> drafted(DraftRequest request, Model model, Asker asker) {
        return switch (drafter.draft(request, model, asker)) {
            case DraftResult.Drafted drafted -> {
                Map<String, Repairs.Version> better = new HashMap<>();
                repairs.read(request, drafted, model, asker)
                        .forEach((id, versions) -> better.put(id, versions.better()));
                yield better;
            }
            case DraftResult.NotDrafted none ->
                    throw new Problem(Problem.Kind.MODEL, none.reason());
            case DraftResult.Withdrawn _ ->
                    throw new Problem(
                            Problem.Kind.SPENT,
                            "The day's budget is spent (hanji.budget.day): come again tomorrow (UTC), or have it raised.");
        };
    }
}
