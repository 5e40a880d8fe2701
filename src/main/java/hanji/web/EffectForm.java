package hanji.web;

import hanji.batch.EffectRedo;
import hanji.termbase.Concept;
import hanji.termbase.Term;
import hanji.termbase.TermChange;
import hanji.workbench.Cause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change that somebody thinks of, as the forms of the pages send it.
///
/// @param id 0 for a new concept
/// @param given null where one is taken out
record EffectForm(
        boolean removes, long id, int version, @Nullable Concept given, EffectChoice choice) {

    EffectRedo.Wish wish() {
        TermChange change =
                removes
                        ? new TermChange.Remove(id, version)
                        : id == 0
                                ? new TermChange.Add(concept())
                                : new TermChange.Change(id, version, concept());
        return new EffectRedo.Wish(new Cause.Terms(change), choice.fitting(), choice.model());
    }

    Concept concept() {
        if (given == null) {
            throw new IllegalStateException("nothing but a term that goes has no content");
        }
        return given;
    }

    /// Where the change alone is made.
    String saveAction() {
        return id == 0 ? "/terms" : "/terms/" + id + (removes ? "/remove" : "");
    }

    /// All that sends it again, but for what people choose.
    List<EffectView.Field> fields(String seal) {
        List<EffectView.Field> fields = new ArrayList<>();
        fields.add(new EffectView.Field("what", removes ? "remove" : "save"));
        fields.add(new EffectView.Field("id", String.valueOf(id)));
        fields.add(new EffectView.Field("version", String.valueOf(version)));
        fields.add(new EffectView.Field("seal", seal));
        if (given != null) {
            for (Term term : given.terms()) {
                fields.add(new EffectView.Field("language", term.language().tag()));
                fields.add(new EffectView.Field("term", term.text()));
                fields.add(new EffectView.Field("status", term.status().wire()));
                fields.add(
                        new EffectView.Field("capitals", term.caseSensitive() ? "written" : "any"));
                fields.add(
                        new EffectView.Field(
                                "part",
                                term.partOfSpeech() == null ? "" : term.partOfSpeech().wire()));
                fields.add(new EffectView.Field("termNote", or(term.note())));
            }
            fields.add(new EffectView.Field("note", or(given.note())));
            fields.add(new EffectView.Field("source", or(given.source())));
        }
        return fields;
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
