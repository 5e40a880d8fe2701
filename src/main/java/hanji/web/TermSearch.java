package hanji.web;

import hanji.segment.Language;
import hanji.termbase.Term;
import hanji.termbase.TermEntry;
import hanji.termbase.TermStatus;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which terms somebody wants to see.
///
/// @param query part of a term or note; blank for all
/// @param language in which a concept has a term (of that status); null for any
record TermSearch(String query, @Nullable Language language, @Nullable TermStatus status) {

    private static final int LONGEST = 200;

    static TermSearch of(
            @Nullable String query, @Nullable String language, @Nullable String status) {
        String asked = query == null ? "" : query.strip();
        return new TermSearch(
                asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked,
                language == null || language.isBlank() ? null : Language.of(language),
                status == null || status.isBlank() ? null : TermStatus.of(status));
    }

    List<TermEntry> in(List<TermEntry> entries) {
        String wanted = query.toLowerCase(Locale.ROOT);
        return entries.stream().filter(entry -> fits(entry, wanted)).toList();
    }

    private boolean fits(TermEntry entry, String wanted) {
        boolean filtered =
                language == null && status == null
                        || entry.concept().terms().stream().anyMatch(this::fits);
        return filtered
                && (wanted.isEmpty()
                        || holds(entry.concept().note(), wanted)
                        || entry.concept().terms().stream()
                                .anyMatch(term ->
                                        holds(term.text(), wanted) || holds(term.note(), wanted)));
    }

    private boolean fits(Term term) {
        return (language == null || term.language() == language)
                && (status == null || term.status() == status);
    }

    private static boolean holds(@Nullable String text, String wanted) {
        return text != null && text.toLowerCase(Locale.ROOT).contains(wanted);
    }

    String href(int offset) {
        return "/terms?q=%s&in=%s&status=%s&offset=%d"
                .formatted(
                        Ui.encoded(query),
                        language == null ? "" : language.tag(),
                        status == null ? "" : status.wire(),
                        offset);
    }
}
