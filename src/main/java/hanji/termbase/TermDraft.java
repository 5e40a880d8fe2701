package hanji.termbase;

import hanji.segment.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file says of a term, piece by piece.
final class TermDraft {

    final int line;
    final Language language;
    String text = "";
    @Nullable TermStatus status;
    boolean keep;
    boolean caseSensitive;
    @Nullable PartOfSpeech partOfSpeech;
    @Nullable String note;

    TermDraft(int line, Language language) {
        this.line = line;
        this.language = language;
    }

    /// The term; one without a status is preferred when it comes first in its language.
    Term term(List<Term> before) {
        boolean first = before.stream().noneMatch(term -> term.language() == language);
        TermStatus usual = first ? TermStatus.PREFERRED : TermStatus.ADMITTED;
        TermStatus said = status == null ? usual : status;
        return new Term(
                language, text, keep ? TermStatus.KEEP : said, caseSensitive, partOfSpeech, note);
    }
}
