package hanji.draft;

import hanji.segment.Language;
import hanji.segment.UnitKind;
import java.util.List;
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
            @Nullable String instruction)
            implements DraftRequest {

        public Translate {
            segments = List.copyOf(segments);
            context = List.copyOf(context);
        }

        /// The same of some of the segments.
        Translate of(List<Piece> some) {
            return new Translate(title, language, some, context, instruction);
        }

        @Override
        public UnitKind kind() {
            return UnitKind.TRANSLATION;
        }
    }

    /// A condensation of a whole entry.
    record Condense(
            UnitKind kind,
            String title,
            Language language,
            List<Piece> segments,
            @Nullable String instruction)
            implements DraftRequest {

        public Condense {
            segments = List.copyOf(segments);
        }
    }
}
