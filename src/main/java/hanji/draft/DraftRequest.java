package hanji.draft;

import hanji.memory.MemoryMatch;
import hanji.memory.MemoryPair;
import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What is wanted of a model: one entry, one language.
public sealed interface DraftRequest {

    UnitKind kind();

    String title();

    Language language();

    /// All segments the request shows.
    List<Piece> segments();

    /// An editor's wish for a redo; null in the ordinary case.
    @Nullable String instruction();

    /// What is agreed about the texts.
    Guidance guidance();

    /// What the answer calls its texts, in order; a condensation has the id of its style.
    default List<String> ids() {
        return kind() == UnitKind.TRANSLATION
                ? segments().stream().map(Piece::id).toList()
                : List.of(kind().wire());
    }

    /// The terms that are named.
    default List<AgreedTerm> terms() {
        return guidance().terms(ids());
    }

    /// The approved pairs that are shown, the nearest first.
    default List<MemoryPair> examples() {
        return List.of();
    }

    /// The same of some of the segments, where it can be divided.
    default DraftRequest of(List<Piece> some) {
        return this;
    }

    /// A segment as the model sees it. The id is the segment's number in its entry, not its stored
    /// id, so that the same digest asks the same in every database and on the command line.
    record Piece(String id, String text) {}

    /// A neighbour whose translation is agreed.
    record Agreed(String source, String target) {}

    /// Translations of an entry's open segments.
    record Translate(
            String title,
            Language language,
            List<Piece> segments,
            List<Agreed> context,
            Guidance guidance,
            @Nullable String instruction)
            implements DraftRequest {

        /// With nothing agreed beside its neighbours.
        public Translate(
                String title,
                Language language,
                List<Piece> segments,
                List<Agreed> context,
                @Nullable String instruction) {
            this(title, language, segments, context, Guidance.NONE, instruction);
        }

        public Translate {
            segments = List.copyOf(segments);
            context = List.copyOf(context);
        }

        @Override
        public Translate of(List<Piece> some) {
            return new Translate(
                    title,
                    language,
                    some,
                    context,
                    guidance.of(some.stream().map(Piece::id).toList()),
                    instruction);
        }

        /// What is left to be asked when the memory has some of the texts: those stand beside it.
        ///
        /// @param known by their ids; not all of them
        public Translate without(Map<String, MemoryMatch> known) {
            List<Agreed> beside = new ArrayList<>(context);
            List<Piece> rest = new ArrayList<>();
            for (Piece piece : segments) {
                MemoryMatch match = known.get(piece.id());
                if (match == null) {
                    rest.add(piece);
                } else {
                    beside.add(new Agreed(piece.text(), match.pair().target()));
                }
            }
            return new Translate(
                    title,
                    language,
                    rest,
                    beside,
                    guidance.of(rest.stream().map(Piece::id).toList()),
                    instruction);
        }

        @Override
        public List<MemoryPair> examples() {
            return guidance.examples(ids(), context);
        }

        Translate with(Guidance guidance) {
            return new Translate(title, language, segments, context, guidance, instruction);
        }

        @Override
        public UnitKind kind() {
            return UnitKind.TRANSLATION;
        }
    }

    /// About texts that were drafted; all but these it has from what they were the answer to.
    sealed interface Review extends DraftRequest {

        /// Without segments that have no part in it.
        DraftRequest drafted();

        /// The same about some of the texts.
        ///
        /// @param some what they were the answer to
        /// @param ids of the texts
        Review only(DraftRequest some, Set<String> ids);

        @Override
        default UnitKind kind() {
            return drafted().kind();
        }

        @Override
        default String title() {
            return drafted().title();
        }

        @Override
        default Language language() {
            return drafted().language();
        }

        @Override
        default List<Piece> segments() {
            return drafted().segments();
        }

        @Override
        default Guidance guidance() {
            return drafted().guidance();
        }

        @Override
        default DraftRequest of(List<Piece> some) {
            return drafted() instanceof Translate
                    ? only(
                            drafted().of(some),
                            some.stream().map(Piece::id).collect(Collectors.toSet()))
                    : this;
        }
    }

    /// Texts to be mended.
    record Repair(DraftRequest drafted, List<Faulty> faulty) implements Review {

        /// A text and what is wrong with it.
        ///
        /// @param id of the piece; a condensation has the id of its style
        /// @param findings sentences
        public record Faulty(String id, String text, List<String> findings) {}

        public Repair {
            faulty = List.copyOf(faulty);
        }

        @Override
        public @Nullable String instruction() {
            return drafted.instruction();
        }

        @Override
        public Repair only(DraftRequest some, Set<String> ids) {
            return new Repair(
                    some, faulty.stream().filter(text -> ids.contains(text.id())).toList());
        }
    }

    /// Texts to be judged by a model.
    ///
    /// @param answers the texts; a condensation has the id of its style
    record Judge(DraftRequest drafted, List<Piece> answers) implements Review {

        public Judge {
            answers = List.copyOf(answers);
        }

        @Override
        public @Nullable String instruction() {
            return null;
        }

        @Override
        public Judge only(DraftRequest some, Set<String> ids) {
            return new Judge(
                    some, answers.stream().filter(text -> ids.contains(text.id())).toList());
        }
    }

    /// A condensation of a whole entry.
    record Condense(
            UnitKind kind,
            String title,
            Language language,
            List<Piece> segments,
            Guidance guidance,
            @Nullable String instruction)
            implements DraftRequest {

        /// With nothing agreed.
        public Condense(
                UnitKind kind,
                String title,
                Language language,
                List<Piece> segments,
                @Nullable String instruction) {
            this(kind, title, language, segments, Guidance.NONE, instruction);
        }

        public Condense {
            segments = List.copyOf(segments);
        }

        Condense with(Guidance guidance) {
            return new Condense(kind, title, language, segments, guidance, instruction);
        }
    }
}
