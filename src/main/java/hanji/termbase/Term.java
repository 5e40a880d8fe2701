package hanji.termbase;

import com.fasterxml.jackson.annotation.JsonInclude;
import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Unseen;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// What a concept is called in a language.
///
/// @param text in its dictionary form; kept in NFC, without blanks around it
/// @param caseSensitive whether other capitals make another word
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
public record Term(
        Language language,
        String text,
        TermStatus status,
        boolean caseSensitive,
        @Nullable PartOfSpeech partOfSpeech,
        @Nullable String note) {

    public static final int LONGEST = 200;

    static final int LONGEST_NOTE = 2_000;

    /// @throws Problem (bad input) for a text that is no term
    public Term {
        text = Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (text.isEmpty() || text.length() > LONGEST) {
            throw Problem.badInput("A term has 1 to %d characters.", LONGEST);
        }
        if (text.chars().noneMatch(Character::isLetterOrDigit) || !Unseen.in(text).isEmpty()) {
            throw Problem.badInput(
                    "\"%s\" is no term: it needs a letter or digit, and no invisible characters.",
                    text);
        }
        note = note(note);
    }

    public static Term of(Language language, String text, TermStatus status) {
        return new Term(language, text, status, status == TermStatus.KEEP, null, null);
    }

    /// Where another one is preferred.
    Term behind() {
        return status == TermStatus.PREFERRED
                ? new Term(language, text, TermStatus.ADMITTED, caseSensitive, partOfSpeech, note)
                : this;
    }

    static @Nullable String note(@Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.length() > LONGEST_NOTE) {
            throw Problem.badInput("A note has at most %,d characters.", LONGEST_NOTE);
        }
        String kept =
                Normalizer.normalize(note, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
        if (!Unseen.in(kept).isEmpty()) {
            throw Problem.badInput(
                    "The note \"%s\" holds invisible characters: take them out.", kept);
        }
        return kept;
    }
}
