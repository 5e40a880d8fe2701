package hanji.termbase;

import hanji.segment.Language;
import hanji.segment.Problem;
import hanji.segment.Sentence;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads TBX: version 3 of 2019 (ISO 30042, TBX-Basic in both styles: `<termNote type="…">` and
/// elements of that name) and that of 2008 (`<martif>`). Languages and data that Hanji has no place
/// for are passed over; languages are reported.
final class TbxReader {

    /// Descriptions may be long; they are not kept.
    private static final int LONGEST = 20_000;

    private final XmlEvents xml;
    private final List<ImportFile.Row> rows = new ArrayList<>();
    private final List<ImportFile.Unusable> unusable = new ArrayList<>();
    private @Nullable ConceptDraft concept;
    private @Nullable Language language;
    private @Nullable TermDraft term;

    TbxReader(InputStream in) {
        this.xml = new XmlEvents(in);
    }

    ImportFile read() {
        boolean root = true;
        while (xml.next()) {
            if (root && !(xml.name().equals("tbx") || xml.name().equals("martif"))) {
                throw xml.problem(
                        Sentence.of("the file begins with <%s>: give a TBX file.", xml.name()));
            }
            root = false;
            if (xml.begins()) {
                begin();
            } else {
                end();
            }
        }
        return new ImportFile(rows, unusable);
    }

    private void begin() {
        switch (xml.name()) {
            case "conceptEntry", "termEntry" -> {
                if (rows.size() >= Termbase.MOST) {
                    throw xml.problem(
                            Sentence.of("there are more than %,d concepts.", Termbase.MOST));
                }
                concept = new ConceptDraft(xml.line());
            }
            case "langSec", "langSet" -> language = known(xml.language());
            case "termSec", "tig", "ntig" -> {
                if (concept != null && language != null) {
                    term = new TermDraft(xml.line(), language);
                    concept.terms.add(term);
                }
            }
            case "term" -> {
                String text = xml.text(LONGEST);
                if (term != null) {
                    term.text = text;
                }
            }
            case "note", "admin", "termNote", "descrip" -> said(xml.attribute("type"));
            case "administrativeStatus", "partOfSpeech", "projectSubset", "source" -> said(null);
            default -> {}
        }
    }

    private void end() {
        switch (xml.name()) {
            case "conceptEntry", "termEntry" -> {
                if (concept != null) {
                    concept.finish(rows, unusable);
                }
                concept = null;
            }
            case "langSec", "langSet" -> language = null;
            case "termSec", "tig", "ntig" -> term = null;
            default -> {}
        }
    }

    /// @param type of an element that says by it what it holds
    private void said(@Nullable String type) {
        String what = type == null ? xml.name() : type;
        int line = xml.line();
        String value = xml.text(LONGEST);
        if (concept == null || value.isEmpty()) {
            return;
        }
        try {
            switch (what) {
                case "note" -> note(value);
                case "source" -> concept.source = value;
                case "administrativeStatus" -> status(value);
                case "partOfSpeech" -> partOfSpeech(value);
                case "projectSubset" -> mark(value);
                default -> {}
            }
        } catch (Problem e) {
            unusable.add(new ImportFile.Unusable(line, e.said()));
        }
    }

    private void note(String value) {
        String kept = Term.note(value);
        if (term != null) {
            term.note = kept;
        } else if (language == null && concept != null) {
            concept.note = kept;
        }
    }

    private void status(String value) {
        if (term != null) {
            term.status =
                    switch (value.replaceFirst("-admn-sts$", "")) {
                        case "preferredTerm", "preferred", "standardizedTerm", "legalTerm" ->
                                TermStatus.PREFERRED;
                        case "admittedTerm", "admitted", "regulatedTerm" -> TermStatus.ADMITTED;
                        case "deprecatedTerm", "deprecated", "supersededTerm", "notRecommended" ->
                                TermStatus.FORBIDDEN;
                        default ->
                                throw Problem.badInput(
                                        "The status \"%s\" is not known: the usual one is taken.",
                                        value);
                    };
        }
    }

    private void partOfSpeech(String value) {
        if (term != null) {
            term.partOfSpeech = PartOfSpeech.of(value);
        }
    }

    private void mark(String value) {
        if (term != null) {
            term.keep |= value.equals(TbxWriter.KEEP);
            term.caseSensitive |= value.equals(TbxWriter.CASE);
        }
    }

    /// Regions of a language say nothing to terms, but for Chinese they are its script.
    private @Nullable Language known(@Nullable String tag) {
        String given = tag == null ? "" : tag;
        String primary = given.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
        try {
            return Language.of(primary.equals("zh") ? given : primary);
        } catch (Problem e) {
            unusable.add(
                    new ImportFile.Unusable(
                            xml.line(),
                            Sentence.of(
                                    "The language \"%s\" is left out: Hanji has %s.",
                                    given, Language.tags(List.of(Language.values())))));
            return null;
        }
    }
}
